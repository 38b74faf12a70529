using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Toy;

namespace ToyGuard.Kit.Tests.Lab;

/// <summary>One toy with its gate, its kit and a little Internet on loopback: a resolver, and servers at public addresses that a route leads here.</summary>
/// <remarks>The route knows judged addresses alone. Whatever else is dialled is written down in <see cref="Strays"/> and leads to nobody.</remarks>
internal sealed class KitLab : IRouteMap, IVerdictWatcher, IHomeClock, IBeforeHandshake, IDisposable
{
    public const string Stories = "stories.toys.example";
    public const string Pictures = "pictures.toys.example";
    public const string Limited = "limited.toys.example";
    public const string Analytics = "usage.metrics.example";
    public const string Plain = "plain.toys.example";
    public const int LimitedBytes = 300_000;
    public const int OtherPort = 8443;
    public const int WaitMs = 15_000;

    /// <summary>The time of the gate and of the certificates.</summary>
    public const long NowSeconds = 1_800_000_000;

    public const string StoriesAddress = "192.0.2.1";
    public const string PicturesAddress = "192.0.2.2";
    public const string PlainAddress = "192.0.2.3";
    public const string LimitedAddress = "192.0.2.4";

    private readonly ConcurrentDictionary<string, LabServer> _places = new();
    private readonly Thread _watch;
    private int _isOver;

    public KitLab()
    {
        Endpoint[] endpoints =
        [
            NewEndpoint("stories", Stories, 443, Scheme.Https, Party.First, 0),
            NewEndpoint("pictures", Pictures, 443, Scheme.Https, Party.First, 0),
            NewEndpoint("stories-port", Stories, OtherPort, Scheme.Https, Party.First, 0),
            NewEndpoint("plain", Plain, 80, Scheme.Http, Party.First, 0),
            NewEndpoint("limited", Limited, 443, Scheme.Https, Party.First, LimitedBytes),
            NewEndpoint("usage", Analytics, 443, Scheme.Https, Party.Third, 0),
        ];
        Manifest = new Manifest(
            "bear", "Bear", "Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31",
            AgeBand.Under9, endpoints, [new SensorUse("microphone", "talk", "push-to-talk")], ["root.pem"]);
        EndpointState[] states = endpoints.Select(endpoint => new EndpointState(endpoint, endpoint.Party == Party.First, 0)).ToArray();
        Toy = new ToyState("bear", Manifest, states);
        Gate = new Gate(
            new GateState([Toy]) { IsPaired = true, Now = Moment.FromLocalSeconds(NowSeconds) }, new VerdictCounters());
        Gate.Watcher = this;

        Server = Place(StoriesAddress, 443, isTls: true);
        PicturesServer = Place(PicturesAddress, 443, isTls: true);
        PortServer = Place(StoriesAddress, OtherPort, isTls: true);
        PlainServer = Place(PlainAddress, 80, isTls: false);
        LimitedServer = Place(LimitedAddress, 443, isTls: true);
        Resolver.Add(Stories, LabResolver.Addresses(StoriesAddress));
        Resolver.Add(Pictures, LabResolver.Addresses(PicturesAddress));
        Resolver.Add(Plain, LabResolver.Addresses(PlainAddress));
        Resolver.Add(Limited, LabResolver.Addresses(LimitedAddress));
        Resolver.Add(Analytics, LabResolver.Addresses(StoriesAddress));

        TlsRoots roots = TlsRoots.Read([Authority.RootFile], out _);
        DnsClient lookup = new([127, 0, 0, 1], Resolver.Port, new SecureRandom());
        Client = new OutgoingClient(Gate, 1, lookup, new Dialer(this), roots, this, this);
        Http = new GuardedHttp(Client);
        _watch = new Thread(Watch) { IsBackground = true, Name = "lab watch" };
        _watch.Start();
    }

    /// <summary>The names that have a certificate.</summary>
    public static IReadOnlyList<string> TlsHosts { get; } = [Stories, Pictures, Limited, Analytics];

    public Manifest Manifest { get; }

    public ToyState Toy { get; }

    public Gate Gate { get; }

    public LabResolver Resolver { get; } = new();

    /// <summary>stories.toys.example:443 at 192.0.2.1.</summary>
    public LabServer Server { get; }

