using System.Collections.Generic;
using System.Globalization;

using ToyGuard.Bench.Load;
using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Benches;

/// <summary>What open connections cost that say nothing, and what a new one waits beside them.</summary>
internal sealed class RelayIdleBench : IBench
{
    /// <inheritdoc/>
    public string Name
    {
        get { return "relay-idle"; }
    }

    /// <inheritdoc/>
    public string About
    {
        get { return "200 idle connections, beside nginx"; }
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
        int seconds = run.Seconds(5, 2);
        double worst = 0;
        double ignored = 0;
        double memory = 0;
        double peerMemory = 0;
        Measure(hub.Process, port, backends, 1, ref ignored, ref ignored);
        Turns turns = Turns.Take(
            run.Rounds,
            () => Measure(hub.Process, port, backends, seconds, ref worst, ref memory),
            () => Measure(nginx, peerPort, backends, seconds, ref ignored, ref peerMemory));

        run.Results.Add(Name, "share of a core", turns.OursMedian, "%", Side(turns.OursMedian, memory), Side(turns.PeersMedian, peerMemory));
        run.Results.Add(Name, "a new one beside them", worst, "ms");
    }

    // Per cent of a core between the moment when all are open and the first new one.
    private static double Measure(Child server, int port, string backends, int seconds, ref double worst, ref double memory)
    {
        using Child load = LoadTool.Start("idle", $"port={port}", $"backends={backends}", $"seconds={seconds}", $"at-once={200}");
        load.Line("open");
        double before = server.CpuSeconds();
        load.Line("waited");
        double share = (server.CpuSeconds() - before) / seconds * 100;
        memory = server.ResidentMb();
        LoadWords found = LoadTool.Found(load);

        if (found.Number("open") < 200 || found.Number("left") < 200)
        {
            throw new BenchFailedException($"of 200 connections {found.Text("open")} opened and {found.Text("left")} stayed");
        }

        worst = found.Number("worst") > worst ? found.Number("worst") : worst;
        return share;
    }

    private static string Side(double share, double memory)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{share:0.0} %, {memory:0} MB in memory");
    }
}
