using System.Threading;

using ToyGuard.Simulation.Home;

namespace ToyGuard.Simulation.Cuts;

/// <summary>The whole of it: single cuts through a long script, double cuts through a short one.</summary>
public static class CutRun
{
    /// <summary>Cuts that a whole run has at least. LittleFS's own suite has 28,741.</summary>
    public const int CutsLeast = 250_000;

    /// <summary>Things that happen while the plug is pulled once each time, as many as in ESP-IDF's test.</summary>
    public const int LongScript = 2000;

    /// <summary>Things that happen while it is pulled again during what follows.</summary>
    public const int ShortScript = 60;

    private const int LongSeed = 20261122;
    private const int ShortSeed = 20261123;

    private static readonly CutPlan s_singlePlan = new(13, 2);

    /// <summary>Runs all of it on this thread. Throws where a promise does not hold.</summary>
    public static CutTally Run()
    {
        CutTally tally = new();
        Singles(tally);
        Doubles(tally);

        return tally;
    }

    /// <summary>Runs so many of the single cuts: that it works, not how many there are.</summary>
    public static CutTally RunSome(int cuts)
    {
        CutTally tally = new();
        new Campaign(s_singlePlan, null, tally, cuts).Run(Script.Of(LongSeed, LongScript));

        return tally;
    }

    /// <summary>Runs all of it on two threads.</summary>
    public static CutTally RunOnTwo()
    {
        CutTally singles = new();
        CutTally doubles = new();
        CutFoundException? found = null;
        Thread other = new(() =>
        {
            try
            {
                Doubles(doubles);
            }
            catch (CutFoundException e)
            {
                found = e;
            }
        });

        other.Start();

        try
        {
            Singles(singles);
        }
        finally
        {
            other.Join();
        }

        return found is null ? singles.And(doubles) : throw found;
    }

    private static void Singles(CutTally tally)
    {
        new Campaign(s_singlePlan, null, tally).Run(Script.Of(LongSeed, LongScript));
    }

    private static void Doubles(CutTally tally)
    {
        new Campaign(new CutPlan(2, 1), new CutPlan(4, 1), tally).Run(Script.Of(ShortSeed, ShortScript));
    }
}
