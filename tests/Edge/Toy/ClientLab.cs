using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Guard.Time;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>A toy's client with a gate, a resolver of its own and a map of where addresses really are. Its watch runs unless told otherwise.</summary>
internal sealed class ClientLab : INameLookup, IRouteMap, IBeforeHandshake, ITimeOfDay, IVerdictWatcher, IDisposable
{
    /// <summary>How long a test waits for what has to come, on a machine that has other things to do.</summary>
    public const int WaitMs = 10_000;

    public const string Stories = "http://stories.toys.example/tale";
    public const string Other = "http://other.toys.example/tale";

    private readonly Dictionary<string, int> _routes = new();
    private readonly Dictionary<string, byte[]> _names = new();
    private readonly Thread _watch;
    private volatile bool _isOver;

    public ClientLab(bool isWatched = true, TlsRoots? roots = null)
    {
        Endpoint[] endpoints =
        {
            New("stories", "stories.toys.example", 80, Scheme.Http, 0),
            New("other", "other.toys.example", 80, Scheme.Http, 0),
            New("waiting", "waiting.toys.example", 80, Scheme.Http, 0),
            New("limited", "limited.toys.example", 80, Scheme.Http, 100_000),
            New("stories-8080", "stories.toys.example", 8080, Scheme.Http, 0),
            New("secure", "secure.toys.example", 443, Scheme.Https, 0),
        };

        EndpointState[] states = Array.ConvertAll(endpoints, e => new EndpointState(e, e.Id != "waiting", 0));
        Manifest manifest = new(
            "bear", "Bear", "Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31",
            AgeBand.Under9, endpoints, Array.Empty<SensorUse>(), Array.Empty<string>());
        Toy = new ToyState("bear", manifest, states);
        Gate = new Gate(new GateState(new[] { Toy }) { IsPaired = true, Now = Moment.FromLocalSeconds(1_800_000_000) }, new VerdictCounters())
        {
            Watcher = this,
        };
        Client = new OutgoingClient(Gate, 1, this, new Dialer(this), roots ?? TlsRoots.None, this, this);
        _watch = new Thread(Watch) { IsBackground = true, Name = "lab watch" };

        if (isWatched)
        {
            _watch.Start();
        }
    }

    public Gate Gate { get; }

    public ToyState Toy { get; }

    public OutgoingClient Client { get; }

    /// <summary>Every name that was looked up.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Reasons that the gate told, allowing ones left out.</summary>
    public ConcurrentQueue<Reason> Told { get; } = new();

    /// <summary>Runs in the gate's place of telling; a gate that fails is one whose watcher throws.</summary>
    public Action<Verdict>? OnTold { get; set; }

    /// <summary>Runs before a name is answered.</summary>
    public Action? OnAsked { get; set; }

    /// <summary>What the toy's clock says; null when it does not know.</summary>
    public DateTimeOffset? Clock { get; set; } = DateTimeOffset.UtcNow;

    /// <summary>Handshakes that were announced, less those that were said to be over.</summary>
    public int Handshakes { get; private set; }

    /// <summary>Handshakes that were announced.</summary>
    public int Announced { get; private set; }

    /// <summary>Puts a server behind a name and a port, at an address of its own.</summary>
    public ClientLab With(string host, int port, LabHttp server)
    {
        return With(host, port, server.Port);
    }

    /// <summary>The same with whatever listens at that port of loopback.</summary>
    public ClientLab With(string host, int port, int realPort)
    {
        _names.TryAdd(host, new byte[] { 203, 0, 113, (byte)(_names.Count + 1) });
        _routes[$"{_names[host][3]}:{port}"] = realPort;

        return this;
    }

    /// <summary>Puts these addresses behind a name, 4 bytes each.</summary>
    public ClientLab WithName(string host, params byte[] addresses)
    {
        _names[host] = addresses;

        return this;
    }

    /// <summary>Bytes of the day of the endpoint with that number.</summary>
    public long Ledger(int endpoint)
    {
        return Toy.Endpoints[endpoint - 1].BytesToday;
    }

    public OutgoingAnswer Get(string url)
    {
        return Client.Send(new OutgoingRequest(HttpMethod.Get, url));
    }

    /// <summary>Reads a body to its end, as text.</summary>
    public static string TextOf(OutgoingAnswer answer)
    {
        Assert.AreEqual(Reason.Allowed, answer.Reason);
        MemoryStream whole = new();
        answer.Body!.CopyTo(whole);

        return Encoding.Latin1.GetString(whole.ToArray());
    }

    /// <summary>Reads a body that breaks off: what came before, and why it broke off.</summary>
    public static Reason BreakOf(OutgoingAnswer answer, out int bytes)
    {
        byte[] buffer = new byte[1000];
        bytes = 0;

        try
        {
            for (int got = answer.Body!.Read(buffer, 0, buffer.Length); got > 0; got = answer.Body!.Read(buffer, 0, buffer.Length))
            {
                bytes += got;
            }
        }
        catch (BodyException e)
        {
            return e.Reason;
        }

        return Reason.Allowed;
    }

    public Reason Lookup(HostName host, byte[] addresses, out int count)
    {
        count = 0;
        Asked.Enqueue(host.ToString());
        OnAsked?.Invoke();

        if (!_names.TryGetValue(host.ToString(), out byte[]? found))
        {
            return Reason.NameNotFound;
        }

        found.CopyTo(addresses, 0);
        count = found.Length / 4;

        return Reason.None;
    }

    // Nothing leaves loopback: an address nobody stands at leads to a port where nobody listens.
    public bool TryMap(byte[] address, int port, byte[] realAddress, out int realPort)
    {
        new byte[] { 127, 0, 0, 1 }.CopyTo(realAddress, 0);

        if (address[0] != 203 || !_routes.TryGetValue($"{address[3]}:{port}", out realPort))
        {
            realPort = 1;
        }

        return true;
    }

    public void BeforeHandshake()
    {
        Announced++;
        Handshakes++;
    }

    public void AfterHandshake()
    {
        Handshakes--;
    }

    public bool TryUtcMs(out long utcMs)
    {
        utcMs = Clock?.ToUnixTimeMilliseconds() ?? 0;

        return Clock is not null;
    }

    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        if (!verdict.IsAllowed)
        {
            Told.Enqueue(verdict.Reason);
        }

        OnTold?.Invoke(verdict);
    }

    public void Dispose()
    {
        _isOver = true;
        Client.Stop();
    }

    private void Watch()
    {
        while (!_isOver)
        {
            Client.Turn(Environment.TickCount64);
            Thread.Sleep(20);
        }
    }

    private static Endpoint New(string id, string host, int port, Scheme scheme, long dailyBytes)
    {
        HostPattern pattern = HostPattern.Parse(host, out PatternFault _)!;

        return new Endpoint(id, pattern, port, scheme, "Toys", Party.First, "stories", Array.Empty<string>(), dailyBytes, null);
    }
}
