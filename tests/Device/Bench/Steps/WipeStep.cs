using ToyGuard.Device.Bench.Report;

namespace ToyGuard.Device.Bench.Steps;

/// <summary>A wipe by the button: nobody's again, and everything closed.</summary>
internal sealed class WipeStep : IStep
{
    public string Name
    {
        get { return "wipe"; }
    }

    public bool IsHubs
    {
        get { return false; }
    }

    public string Run(BenchRun run, BenchReport report)
    {
        run.Hand.Wipe();

        if (report.IsHub)
        {
            Subject.Until(() => run.Device.Ask(run.Plan.Allowed) != run.Plan.Hub.ToString(), "after a wipe a place is open still");
        }

        Subject.Until(() => !run.Device.Phone.SignIn(full: true), "its guardian of before can sign in");
        return "forgot its guardian and what was opened";
    }
}
