using System.Collections.Generic;
using System.Globalization;

using ToyGuard.Bench.Load;
using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Benches;

/// <summary>One byte there and back after a second of silence, beside nginx.</summary>
internal sealed class RelaySilenceBench : IBench
{
    /// <inheritdoc/>
    public string Name
    {
        get { return "relay-silence"; }
    }

    /// <inheritdoc/>
    public string About
    {
        get { return "request and response after 1 s of silence, 40 connections, beside nginx"; }
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
        int seconds = run.Seconds(6, 2);
        Measure(port, backends, 2);
        Turns turns = Turns.Take(run.Rounds, () => Measure(port, backends, seconds), () => Measure(peerPort, backends, seconds));

        run.Results.Add(Name, "p99 beyond nginx", turns.Difference, "ms", Side(turns.OursMedian), Side(turns.PeersMedian));
    }

    private static double Measure(int port, string backends, int seconds)
    {
        LoadWords found = LoadTool.ToEnd("silence", $"port={port}", $"backends={backends}", $"seconds={seconds}", $"at-once={40}");
        return found.Number("gone") == 0 ? found.Number("p99") : throw new BenchFailedException("connections ended or did not answer: " + found.Text("gone"));
    }

    private static string Side(double p99)
    {
        return string.Create(CultureInfo.InvariantCulture, $"p99 {p99:0.00} ms");
    }
}
