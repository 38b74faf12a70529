using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Relay;
using ToyGuard.Fakes;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>A real relay on loopback with one toy, at 127.0.0.1 to 127.0.0.3, and one server behind it. Toy 1 may reach stories.toys.example and, for 1,000,000 bytes a day, limited.toys.example: by TLS, or in plain text where the relay is a plain one.</summary>
internal sealed class RelayRig : IVerdictWatcher, INameLookup, IRouteMap, IDisposable
{
    public const string Limited = "limited.toys.example";
    public const int LimitedBytes = 1000000;
    public const int WaitMs = 10000;

    /// <summary>The address that a name has in this rig. A route leads from there to the server on loopback.</summary>
    public static readonly byte[] Global = { 192, 0, 2, 80 };

    private readonly Thread _thread;
    private readonly int _judgedPort;
    private readonly ManualResetEventSlim _isOver = new();

    public RelayRig(RelayLimits? limits = null, int sessionsMax = 64, int bufferBytes = 16 * 1024, bool isPlain = false, int sockets = 0)
    {
        Scheme scheme = isPlain ? Scheme.Http : Scheme.Https;
        _judgedPort = isPlain ? PlainRelay.HttpPort : 443;
        Endpoint[] endpoints = { NewEndpoint(HelloTable.Allowed, 0, scheme), NewEndpoint(Limited, LimitedBytes, scheme) };
        Manifest manifest = new(
            "bear", "Bear", "Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31",
            AgeBand.Under9, endpoints, Array.Empty<SensorUse>(), Array.Empty<string>());
        EndpointState[] states = { new(endpoints[0], true, 0), new(endpoints[1], true, 0) };
        Toys = new[] { new ToyState("bear", manifest, states) };
        Gate = new Gate(new GateState(Toys) { IsPaired = true, Now = Moment.FromLocalSeconds(1800000000) }, new VerdictCounters());
        Gate.Watcher = this;

        ToyAddresses addresses = new();

        for (byte last = 1; last <= 3; last++)
        {
            addresses.Add(new byte[] { 127, 0, 0, last }, 1);
        }

        Server = new RelayServer();
        Subnet toySide = Subnet.Parse("127.0.0.0/24")!;
        RelaySettings settings = new() { Port = 0, SessionsMax = sessionsMax, BufferBytes = bufferBytes };
        Budget = new SocketBudget(sockets);
        Relay = isPlain
            ? new PlainRelay(Gate, addresses, toySide, this, new Dialer(this), settings, limits ?? PlainRelay.NewLimits(), Budget)
            : new TlsRelay(Gate, addresses, toySide, this, new Dialer(this), settings, limits ?? new RelayLimits(), Budget);
        Relay.Open();

        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public SocketBudget Budget { get; }

    public Gate Gate { get; }

    public ToyState[] Toys { get; }

    public RelayService Relay { get; }

    public RelayServer Server { get; }

    /// <summary>What the relay's Run threw; null while it runs, and after a stop.</summary>
    public Exception? Fault { get; private set; }

    public bool HasRunEnded
    {
        get { return _isOver.Wait(WaitMs); }
    }

    /// <summary>Reasons of all verdicts, in order.</summary>
    public ConcurrentQueue<Reason> Reasons { get; } = new();

    /// <summary>Makes the watcher, which the gate calls, throw.</summary>
    public bool IsWatcherBroken { get; set; }

    /// <summary>What a look-up gives, or does.</summary>
    public Func<(Reason, byte[])> Answer { get; set; } = static () => (Reason.None, Global);

    public int Lookups;

    public int Dials;

    /// <summary>Where the route leads, if not to <see cref="Server"/>.</summary>
    public int RoutePort { get; set; }

    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        Reasons.Enqueue(verdict.Reason);

        if (IsWatcherBroken)
        {
            throw new InvalidOperationException();
        }
    }

