using ToyGuard.Edge.Relay;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Hub;

/// <summary>Where a hub listens and whom it asks. Set before it is handed over, not changed after.</summary>
public sealed class HubSettings : HostSettings
{
    /// <summary>Settings for a hub at <paramref name="address"/> on the toy side.</summary>
    /// <param name="address">The hub's own address on the toy side, 4 bytes: every service is bound to it, and allowed names lead to it.</param>
    /// <param name="toySide">The addresses that are heard at all.</param>
    /// <param name="resolver">The resolver of the home network, 4 bytes. There is no built-in one (EGR-04).</param>
    public HubSettings(byte[] address, Subnet toySide, byte[] resolver)
        : this(address, toySide, new HomeNetwork(resolver))
    {
    }

    /// <summary>The same in a home whose router may give another address and another resolver at any time.</summary>
    public HubSettings(byte[] address, Subnet toySide, HomeNetwork home)
        : base(home, PageMode.Hub)
    {
        Address = address;
        ToySide = toySide;
        Relay = new RelaySettings { Address = address };
        Plain = new RelaySettings { Address = address, Port = PlainRelay.HttpPort };
    }

    /// <summary>The hub's own address on the toy side, 4 bytes.</summary>
    public byte[] Address { get; }

    /// <summary>The addresses that are heard at all; every other peer is dropped.</summary>
    public Subnet ToySide { get; }

    /// <summary>UDP port of the hub's DNS service; 0 is any free one.</summary>
    public int DnsPort { get; set; } = 53;

    /// <summary>UDP port of the hub's clock service; 0 is any free one.</summary>
    public int SntpPort { get; set; } = 123;

    /// <summary>How many connections are relayed at once, and where: its port is the TLS port, 0 for any free one.</summary>
    public RelaySettings Relay { get; }

    /// <summary>How long and how much a relay waits and reads.</summary>
    public RelayLimits Limits { get; set; } = new RelayLimits();

    /// <summary>The same for plain requests. One that does not listen is given what toys ask the page's port for in somebody else's name.</summary>
    public RelaySettings Plain { get; }

    /// <summary>How long and how much a plain relay waits and reads.</summary>
    public RelayLimits PlainLimits { get; set; } = PlainRelay.NewLimits();
}
