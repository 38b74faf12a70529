using System;
using System.Diagnostics;

using ToyGuard.Device.Bench.Report;

namespace ToyGuard.Device.Bench.Steps;

/// <summary>A pulled plug: nobody's session lives on, everybody's rules do.</summary>
internal sealed class PowerStep : IStep
{
    public string Name
    {
        get { return "power"; }
    }

    public bool IsHubs
    {
        get { return false; }
    }

    public string Run(BenchRun run, BenchReport report)
    {
        Subject device = run.Device;
        run.Hand.PullPlug();
        Subject.Must(!device.IsPageThere(), "its page comes without power");

        run.Hand.PutPlugIn();
        long begun = Stopwatch.GetTimestamp();

        if (report.IsHub)
        {
            Subject.Until(() => device.Ask(run.Plan.Held).Length > 0, "it never answers again");
            report.Measure(BenchSheet.FirstVerdict, Stopwatch.GetElapsedTime(begun));
        }

        Subject.Until(() => device.State() is not null, "its page never comes again");
        Subject.Must(device.State()?.GetProperty("paired").GetBoolean() == true, "it forgot whose it is");
        Subject.Must(device.Phone.Ask(new { op = "look" }) is null, "a session of before lives on");
        Subject.Must(device.Phone.SignIn(full: true), "its guardian cannot sign in any more");
        GateStep.SetClock(device);

        if (report.IsHub)
        {
            GateStep.AssertClosed(run, run.Plan.Held, "after a pulled plug");
            Subject.Until(() => device.Ask(run.Plan.Allowed) == run.Plan.Hub.ToString(), "it forgot what was opened");
            RelayStep.AssertReached(run);
        }

        return "the session ended with the power; guardian and rules are as they were";
    }
}