    public Reason Lookup(HostName host, byte[] addresses, out int count)
    {
        Interlocked.Increment(ref Lookups);
        (Reason reason, byte[] found) = Answer();
        found.CopyTo(addresses, 0);
        count = found.Length / 4;

        return reason;
    }

    public bool TryMap(byte[] address, int port, byte[] realAddress, out int realPort)
    {
        Interlocked.Increment(ref Dials);

        // Whatever is dialled here is what the gate judged, or it goes nowhere.
        bool isJudged = port == _judgedPort && address.AsSpan().SequenceEqual(Global);
        realAddress[0] = 127;
        realAddress[3] = 1;
        realPort = isJudged ? (RoutePort != 0 ? RoutePort : Server.Port) : 1;

        return true;
    }

    /// <summary>A toy that has connected, from any loopback address.</summary>
    public Socket Connect(string from = "127.0.0.1")
    {
        Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = WaitMs,
            SendTimeout = WaitMs,
        };

        // Not without need: with many ports in use, the system looks long for a free one.
        if (from != "127.0.0.1")
        {
            client.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        }

        client.Connect(IPAddress.Loopback, Relay.Port);

        return client;
    }

    /// <summary>A toy that is through: its hello has reached the server.</summary>
    public Socket ConnectThrough(out Socket server, string name = HelloTable.Allowed)
    {
        Socket client = Connect();
        byte[] hello = new HelloBuilder().Name(name).Record();
        client.Send(hello);
        server = Server.Accept();
        CollectionAssert.AreEqual(hello, Receive(server, hello.Length));

        return client;
    }

    /// <summary>Exactly so many bytes.</summary>
    public static byte[] Receive(Socket socket, int count)
    {
        byte[] bytes = new byte[count];
        int have = 0;

        while (have < count)
        {
            int got = socket.Receive(bytes, have, count - have, SocketFlags.None);
            Assert.AreNotEqual(0, got, $"ended after {have} of {count}");
            have += got;
        }

        return bytes;
    }

    /// <summary>Everything until the other side ends or breaks off.</summary>
    public static byte[] ReceiveAll(Socket socket, out bool wasReset)
    {
        using System.IO.MemoryStream all = new();
        byte[] buffer = new byte[65536];
        wasReset = false;

        while (true)
        {
            try
            {
                int got = socket.Receive(buffer);

                if (got == 0)
                {
                    return all.ToArray();
                }

                all.Write(buffer, 0, got);
            }
            catch (SocketException e) when (e.SocketErrorCode != SocketError.TimedOut && e.SocketErrorCode != SocketError.WouldBlock)
            {
                wasReset = true;

                return all.ToArray();
            }
        }
    }

    /// <summary>Waits until it is so.</summary>
    public static void Until(Func<bool> condition, string what)
    {
        Assert.IsTrue(SpinWait.SpinUntil(condition, WaitMs), what);
    }

    /// <summary>The relay still serves, and nothing in it failed.</summary>
    public void StillServes()
    {
        using Socket client = ConnectThrough(out Socket server);
        server.Send(new byte[] { 42 });
        Assert.AreEqual((byte)42, Receive(client, 1)[0]);
        server.Close();
        Assert.AreEqual(0, client.Receive(new byte[1]));
        Assert.AreEqual(0, Relay.Faults, "faults");
    }

    public void Dispose()
    {
        Relay.Stop();
        Assert.IsTrue(HasRunEnded, "Run must return after Stop");
        Server.Dispose();
        _isOver.Dispose();
    }

    private Endpoint NewEndpoint(string host, long dailyBytes, Scheme scheme)
    {
        return new Endpoint(
            host, HostPattern.Parse(host, out PatternFault _)!, _judgedPort, scheme, "Toys", Party.First, "stories",
            Array.Empty<string>(), dailyBytes, null);
    }

    private void Run()
    {
        try
        {
            Relay.Run();
        }
        catch (Exception e)
        {
            Fault = e;
        }

        _isOver.Set();
    }
}
