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
        double failed = 0;
        double p99 = 0;
        double peerP99 = 0;

        // What the load tool does without a relay between: both sides must stay well below it.
        double direct = Measure(0, backends, seconds, ref failed, ref p99);
        Measure(port, backends, run.Seconds(2, 1), ref failed, ref p99);
        failed = 0;
        double ignored = 0;
        Turns turns = Turns.Take(
            run.Rounds,
            () => Measure(port, backends, seconds, ref failed, ref p99),
            () => Measure(peerPort, backends, seconds, ref ignored, ref peerP99));

        run.Results.Add(Name, "of nginx", turns.Ratio, "", Side(turns.OursMedian, p99), Side(turns.PeersMedian, peerP99));
        run.Results.Add(Name, "failed", failed, "connections");
        run.Results.Add(Name, "load tool without a relay", direct, "/s");
    }

    private static double Measure(int port, string backends, int seconds, ref double failed, ref double p99)
    {
        LoadWords found = LoadTool.ToEnd("connect", $"port={port}", $"backends={backends}", $"seconds={seconds}", $"at-once={32}");
        failed += found.Number("failed");
        p99 = found.Number("p99");
        return found.Number("per-second");
    }

    private static string Side(double perSecond, double p99)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{perSecond:#,0}/s, p99 {p99:0.0} ms");
    }
}