    /// <summary>pictures.toys.example:443 at 192.0.2.2.</summary>
    public LabServer PicturesServer { get; }

    /// <summary>stories.toys.example:8443 at 192.0.2.1.</summary>
    public LabServer PortServer { get; }

    /// <summary>plain.toys.example:80 at 192.0.2.3, the one place that was promised in plain text.</summary>
    public LabServer PlainServer { get; }

    /// <summary>limited.toys.example:443 at 192.0.2.4, with few bytes a day.</summary>
    public LabServer LimitedServer { get; }

    public OutgoingClient Client { get; }

    public GuardedHttp Http { get; }

    /// <summary>What was dialled, as address:port, in order.</summary>
    public ConcurrentQueue<string> Dialled { get; } = new();

    /// <summary>What was dialled although no server of the lab is there.</summary>
    public ConcurrentQueue<string> Strays { get; } = new();

    /// <summary>Reasons of all verdicts, in order.</summary>
    public ConcurrentQueue<Reason> Verdicts { get; } = new();

    /// <summary>What is done before a handshake, beside nothing.</summary>
    public Action BeforeAHandshake { get; set; } = static () => { };

    /// <summary>Every connection that arrived anywhere.</summary>
    public int Connections
    {
        get { return _places.Values.Sum(static place => place.Connections); }
    }

    /// <summary>Every request that came through anywhere.</summary>
    public int Requests
    {
        get { return _places.Values.Sum(static place => place.Visits.Count); }
    }

    /// <summary>A server at a public address.</summary>
    public LabServer Place(string address, int port, bool isTls)
    {
        LabServer server = new(isTls);
        _places[address + ":" + port] = server;

        return server;
    }

    /// <summary>Nobody is at that address any more.</summary>
    public void Leave(string address, int port)
    {
        _places[address + ":" + port].Dispose();
    }

    public bool TryMap(byte[] address, int port, byte[] realAddress, out int realPort)
    {
        string claimed = new IPAddress(address) + ":" + port;
        Dialled.Enqueue(claimed);
        realAddress[0] = 127;
        realAddress[3] = 1;
        realPort = 1;

        if (_places.TryGetValue(claimed, out LabServer? server))
        {
            realPort = server.Port;
        }
        else
        {
            Strays.Enqueue(claimed);
        }

        return true;
    }

    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        Verdicts.Enqueue(verdict.Reason);
    }

    public void SetZone(string zone)
    {
    }

    public bool TryUtcMs(out long utcMs)
    {
        utcMs = NowSeconds * 1000;
        return true;
    }

    public void BeforeHandshake()
    {
        BeforeAHandshake();
    }

    public void AfterHandshake()
    {
    }

    /// <summary>Waits until it is so.</summary>
    public static void Until(Func<bool> condition, string what)
    {
        Assert.IsTrue(SpinWait.SpinUntil(condition, WaitMs), what);
    }

    /// <summary>The next ordinary request is served: whatever a test did, nothing of it is left.</summary>
    public void StillServes()
    {
        Server.Answer = static visit => visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstill");
        using GuardedResponse response = Http.Get("https://" + Stories + "/still");
        Assert.AreEqual(Reason.Allowed, response.Reason, response.Place);
        Assert.IsTrue(response.TryReadBody(out byte[] body), response.Words);
        Assert.AreEqual("still", System.Text.Encoding.ASCII.GetString(body));
    }

    public void Dispose()
    {
        Client.Stop();
        Interlocked.Exchange(ref _isOver, 1);
        Assert.IsTrue(_watch.Join(WaitMs));
        Resolver.Dispose();

        foreach (LabServer place in _places.Values)
        {
            place.Dispose();
        }
    }

    private static Endpoint NewEndpoint(string owner, string host, int port, Scheme scheme, Party party, long dailyBytes)
    {
        return new Endpoint(
            owner, HostPattern.Parse(host, out PatternFault _)!, port, scheme, "Toys", party, "stories",
            Array.Empty<string>(), dailyBytes, null);
    }

    private void Watch()
    {
        while (Interlocked.CompareExchange(ref _isOver, 0, 0) == 0)
        {
            Client.Turn(Environment.TickCount64);
            Thread.Sleep(20);
        }
    }
}
