using System;
using System.Diagnostics;
using System.Text.Json;

using ToyGuard.Device.Bench.Report;

namespace ToyGuard.Device.Bench.Steps;

/// <summary>From a device that is nobody's to one with a guardian: not without a press, and with it at once.</summary>
internal sealed class PairStep : IStep
{
    private const string NoCode = "00000000000000000";

    public string Name
    {
        get { return "pair"; }
    }

    public bool IsHubs
    {
        get { return false; }
    }

    public string Run(BenchRun run, BenchReport report)
    {
        Subject device = run.Device;
        Subject.Must(device.State() is JsonElement state && !state.GetProperty("paired").GetBoolean(), "it is somebody's already; wipe it by its button first");
        Subject.Must(!device.Phone.Claim(NoCode, run.Plan.Pin), "it was claimed without a press");
        Subject.Must(!IsOpen(device), "it is open for a claim without a press");

        if (report.IsHub)
        {
            GateStep.AssertClosed(run, run.Plan.Allowed, "while nobody is its guardian");
        }

        run.Hand.Press();
        report.Measure(BenchSheet.Press, Subject.Until(() => IsOpen(device), "a press opened nothing"));
        string code = run.Hand.Code();
        Subject.Must(!device.Phone.Claim(NoCode, run.Plan.Pin), "any code claims it");
        Subject.Must(device.Phone.Claim(code, run.Plan.Pin), "its own code does not claim it");
        Subject.Must(device.State()?.GetProperty("paired").GetBoolean() == true, "its page does not say that it is somebody's");

        long begun = Stopwatch.GetTimestamp();
        Subject.Must(device.Phone.SignIn(full: true), "its guardian cannot sign in");
        report.Measure(BenchSheet.PinCheck, Stopwatch.GetElapsedTime(begun));
        Subject.Must(device.Phone.Ask(new { op = "look" })?.IsOk == true, "a session shows nothing");
        return "claimed by a press and its own code, by nothing else";
    }

    private static bool IsOpen(Subject device)
    {
        return device.State() is JsonElement state && state.GetProperty("claim").GetProperty("open").GetBoolean();
    }
}
