using System.Collections.Generic;
using System.Globalization;

using ToyGuard.Bench.Load;
using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Benches;

/// <summary>What a quiet client loses while another floods, here and at dnsmasq.</summary>
internal sealed class DnsFairnessBench : IBench
{
    /// <inheritdoc/>
    public string Name
    {
        get { return "dns-fairness"; }
    }

    /// <inheritdoc/>
    public string About
    {
        get { return "one client at full speed without waiting, another at 50 questions a second, beside dnsmasq"; }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tool> Tools
    {
        get { return [Tool.Taskset, Tool.Dnsmasq]; }
    }

    /// <inheritdoc/>
    public void Run(BenchRun run)
    {
        using Hub hub = new(run.Home, "16");
        using Child dnsmasq = Peers.Dnsmasq(run.Home, out int peerPort);
        int port = hub.Port("dns");
        int seconds = run.Seconds(10, 2);

        // What has just started gets to work once before it counts.
        Measure(port, 1, out _);
        LoadWords ours = Measure(port, seconds, out double flood);
        LoadWords peers = Measure(peerPort, seconds, out double peerFlood);
        run.Results.Add(Name, "lost by the quiet one", ours.Number("lost"), "of " + ours.Text("asked"), Side(ours, flood), Side(peers, peerFlood));
    }

    private static LoadWords Measure(int port, int seconds, out double flood)
    {
        using Child loud = LoadTool.Start("flood", $"port={port}", $"from=127.0.0.2", $"seconds={seconds + 1}");
        LoadWords quiet = LoadTool.ToEnd("paced", $"port={port}", $"from=127.0.0.3", $"seconds={seconds}", $"rate={50}");
        flood = LoadTool.Found(loud).Number("per-second");
        return quiet;
    }

    private static string Side(LoadWords quiet, double flood)
    {
        return string.Create(
            CultureInfo.InvariantCulture, $"lost {quiet.Text("lost")} of {quiet.Text("asked")}, p99 {quiet.Number("p99"):0.0} ms, beside {flood:#,0}/s");
    }
}
