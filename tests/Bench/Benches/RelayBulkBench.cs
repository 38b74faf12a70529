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
        double direct = new Side(null, 0, backends).Measure(seconds);
        new Side(hub.Process, port, backends).Measure(1);

        Side ours = new(hub.Process, port, backends);
        Side peers = new(nginx, peerPort, backends);
        Turns turns = Turns.Take(run.Rounds, () => ours.Measure(seconds), () => peers.Measure(seconds));

        run.Results.Add(Name, "of nginx", turns.Ratio, "", ours.Words(turns.OursMedian), peers.Words(turns.PeersMedian));
        run.Results.Add(Name, "load tool without a relay", direct, "MB/s");
    }

    private sealed class Side(Child? server, int port, string backends)
    {
        private double _cpuSeconds;
        private double _megabytes;

        public double Measure(int seconds)
        {
            double before = server?.CpuSeconds() ?? 0;
            LoadWords found = LoadTool.ToEnd("bulk", $"port={port}", $"backends={backends}", $"seconds={seconds}", $"at-once={4}");
            _cpuSeconds += (server?.CpuSeconds() ?? 0) - before;
            _megabytes += found.Number("mb");
            return found.Number("mb-per-second");
        }

        public string Words(double megabytes)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{megabytes:#,0} MB/s, {_cpuSeconds / _megabytes * 1000:0.00} s CPU a GB");
        }
    }
}
