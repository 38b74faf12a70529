using System.Collections.Generic;
using System.Globalization;

using ToyGuard.Bench.Load;
using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Benches;

/// <summary>Bytes through the relay on four connections, beside nginx.</summary>
internal sealed class RelayBulkBench : IBench
{
    /// <inheritdoc/>
    public string Name
    {
        get { return "relay-bulk"; }
    }

    /// <inheritdoc/>
    public string About
    {
        get { return "4 connections that take all that comes, beside nginx"; }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tool> Tools
    {
        get { return [Tool.Taskset, Tool.Nginx]; }
    }

    /// <inheritdoc/>
    public void Run(BenchRun run)
    {
        using Hub hub = new(run.Home, "unlimited");
        using Child nginx = Peers.Nginx(run, 0, out int peerPort, out _);
        int port = hub.Port("tls");
        string backends = LoadTool.Listed(run.Home.BackendPorts);
        int seconds = run.Seconds(4, 1);
        double direct = Measure(0, backends, seconds);
        Measure(port, backends, 1);
        Turns turns = Turns.Take(run.Rounds, () => Measure(port, backends, seconds), () => Measure(peerPort, backends, seconds));

        run.Results.Add(Name, "of nginx", turns.Ratio, "", Side(turns.OursMedian), Side(turns.PeersMedian));
        run.Results.Add(Name, "load tool without a relay", direct, "MB/s");
    }

    private static double Measure(int port, string backends, int seconds)
    {
        return LoadTool.ToEnd("bulk", $"port={port}", $"backends={backends}", $"seconds={seconds}", $"at-once={4}").Number("mb-per-second");
    }

    private static string Side(double megabytes)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{megabytes:#,0} MB/s");
    }
}
