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
        using Child nginx = Peers.Nginx(run, PageBench.Fetch(hub.Port("page")).Length, out int peerTlsPort, out int peerHttpPort);
        int seconds = run.Seconds(15, 2);

        foreach ((string words, string service, string text, string how, int peerPort) in new[]
        {
            ("TLS relay, says nothing", "tls", "hello", "silent", peerTlsPort),
            ("TLS relay, two bytes of hello a second", "tls", "hello", "drip", peerTlsPort),
            ("plain relay, says nothing", "plain", "plain-head", "silent", 0),
            ("plain relay, two bytes of head a second", "plain", "plain-head", "drip", 0),
            ("page, says nothing", "page", "page-head", "silent", peerHttpPort),
            ("page, two bytes of head a second", "page", "page-head", "drip", peerHttpPort),
            ("page, two bytes of body a second", "page", "page-body", "drip", peerHttpPort),
            ("page, reads nothing", "page", "page-head", "read-nothing", peerHttpPort),
        })
        {
            // A quick run waits for the silent ones only.
            if (run.IsQuick && how != "silent")
            {
                continue;
            }

            int port = hub.Port(service);

            // Both wait at the same time: it is patience that is measured.
            using Child ours = LoadTool.Start("slow", $"port={port}", $"seconds={seconds}", $"how={how}", $"text={text}");
            string peers = "";

            if (peerPort > 0)
            {
                peers = Words(LoadTool.ToEnd("slow", $"port={peerPort}", $"seconds={seconds}", $"how={how}", $"text={text}"));
            }

            run.Results.AddSlow(words, Words(LoadTool.Found(ours)), peers);
        }
    }

    private static string Words(LoadWords found)
    {
        string seconds = found.Number("seconds").ToString("0.0", CultureInfo.InvariantCulture);
        return found.Number("gone") == 1 ? seconds : "> " + seconds;
    }
}
