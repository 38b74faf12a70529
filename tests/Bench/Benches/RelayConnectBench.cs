using System.Collections.Generic;
using System.Globalization;

using ToyGuard.Bench.Load;
using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Benches;

/// <summary>New connections through the relay, beside nginx with the same allowlist by ssl_preread.</summary>
internal sealed class RelayConnectBench : IBench
{
    /// <inheritdoc/>
    public string Name
    {
        get { return "relay-connect"; }
    }

    /// <inheritdoc/>
    public string About
    {
        get { return "new TLS connections, 32 at once, beside nginx ssl_preread"; }
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

        // What the load tool does without a relay between: both sides must stay well below it.
        double direct = new Side(null, 0, backends).Measure(seconds);
        new Side(hub.Process, port, backends).Measure(run.Seconds(2, 1));

        Side ours = new(hub.Process, port, backends);
        Side peers = new(nginx, peerPort, backends);
        Turns turns = Turns.Take(run.Rounds, () => ours.Measure(seconds), () => peers.Measure(seconds));

        run.Results.Add(Name, "of nginx", turns.Ratio, "", ours.Words(turns.OursMedian), peers.Words(turns.PeersMedian));
        run.Results.Add(Name, "failed", ours.Failed, "connections");
        run.Results.Add(Name, "load tool without a relay", direct, "/s");
    }

    private sealed class Side(Child? server, int port, string backends)
    {
        private double _cpuSeconds;
        private double _connections;
        private double _p99;

        public double Failed { get; private set; }

        public double Measure(int seconds)
        {
            double before = server?.CpuSeconds() ?? 0;
            LoadWords found = LoadTool.ToEnd("connect", $"port={port}", $"backends={backends}", $"seconds={seconds}", $"at-once={32}");
            _cpuSeconds += (server?.CpuSeconds() ?? 0) - before;
            _connections += found.Number("begun");
            _p99 = found.Number("p99");
            Failed += found.Number("failed");
            return found.Number("per-second");
        }

        public string Words(double perSecond)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{perSecond:#,0}/s, p99 {_p99:0.0} ms, {_cpuSeconds / _connections * 1e6:0} µs CPU each");
        }
    }
}
