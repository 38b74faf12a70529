using System;
using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Bench.Running;

/// <summary>Two sides measured in turns, A-B-A-B, so that whatever else the machine does hits both.</summary>
/// <param name="Ours">Each figure of ours.</param>
/// <param name="Peers">Each figure of the peer.</param>
internal sealed record Turns(IReadOnlyList<double> Ours, IReadOnlyList<double> Peers)
{
    /// <summary>Median of the ratios of each pair, not ratio of the medians: a slow minute then counts once, for both.</summary>
    public double Ratio
    {
        get { return Median(Ours.Zip(Peers, (ours, peers) => ours / peers)); }
    }

    /// <summary>Median of the differences, ours less the peer's.</summary>
    public double Difference
    {
        get { return Median(Ours.Zip(Peers, (ours, peers) => ours - peers)); }
    }

    /// <summary>Median of ours.</summary>
    public double OursMedian
    {
        get { return Median(Ours); }
    }

    /// <summary>Median of the peer's.</summary>
    public double PeersMedian
    {
        get { return Median(Peers); }
    }

    /// <summary>Takes <paramref name="rounds"/> turns.</summary>
    public static Turns Take(int rounds, Func<double> ours, Func<double> peers)
    {
        List<double> mine = [];
        List<double> theirs = [];

        for (int i = 0; i < rounds; i++)
        {
            mine.Add(ours());
            theirs.Add(peers());
        }

        return new Turns(mine, theirs);
    }

    /// <summary>The middle one; of an even number, between the middle two.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
