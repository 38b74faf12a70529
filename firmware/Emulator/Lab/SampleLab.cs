using System;
using System.Collections.Generic;
using System.IO;
using System.Net;

namespace ToyGuard.Emulator.Lab;

/// <summary>The little Internet of the two sample toys: reserved names (RFC 2606) at documentation addresses (RFC 5737), each played by a server on loopback.</summary>
internal sealed class SampleLab : IDisposable
{
    /// <summary>Name of the CA file in its folder.</summary>
    public const string AuthorityFileName = "lab-ca.pem";

    private const int TlsPort = 443;
    private const int PlainPort = 80;

    // Speaks plain http.
    private const string PlainHost = "postcards.toys.example";

    // Even the name that leads into the home has its server, and so has the one that waits:
    // that nothing arrives there is then the gate's doing and not for want of a server.
    private static readonly (string Host, string Claimed)[] Places =
    [
        (LabStories.Host, "192.0.2.10"),
        ("bear.voices.toys.example", "192.0.2.20"),
        ("songs.voices.toys.example", "192.0.2.21"),
        (PlainHost, "192.0.2.30"),
        ("usage.metrics.example", "203.0.113.40"),
        ("lullabies.lights.test", "198.51.100.50"),
        ("updates.lights.test", "192.168.1.1"),
    ];

    private readonly List<LabServer> _servers = [];

    /// <summary>Makes the authority and starts the servers.</summary>
    /// <param name="folder">Where the CA file goes.</param>
    /// <param name="watcher">Hears of each connection.</param>
    public SampleLab(string folder, ILabWatcher watcher)
    {
        using LabAuthority authority = new();
        AuthorityFile = Path.Combine(folder, AuthorityFileName);
        authority.WriteTo(AuthorityFile);

        foreach ((string host, string claimedText) in Places)
        {
            IPAddress claimed = IPAddress.Parse(claimedText);
            bool isPlain = host == PlainHost;
            LabServer server = new(host, claimed, isPlain ? null : authority.Issue(host), watcher)
            {
                Texts = host == LabStories.Host ? LabStories.Texts : new Dictionary<string, string>(),
            };
            _servers.Add(server);
            _ = server.ServeAsync();

            if (!Table.TryAddName(host, [claimed]))
            {
                throw new InvalidOperationException(host);
            }

            Table.AddRoute(new IPEndPoint(claimed, isPlain ? PlainPort : TlsPort), server.RealEndPoint);
        }
    }

    /// <summary>The names and routes.</summary>
    public LabTable Table { get; } = new();

    /// <summary>The CA file for clients to trust.</summary>
    public string AuthorityFile { get; }

    public void Dispose()
    {
        foreach (LabServer server in _servers)
        {
            server.Dispose();
        }
    }
}
