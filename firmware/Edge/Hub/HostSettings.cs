using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Web;
using ToyGuard.Guard.Dns;
using ToyGuard.Guard.Sockets;
using ToyGuard.Page.Door;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Hub;

/// <summary>What a hub and a toy are both told: whom to ask, and where the page is and for whom it speaks. Set before it is handed over, not changed after.</summary>
public abstract class HostSettings
{
    /// <summary>Settings in <paramref name="home"/>, with a page that names no device yet. There is no built-in resolver (EGR-04).</summary>
    protected HostSettings(HomeNetwork home, PageMode mode)
    {
        Home = home;
        Identity = new PageIdentity("ToyGuard", "toyguard", mode);
    }

    /// <summary>The home's network: its resolver is asked for names, and both may change at any time.</summary>
    public HomeNetwork Home { get; }

    /// <summary>UDP port of that resolver.</summary>
    public int ResolverPort { get; set; } = 53;

    /// <summary>Host name of whom to ask for the time; empty for nobody.</summary>
    public string TimeServer { get; set; } = "";

    /// <summary>Where that server's address really is; null when it is where it says.</summary>
    public IRouteMap? TimeRoutes { get; set; }

    /// <summary>How many sockets there are for all services together; 0 sets no limit (<see cref="SocketBudget"/>).</summary>
    public int Sockets { get; set; } = SocketBudget.DeviceSockets;

    /// <summary>Where the page is served, and for whom. Without any it is served nowhere; a toy listens nowhere else (EGR-13).</summary>
    public WebListener[] WebListeners { get; set; } = new WebListener[0];

    /// <summary>How long a visitor of the page may take.</summary>
    public WebLimits WebLimits { get; } = new WebLimits();

    /// <summary>Whom the page speaks for.</summary>
    public PageIdentity Identity { get; set; }

    /// <summary>The names that phones ask for on the device's own Wi-Fi while it is set up; null where nobody sets it up.</summary>
    public SetupNames? SetupNames { get; set; }

    /// <summary>What stands behind the page; null is a page that nobody can sign in at.</summary>
    public IPageDoor? Door { get; set; }
}
