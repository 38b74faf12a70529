using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Relay;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Time;
using ToyGuard.Edge.Web;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Hub;

/// <summary>The hub as one thing that starts and stops: policy and time first, sockets last, everything under one supervisor.</summary>
/// <remarks>
/// It composes and orders. What may pass is the gate's business, which has its rules before a hub can be made, and so before the first
/// socket exists; the home's Wi-Fi is joined last of all (RES-02).
/// </remarks>
public sealed class HubHost
{
    private readonly Supervisor _supervisor;
    private readonly Gate _gate;
    private readonly WallClock _clock;

    /// <summary>A hub over a kept home that is open: its gate, and its flash looked after. Nothing listens yet.</summary>
    /// <param name="home">The home. One that is not open has no gate, and throws.</param>
    /// <param name="toys">Says which toy an address belongs to.</param>
    /// <param name="clock">The local time, or that it is unknown.</param>
    /// <param name="dialer">The one way out.</param>
    /// <param name="settings">Where to listen and whom to ask.</param>
    /// <param name="watcher">Hears of services that start and fail.</param>
    public HubHost(KeptHome home, ToyAddresses toys, WallClock clock, Dialer dialer, HubSettings settings, IServiceWatcher watcher)
        : this(home.Gate, toys, clock, dialer, settings, new FailureLog(home, watcher))
    {
        // Behind the others: its half minute of good service is theirs.
        _supervisor.Add(new KeepingService(home));
    }

    /// <summary>A hub without anything kept. Nothing listens yet.</summary>
    /// <param name="gate">Gives every verdict.</param>
    /// <param name="toys">Says which toy an address belongs to.</param>
    /// <param name="clock">The local time, or that it is unknown.</param>
    /// <param name="dialer">The one way out.</param>
    /// <param name="settings">Where to listen and whom to ask.</param>
    /// <param name="watcher">Hears of services that start and fail.</param>
    public HubHost(Gate gate, ToyAddresses toys, WallClock clock, Dialer dialer, HubSettings settings, IServiceWatcher watcher)
    {
        _gate = gate;
        _clock = clock;
        SocketBudget budget = new SocketBudget(settings.Sockets);
        IRandom random = new SecureRandom();
        DnsClient lookup = new DnsClient(settings.Home, settings.ResolverPort, random);
        Dns = new DnsServer(gate, toys, settings.ToySide, settings.Address, settings.DnsPort, settings.SetupNames);
        Sntp = new SntpServer(gate, toys, settings.ToySide, clock, settings.Address, settings.SntpPort);
        Relay = new TlsRelay(gate, toys, settings.ToySide, lookup, dialer, settings.Relay, settings.Limits, budget);
        Plain = new PlainRelay(gate, toys, settings.ToySide, lookup, dialer, settings.Plain, settings.PlainLimits, budget);
        Web = new WebServer(new PageRouter(settings.Identity, settings.Door), budget, settings.WebListeners, settings.WebLimits);

        _supervisor = new Supervisor(watcher);
        _supervisor.Add(new ClockService(gate, clock, true));
        _supervisor.Add(Dns);
        _supervisor.Add(Sntp);
        _supervisor.Add(Relay);
        _supervisor.Add(Plain);

        if (settings.TimeServer.Length > 0)
        {
            SntpClient client = new SntpClient(gate, lookup, settings.TimeServer, settings.TimeRoutes, random);
            _supervisor.Add(new ClockRefiner(client, clock, random));
        }

        if (!settings.Plain.IsListening)
        {
            Web.SendForeignTo(Plain, toys);
        }

        if (settings.WebListeners.Length > 0)
        {
            _supervisor.Add(Web);
        }
    }

    /// <summary>The DNS service; its port is known once it listens.</summary>
    public DnsServer Dns { get; }

    /// <summary>The TLS relay; its port is known once it listens.</summary>
    public TlsRelay Relay { get; }

    /// <summary>The plain relay; its port is known once it listens, if it does.</summary>
    public PlainRelay Plain { get; }

    /// <summary>The clock service; its port is known once it listens.</summary>
    public SntpServer Sntp { get; }

    /// <summary>The page; its ports are known once it listens.</summary>
    public WebServer Web { get; }

    /// <summary>Adds a service, which is started behind the others. Only before <see cref="Start"/>. Whoever brings the home's Wi-Fi up comes last of all, when whoever hears of the network can be answered by the rules (RES-02).</summary>
    public void Add(IService service)
    {
        _supervisor.Add(service);
    }

    /// <summary>Starts everything. A service that cannot start is tried again, later and later; meanwhile it answers nobody.</summary>
    public void Start()
    {
        // Before any socket: a toy that asks first must not meet yesterday's hours.
        _gate.SetClock(_clock.Now(), _clock.IsConfirmed);
        _supervisor.Start();
    }

    /// <summary>Stops everything and closes every connection; waits at most <paramref name="waitMs"/> milliseconds for each service.</summary>
    /// <returns>False when a service did not end in time.</returns>
    public bool Stop(int waitMs)
    {
        return _supervisor.Stop(waitMs);
    }
}
