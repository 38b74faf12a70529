using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Time;
using ToyGuard.Edge.Web;
using ToyGuard.Guard.Sockets;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Toy;

/// <summary>A toy as one thing that starts and stops: policy and time first, sockets last, everything under one supervisor.</summary>
/// <remarks>
/// It composes and orders. What may leave is the gate's business, which has its rules before there is a host; the one port that is open is
/// the page's (EGR-13); the home's Wi-Fi is joined last of all (RES-02).
/// </remarks>
public sealed class ToyHost
{
    /// <summary>The number of the one toy that lives here.</summary>
    public const int Toy = 1;

    private readonly Supervisor _supervisor;
    private readonly Gate _gate;
    private readonly WallClock _clock;
    private readonly HandshakeCare _care;
    private readonly WatchService _watch;
    private readonly EraseSender? _erases;

    /// <summary>A toy over a kept home that is open: its gate, and its flash looked after. Nothing listens yet.</summary>
    /// <param name="home">The home. One that is not open has no gate, and throws.</param>
    /// <param name="clock">The local time, or that it is unknown.</param>
    /// <param name="dialer">The one way out.</param>
    /// <param name="roots">The trust anchors of the toy's manifest.</param>
    /// <param name="settings">Whom to ask and where to listen.</param>
    /// <param name="watcher">Hears of services that start and fail.</param>
    public ToyHost(KeptHome home, WallClock clock, Dialer dialer, TlsRoots roots, ToyHostSettings settings, IServiceWatcher watcher)
    {
        _gate = home.Gate;
        _clock = clock;
        SocketBudget budget = new SocketBudget(settings.Sockets);
        SecureRandom random = new SecureRandom();
        DnsClient lookup = new DnsClient(settings.Home, settings.ResolverPort, random);
        _care = new HandshakeCare(Sensors, home);
        Client = new OutgoingClient(_gate, Toy, lookup, dialer, roots, clock, _care);
        Web = new WebServer(new PageRouter(settings.Identity, settings.Door), budget, settings.WebListeners, settings.WebLimits);

        FailureLog log = new FailureLog(home, watcher);
        _watch = new WatchService(log);

        // Sensors before the network: theirs is the shorter limit.
        _watch.Add(new SensorTurn(Sensors));
        _watch.Add(new ClientTurn(Client));
        _supervisor = new Supervisor(log);
        _supervisor.Add(new ClockService(_gate, clock, false));
        _supervisor.Add(_watch);

        if (settings.TimeServer.Length > 0)
        {
            SntpClient client = new SntpClient(_gate, lookup, settings.TimeServer, settings.TimeRoutes, random);
            _supervisor.Add(new ClockRefiner(client, clock, random));
        }

        if (settings.WebListeners.Length > 0)
        {
            _supervisor.Add(Web);
        }

        if (settings.Deletes is not null)
        {
            _erases = new EraseSender(settings.Deletes, Client.Accounts, _gate, lookup, dialer, roots, clock, _care, random);
            _watch.Add(_erases);
            _supervisor.Add(_erases);
        }

        // Behind the others: its half minute of good service is theirs.
        _supervisor.Add(new KeepingService(home));
    }

    /// <summary>The one way out for what the toy itself sends.</summary>
    public OutgoingClient Client { get; }

    /// <summary>The toy's sensors, so that all of them go off together.</summary>
    public SensorBoard Sensors { get; } = new SensorBoard();

    /// <summary>The page; its ports are known once it listens.</summary>
    public WebServer Web { get; }

    /// <summary>Gives <paramref name="turn"/> its turns as well, from the watch thread. At any time.</summary>
    public void Add(ITurn turn)
    {
        _watch.Add(turn);
    }

    /// <summary>Adds a service, which is started behind the others. Only before <see cref="Start"/>. Whoever brings the home's Wi-Fi up comes last of all (RES-02).</summary>
    public void Add(IService service)
    {
        _supervisor.Add(service);
    }

    /// <summary>Starts everything. A service that cannot start is tried again, later and later.</summary>
    public void Start()
    {
        // Before any socket: whoever asks first must not meet yesterday's hours.
        _gate.SetClock(_clock.Now(), _clock.IsConfirmed);
        _supervisor.Start();
    }

    /// <summary>Stops everything, sensors first and for good, and closes every connection; waits at most <paramref name="waitMs"/> milliseconds for each service.</summary>
    /// <returns>False when a service did not end in time.</returns>
    public bool Stop(int waitMs)
    {
        bool hasEnded;

        // A sensor that throws is off all the same, and must not keep the rest from stopping.
        try
        {
            _care.Stop();
        }
        finally
        {
            Client.Stop();
            _erases?.Cut();
            hasEnded = _supervisor.Stop(waitMs);
        }

        return hasEnded;
    }
}
