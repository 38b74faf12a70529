using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;

using ToyGuard.Bench.Running;
using ToyGuard.Core.Policy;

namespace ToyGuard.Bench.Benches;

/// <summary>What one verdict costs in the largest home, beside a plain search for the same name in the same list.</summary>
internal sealed class VerdictBench : IBench
{
    private const int Batch = 2000;

    /// <inheritdoc/>
    public string Name
    {
        get { return "verdict"; }
    }

    /// <inheritdoc/>
    public string About
    {
        get { return "32 toys with 32 endpoints: last endpoint, and a name on no list"; }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tool> Tools
    {
        get { return []; }
    }

    /// <inheritdoc/>
    public void Run(BenchRun run)
    {
        Gate gate = VerdictHome.Gate();
        string[] list = new string[VerdictHome.Size];

        for (int i = 0; i < list.Length; i++)
        {
            list[i] = VerdictHome.Host(VerdictHome.Size, i + 1);
        }

        double allocated = 0;

        foreach ((string what, string host) in new[] { ("open", VerdictHome.Host(VerdictHome.Size, VerdictHome.Size)), ("closed", "e32.t31.stories.toys.example") })
        {
            GateQuery query = new() { Toy = VerdictHome.Size, Kind = AskKind.Https, Port = 443 };
            query.Host.Read(host);
            Asking asking = () => gate.Ask(query).IsAllowed;
            Asking searching = () => IsListed(list, host);
            Batches(asking, 200);
            Batches(searching, 200);

            long before = GC.GetAllocatedBytesForCurrentThread();
            Batches(asking, 20);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;

            int batches = run.Seconds(400, 50);
            Turns turns = Turns.Take(run.Rounds, () => Batches(asking, batches), () => Batches(searching, batches));
            run.Results.Add(Name, what + ", of a plain search through 32 strings", turns.Ratio, "", Nanoseconds(turns.OursMedian), Nanoseconds(turns.PeersMedian));
        }

        run.Results.Add(Name, "allocated", allocated, "B");
    }

    private delegate bool Asking();

    // Nanoseconds each.
    private static double Batches(Asking asking, int batches)
    {
        long begun = Stopwatch.GetTimestamp();

        for (int i = 0; i < batches * Batch; i++)
        {
            asking();
        }

        return Stopwatch.GetElapsedTime(begun).TotalNanoseconds / (batches * Batch);
    }

    private static bool IsListed(string[] list, string host)
    {
        foreach (string listed in list)
        {
            if (string.Equals(listed, host, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Nanoseconds(double value)
    {
        return value.ToString("0", CultureInfo.InvariantCulture) + " ns";
    }
}
