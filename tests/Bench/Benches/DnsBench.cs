using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Benches;

/// <summary>Answers a second under dnsperf, beside dnsmasq with the same names.</summary>
internal sealed partial class DnsBench : IBench
{
    /// <inheritdoc/>
    public string Name
    {
        get { return "dns"; }
    }

    /// <inheritdoc/>
    public string About
    {
        get { return "dnsperf at full speed, 4 clients, beside dnsmasq"; }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tool> Tools
    {
        get { return [Tool.Taskset, Tool.Dnsperf, Tool.Dnsmasq]; }
    }

    /// <inheritdoc/>
    public void Run(BenchRun run)
    {
        using Hub hub = new(run.Home, "16");
        using Child dnsmasq = Peers.Dnsmasq(run.Home, out int peerPort);
        int port = hub.Port("dns");
        int seconds = run.Seconds(6, 1);
        long lost = 0;

        // Both get to work once before it counts.
        Ask(port, run.Home.MixedQueries, run.Seconds(3, 2));
        Ask(peerPort, run.Home.MixedQueries, 1);

        foreach ((string what, string queries) in new[] { ("hit list", run.Home.HitQueries), ("half foreign", run.Home.MixedQueries) })
        {
            double cpu = hub.Process.CpuSeconds();
            double peerCpu = dnsmasq.CpuSeconds();
            double answers = 0;
            double peerAnswers = 0;

            Turns turns = Turns.Take(
                run.Rounds,
                () => Measure(port, queries, seconds, ref answers, ref lost),
                () =>
                {
                    long ignored = 0;
                    return Measure(peerPort, queries, seconds, ref peerAnswers, ref ignored);
                });

            run.Results.Add(
                Name,
                what + ", of dnsmasq",
                turns.Ratio,
                "",
                Side(turns.OursMedian, (hub.Process.CpuSeconds() - cpu) / answers),
                Side(turns.PeersMedian, (dnsmasq.CpuSeconds() - peerCpu) / peerAnswers));
        }

        run.Results.Add(Name, "lost", lost, "answers");
        run.Results.Add(Name, "allocated per answer", DnsAllocation.BytesPerAnswer(), "B");
    }

    private static double Measure(int port, string queries, int seconds, ref double answers, ref long lost)
    {
        (double perSecond, double completed, long gone) = Ask(port, queries, seconds);
        answers += completed;
        lost += gone;
        return perSecond;
    }

    private static (double PerSecond, double Completed, long Lost) Ask(int port, string queries, int seconds)
    {
        string output = Child.ToEnd(
            Cores.Load, Tool.Dnsperf.Find()!, "-s", "127.0.0.1", "-p", Text(port), "-d", queries, "-l", Text(seconds), "-c", "4", "-T", "1", "-q", "100");
        double completed = Number(Completed(), output);
        return completed > 0 ? (Number(PerSecond(), output), completed, (long)Number(Lost(), output)) : throw new BenchFailedException("dnsperf: " + output);
    }

    private static double Number(Regex pattern, string text)
    {
        Match match = pattern.Match(text);
        return match.Success ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static string Side(double perSecond, double cpuEach)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{perSecond:#,0}/s, {cpuEach * 1e6:0.0} µs CPU each");
    }

    private static string Text(int number)
    {
        return number.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Queries per second:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"Queries completed:\s+(\d+)")]
    private static partial Regex Completed();

    [GeneratedRegex(@"Queries lost:\s+(\d+)")]
    private static partial Regex Lost();
}
