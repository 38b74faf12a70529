using System;
using System.Linq;
using System.Net.Security;
using System.Text.Json;

using ToyGuard.Device.Bench.Report;

namespace ToyGuard.Device.Bench.Steps;

/// <summary>What is the maker's own is open once there is a guardian; what is not waits until the guardian opens it, and then that one is open and no other.</summary>
internal sealed class GateStep : IStep
{
    public string Name
    {
        get { return "gate"; }
    }

    public bool IsHubs
    {
        get { return true; }
    }

    public string Run(BenchRun run, BenchReport report)
    {
        Subject device = run.Device;
        BenchPlan plan = run.Plan;
        SetClock(device);
        int endpoint = EndpointOf(run);
        Subject.Until(() => device.Ask(plan.Allowed) == plan.Hub.ToString(), $"{plan.Allowed} stays closed, with a guardian and the time");
        AssertClosed(run, plan.Waiting, "before a guardian opened it");
        AssertClosed(run, plan.Held, "as ever");

        Subject.Must(device.Phone.Loosen(new { op = "approve", toy = plan.Toy, endpoint }, run.Hand.Press)?.IsOk == true, plan.Waiting + " cannot be opened");
        Subject.Until(() => device.Ask(plan.Waiting) == plan.Hub.ToString(), plan.Waiting + " stays closed after a guardian opened it");
        AssertClosed(run, plan.Held, "after another was opened");
        Subject.Must(device.Phone.Ask(new { op = "withdraw", toy = plan.Toy, endpoint })?.IsOk == true, plan.Waiting + " cannot be closed again");
        AssertClosed(run, plan.Waiting, "after a guardian closed it");
        return $"{plan.Allowed} open; {plan.Waiting} closed, opened, closed; {plan.Held} closed all the while";
    }

    /// <summary>Tells the device the time, as every phone does at its door.</summary>
    internal static void SetClock(Subject device)
    {
        DateTimeOffset now = DateTimeOffset.Now;
        Subject.Must(device.Phone.Ask(new { op = "clock", utc = now.ToUnixTimeSeconds(), offset = (int)now.Offset.TotalSeconds })?.IsOk == true, "it does not take the time");
    }

    /// <summary>Neither name nor connection.</summary>
    internal static void AssertClosed(BenchRun run, string host, string when)
    {
        string said = run.Device.Ask(host);
        Subject.Must(said == "held", $"the name {host} is not held {when}: {(said.Length > 0 ? said : "silence")}");
        using SslStream? through = run.Device.Connect(host);
        Subject.Must(through is null, $"{host} is reached {when}");
    }

    private static int EndpointOf(BenchRun run)
    {
        PhoneAnswer rules = run.Device.Phone.Ask(new { op = "rules", toy = run.Plan.Toy }) ?? throw new StepFailedException("it shows no rules");
        Subject.Must(rules.IsOk, "it shows no rules of toy " + run.Plan.Toy + ": " + rules.Why);
        JsonElement place = rules.Json.GetProperty("endpoints").EnumerateArray().FirstOrDefault(one => one.GetProperty("host").GetString() == run.Plan.Waiting);
        Subject.Must(place.ValueKind == JsonValueKind.Object, $"{run.Plan.Waiting} is no place of toy {run.Plan.Toy}");
        Subject.Must(place.GetProperty("state").GetString() != "open", $"{run.Plan.Waiting} was open before anybody opened it");
        return place.GetProperty("n").GetInt32();
    }
}
