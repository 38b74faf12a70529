using ToyGuard.Core.Crypto;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Web;
using ToyGuard.Guard.Sockets;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Toy;

/// <summary>Whom a toy asks and where its page is. Set before it is handed over, not changed after.</summary>
public sealed class ToyHostSettings
{
    /// <summary>Settings for a toy in a network whose resolver is at <paramref name="resolver"/>, 4 bytes. There is no built-in one (EGR-04).</summary>
    public ToyHostSettings(byte[] resolver)
    {
        Resolver = resolver;
    }

    /// <summary>The home network's resolver, 4 bytes.</summary>
    public byte[] Resolver { get; }

    /// <summary>UDP port of that resolver.</summary>
    public int ResolverPort { get; set; } = 53;

    /// <summary>Host name of whom to ask for the time; empty for nobody.</summary>
    public string TimeServer { get; set; } = "";

    /// <summary>Where that server's address really is; null when it is where it says.</summary>
    public IRouteMap? TimeRoutes { get; set; }

    /// <summary>How many sockets there are in all; 0 sets no limit (<see cref="SocketBudget"/>).</summary>
    public int Sockets { get; set; } = SocketBudget.DeviceSockets;

    /// <summary>The Wi-Fi of the home; null when whoever brought the network up keeps it up.</summary>
    public IRadio? Radio { get; set; }

    /// <summary>Draws the waits before that is joined.</summary>
    public IRandom Random { get; set; } = new SecureRandom();

    /// <summary>Where the page is served. Without any it is served nowhere; a toy listens nowhere else (EGR-13).</summary>
    public WebListener[] WebListeners { get; set; } = new WebListener[0];

    /// <summary>How long a visitor of the page may take.</summary>
    public WebLimits WebLimits { get; } = new WebLimits();

    /// <summary>Whom the page speaks for.</summary>
    public PageIdentity Identity { get; set; } = new PageIdentity("ToyGuard", "toyguard", PageMode.Toy);
}
