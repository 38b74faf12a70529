using System.Collections.Generic;
using System.Globalization;

using ToyGuard.Bench.Load;
using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Benches;

/// <summary>How long clients that mean to hold a place do hold it.</summary>
internal sealed class SlowClientsBench : IBench
{
    /// <inheritdoc/>
    public string Name
    {
        get { return "slow-clients"; }
    }

    /// <inheritdoc/>
    public string About
    {
        get { return "seconds until a slow client is let go, budget 16, beside nginx"; }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tool> Tools
    {
        get { return [Tool.Taskset, Tool.Nginx]; }
    }

    /// <inheritdoc/>
    public void Run(BenchRun run)
    {
        using Hub hub = new(run.Home, "16");
        using Child nginx = Peers.Nginx(run, 12 * 1024, out int peerTlsPort, out int peerHttpPort);
        int seconds = run.Seconds(15, 2);

        foreach ((string service, string text, string how, int peerPort) in new[]
        {
            ("tls", "hello", "silent", peerTlsPort),
            ("tls", "hello", "drip", peerTlsPort),
            ("plain", "plain-head", "silent", 0),
            ("plain", "plain-head", "drip", 0),
            ("http", "page-head", "silent", peerHttpPort),
            ("http", "page-head", "drip", peerHttpPort),
            ("http", "page-body", "drip", peerHttpPort),
            ("http", "page-head", "read-nothing", peerHttpPort),
        })
        {
            // A quick run waits for the silent ones only.
            if (run.IsQuick && how != "silent")
            {
                continue;
            }

            if (hub.TryPort(service) is not int port)
            {
                run.Results.AddSlow($"{service}, {text}, {how}", "does not listen yet", "");
                continue;
            }

            // Both wait at the same time: it is patience that is measured.
            string backends = LoadTool.Listed([Ports.Tcp()]);
            using Child ours = LoadTool.Start("slow", $"port={port}", $"backends={backends}", $"seconds={seconds}", $"how={how}", $"text={text}");
            string peers = "";

            if (peerPort > 0)
            {
                peers = Words(LoadTool.ToEnd("slow", $"port={peerPort}", $"backends={LoadTool.Listed([Ports.Tcp()])}", $"seconds={seconds}", $"how={how}", $"text={text}"));
            }

            run.Results.AddSlow($"{service}, {text}, {how}", Words(LoadTool.Found(ours)), peers);
        }
    }

    private static string Words(LoadWords found)
    {
        string seconds = found.Number("seconds").ToString("0.0", CultureInfo.InvariantCulture);
        return found.Number("gone") == 1 ? seconds : "> " + seconds;
    }
}
