using ToyGuard.Core.Crypto;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Relay;
using ToyGuard.Edge.Web;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Hub;

/// <summary>Where a hub listens and whom it asks. Set before it is handed over, not changed after.</summary>
public sealed class HubSettings
{
    /// <summary>Settings for a hub at <paramref name="address"/> on the toy side.</summary>
    /// <param name="address">The hub's own address on the toy side, 4 bytes: every service is bound to it, and allowed names lead to it.</param>
    /// <param name="toySide">The addresses that are heard at all.</param>
    /// <param name="resolver">The resolver of the home network, 4 bytes. There is no built-in one (EGR-04).</param>
    public HubSettings(byte[] address, Subnet toySide, byte[] resolver)
    {
        Address = address;
        ToySide = toySide;
        Resolver = resolver;
        Relay = new RelaySettings { Address = address };
        Plain = new RelaySettings { Address = address, Port = PlainRelay.HttpPort };
    }

    /// <summary>The hub's own address on the toy side, 4 bytes.</summary>
    public byte[] Address { get; }

    /// <summary>The addresses that are heard at all; every other peer is dropped.</summary>
    public Subnet ToySide { get; }

    /// <summary>The home network's resolver, 4 bytes.</summary>
    public byte[] Resolver { get; }

    /// <summary>UDP port of that resolver.</summary>
    public int ResolverPort { get; set; } = 53;

    /// <summary>UDP port of the hub's DNS service; 0 is any free one.</summary>
    public int DnsPort { get; set; } = 53;

    /// <summary>UDP port of the hub's clock service; 0 is any free one.</summary>
    public int SntpPort { get; set; } = 123;

    /// <summary>Host name of whom to ask for the time; empty for nobody.</summary>
    public string TimeServer { get; set; } = "";

    /// <summary>Where that server's address really is; null when it is where it says.</summary>
    public IRouteMap? TimeRoutes { get; set; }

    /// <summary>How many sockets there are for all services together; 0 sets no limit (<see cref="SocketBudget"/>).</summary>
    public int Sockets { get; set; } = SocketBudget.DeviceSockets;

    /// <summary>The Wi-Fi of the home; null when whoever brought the network up keeps it up.</summary>
    public IRadio? Radio { get; set; }

    /// <summary>Draws the waits before that is joined.</summary>
    public IRandom Random { get; set; } = new SecureRandom();

    /// <summary>Where the page is served, and for whom. Without any it is served nowhere.</summary>
    public WebListener[] WebListeners { get; set; } = new WebListener[0];

    /// <summary>How long a visitor of the page may take.</summary>
    public WebLimits WebLimits { get; } = new WebLimits();

    /// <summary>Whom the page speaks for.</summary>
    public PageIdentity Identity { get; set; } = new PageIdentity("ToyGuard", "toyguard", PageMode.Hub);

    /// <summary>How many connections are relayed at once, and where: its port is the TLS port, 0 for any free one.</summary>
    public RelaySettings Relay { get; }

    /// <summary>How long and how much a relay waits and reads.</summary>
    public RelayLimits Limits { get; set; } = new RelayLimits();

    /// <summary>The same for plain requests. One that does not listen is given what toys ask the page's port for in somebody else's name.</summary>
    public RelaySettings Plain { get; }

    /// <summary>How long and how much a plain relay waits and reads.</summary>
    public RelayLimits PlainLimits { get; set; } = PlainRelay.NewLimits();
}
