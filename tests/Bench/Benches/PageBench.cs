using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Text.RegularExpressions;

using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Benches;

/// <summary>Loads of the page, a connection each, beside nginx with a page of the same length.</summary>
internal sealed class PageBench : IBench
{
    /// <inheritdoc/>
    public string Name
    {
        get { return "page"; }
    }

    /// <inheritdoc/>
    public string About
    {
        get { return "the page under wrk, beside nginx without keep-alive"; }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tool> Tools
    {
        get { return [Tool.Taskset, Tool.Nginx, Tool.Wrk]; }
    }

    /// <inheritdoc/>
    public void Run(BenchRun run)
    {
        using Hub hub = new(run.Home, "16");
        int port = hub.Port("page");
        byte[] page = Fetch(port);
        using Child nginx = Peers.Nginx(run, page.Length, out _, out int peerPort);
        int seconds = run.Seconds(4, 1);
        Measure(port, seconds);
        Measure(peerPort, 1);
        Turns turns = Turns.Take(run.Rounds, () => Measure(port, seconds), () => Measure(peerPort, seconds));

        run.Results.Add(Name, "of nginx", turns.Ratio, "", Side(turns.OursMedian), Side(turns.PeersMedian));
        run.Results.Add(Name, "length", page.Length, "bytes");
    }

    /// <summary>Our page as it is.</summary>
    internal static byte[] Fetch(int port)
    {
        using HttpClient client = new();
        return client.GetByteArrayAsync(Address(port)).GetAwaiter().GetResult();
    }

    // One connection at a time: a home has one parent at the page, and three places for it.
    private static double Measure(int port, int seconds)
    {
        string output = Child.ToEnd(
            Cores.Load, Tool.Wrk.Find()!, "-t1", "-c1", string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "-H", "Connection: close", Address(port).ToString());
        Match match = Regex.Match(output, @"Requests/sec:\s+([\d.]+)");
        bool isClean = match.Success && !output.Contains("Non-2xx", StringComparison.Ordinal);
        return isClean ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : throw new BenchFailedException("wrk: " + output);
    }

    private static Uri Address(int port)
    {
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
    }

    private static string Side(double perSecond)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{perSecond:#,0}/s");
    }
}
