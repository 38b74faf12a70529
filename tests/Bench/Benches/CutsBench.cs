using System;
using System.Collections.Generic;
using System.Globalization;

using ToyGuard.Bench.Running;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Cuts;

namespace ToyGuard.Bench.Benches;

/// <summary>Pulled plugs: how many different ones, and how fast, on one core. What must hold after each is tests/Simulation's.</summary>
internal sealed class CutsBench : IBench
{
    // testing.md 4.5: its own suite on such a machine.
    private const string Peer = "LittleFS's suite: 28,741 in 92.2 s";
    private const int QuickCuts = 12_000;

    /// <inheritdoc/>
    public string Name
    {
        get { return "cuts"; }
    }

    /// <inheritdoc/>
    public string About
    {
        get { return "every cut of a script, and again during what follows, over the real stores and the real start"; }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tool> Tools
    {
        get { return []; }
    }

    /// <inheritdoc/>
    public void Run(BenchRun run)
    {
        CutTally tally;

        try
        {
            tally = run.IsQuick ? CutRun.RunSome(QuickCuts) : CutRun.Run();
        }
        catch (CutFoundException e)
        {
            throw new BenchFailedException(e.Message);
        }

        string seconds = tally.Seconds.ToString("0.0", CultureInfo.InvariantCulture);
        run.Results.Add(Name, "distinct cuts", tally.Cuts, "", "in " + seconds + " s", Peer);
        run.Results.Add(Name, "a second", tally.Cuts / tally.Seconds, "/s");

        foreach (FlashCut cut in Enum.GetValues<FlashCut>())
        {
            (long singles, long doubles) = tally.Of(cut);
            run.Results.Add(Name, "left: " + cut, singles + doubles, "", string.Create(CultureInfo.InvariantCulture, $"{singles:N0} once, {doubles:N0} twice"));
        }
    }
}
