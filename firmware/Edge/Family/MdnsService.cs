using System.Threading;

using ToyGuard.Core.Crypto;
using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Family;

/// <summary>The lasting name on every link that we are on: one socket, and a <see cref="ToyGuard.Guard.Mdns.MdnsResponder"/> for each link.</summary>
public sealed class MdnsService : IService
{
    /// <summary>The port of multicast DNS (RFC 6762, 3).</summary>
    public const int DefaultPort = 5353;

    /// <summary>The home's network.</summary>
    public const int HomeSide = 0;

    /// <summary>The device's own Wi-Fi.</summary>
    public const int OwnSide = 1;

    private readonly Subnet?[] _links = new Subnet?[2];
    private readonly ManualResetEvent _stopped = new ManualResetEvent(false);

    /// <summary>A service for <paramref name="hostLabel"/>.local. It is on no link until <see cref="SetSide"/>.</summary>
    /// <param name="hostLabel">The lasting name without a domain.</param>
    /// <param name="random">Draws the first waits.</param>
    /// <param name="watcher">Hears of conflicts; null when nobody listens.</param>
    /// <param name="port">5353, but in tests.</param>
    public MdnsService(string hostLabel, IRandom random, IMdnsWatcher? watcher, int port)
    {
        Port = port;
    }

    /// <inheritdoc/>
    public string Name
    {
        get { return "mdns"; }
    }

    /// <summary>The port it listens at.</summary>
    public int Port { get; }

    /// <summary>True while another device claims our name on any link.</summary>
    public bool IsInConflict
    {
        get { return _links.Length == 0; }
    }

    /// <summary>Speaks on a link from now on, or under a new address there. From any thread, at any time.</summary>
    /// <param name="side"><see cref="HomeSide"/> or <see cref="OwnSide"/>.</param>
    /// <param name="address">Our address there, 4 bytes.</param>
    /// <param name="link">Who is heard there.</param>
    public void SetSide(int side, byte[] address, Subnet link)
    {
        _links[side] = link;
    }

    /// <summary>Falls silent on a link: it is gone.</summary>
    public void ClearSide(int side)
    {
        _links[side] = null;
    }

    /// <inheritdoc/>
    public void Run()
    {
        _stopped.WaitOne();
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _stopped.Set();
    }
}
