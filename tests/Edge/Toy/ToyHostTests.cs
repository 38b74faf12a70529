using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Tests.Storage;
using ToyGuard.Edge.Web;
using ToyGuard.Fakes;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>
/// Goal: a whole toy listens at one port, reaches exactly the judged address over checked TLS, and is blind and deaf while it shakes hands.
/// Method: a toy over a home in real files, a resolver that changes its mind, and the lab's TLS servers.
/// </summary>
[TestClass]
public sealed class ToyHostTests
{
    private const int WaitMs = 10000;
    private const string Url = "https://stories.toys.test/tale";
    private const string Whole = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    [TestMethod]
    [Req("EGR-13")]
    public void Start_Paired_ListensAtThePagesPortOnly()
    {
        using Rig rig = new(Whole);
        HashSet<int> before = Listening();
        rig.Host.Start();
        Assert.IsTrue(SpinWait.SpinUntil(() => rig.Host.Web.Port > 0 && CanConnect(rig.Host.Web.Port), WaitMs));
        Assert.AreEqual(Reason.Allowed, rig.Get().Reason);
        HashSet<int> after = Listening();
        after.ExceptWith(before);

        Assert.AreEqual(rig.Host.Web.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), string.Join(' ', after));
    }

    [TestMethod]
    [Req("EGR-05")]
    [Req("EGR-03")]
    public void Send_NameThatLeadsElsewhereAMomentLater_GoesToTheJudgedAddress()
    {
        using Rig rig = new(Whole);
        rig.Start();
        OutgoingAnswer answer = rig.Get();

        Assert.AreEqual(Reason.Allowed, answer.Reason);
        Assert.AreEqual("hello", ClientLab.TextOf(answer));
        Assert.AreEqual(1, rig.Resolver.Questions.Count, "one look-up, one judgement, one connection");
        Assert.AreEqual("192.0.2.7:443", string.Join(' ', rig.Dialed));

        Assert.AreEqual(Reason.AddressLoopback, rig.Get().Reason);
        Assert.AreEqual(1, rig.Dialed.Count);
        Assert.AreEqual(1, rig.Server.Connections);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Send_BadServer_IsHeldAndGetsNothing()
    {
        using Rig rig = new(Whole, isStranger: true);
        rig.Start();

        Assert.AreEqual(Reason.TlsUntrusted, rig.Get().Reason);
        Assert.AreEqual(0, rig.Server.Bytes);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Send_ClockUnknown_LooksNothingUp()
    {
        using Rig rig = new(Whole);
        rig.Clock.Forget();
        rig.Start();

        Assert.AreEqual(Reason.ClockUnknown, rig.Get().Reason);
        Assert.AreEqual(0, rig.Resolver.Questions.Count);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Send_SilentServer_IsGivenUp()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        using Rig rig = new(Whole) { RealPort = ((IPEndPoint)silent.LocalEndpoint).Port };
        rig.Start();
        OutgoingAnswer answer = rig.Host.Client.Send(new OutgoingRequest(HttpMethod.Get, Url) { TimeMs = 1000 });

        Assert.AreEqual(Reason.TlsSilent, answer.Reason);
        Assert.IsFalse(rig.Host.Sensors.IsResting(Environment.TickCount64));
    }

    [TestMethod]
    [Req("EGR-05")]
    [Req("SENS-01")]
    public void Send_BeforeAHandshake_SensorsAreOffAndCountersSaved()
    {
        using Rig rig = new(Whole, isSteady: true);
        Sensor sensor = new(rig);
        rig.Host.Sensors.Add(sensor);
        rig.Start();
        Assert.AreEqual("hello", ClientLab.TextOf(rig.Get()));
        Assert.AreEqual("off for SensorResting, handshakes before: 0", sensor.Heard);
        Assert.IsFalse(rig.Host.Sensors.IsResting(Environment.TickCount64), "and may go on again behind it");

        byte[] kept = sensor.Kept;
        Assert.AreEqual("hello", ClientLab.TextOf(rig.Get()));
        Assert.IsFalse(sensor.Kept.SequenceEqual(rig.Kept()), "what the first call used is kept before the second shakes hands");
        Assert.IsNotNull(kept);
    }

    [TestMethod]
    [Req("RES-01")]
    public void Read_PausedMeanwhile_BreaksOff()
    {
        using Rig rig = new("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello");
        rig.Start();
        OutgoingAnswer answer = rig.Get();
        Assert.AreEqual(Reason.Allowed, answer.Reason);
        Timer pause = new(_ => rig.Home.Home.Change(rig.Home.Open.WithEverythingPaused(true)), null, 200, Timeout.Infinite);

        Assert.AreEqual(Reason.EverythingPaused, ClientLab.BreakOf(answer, out int bytes));
        Assert.AreEqual(5, bytes);
        pause.Dispose();
    }

    [TestMethod]
    public void Add_TurnThatThrows_TakesNobodysTurn()
    {
        using Rig rig = new(Whole);
        Turner bad = new(true);
        Turner good = new(false);
        rig.Host.Add(bad);
        rig.Host.Add(good);
        rig.Start();

        Assert.IsTrue(SpinWait.SpinUntil(() => good.Turns >= 10 && bad.Turns >= 10, WaitMs));
        Assert.AreEqual(1, rig.Failures("watch"), "it is heard of once");
    }

    [TestMethod]
    public void Stop_InTheMiddle_ClosesEverything()
    {
        using Rig rig = new("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello");
        rig.Start();
        int port = rig.Host.Web.Port;
        OutgoingAnswer answer = rig.Get();
        Assert.IsTrue(rig.Host.Stop(WaitMs));

        Assert.AreNotEqual(Reason.Allowed, ClientLab.BreakOf(answer, out _));
        Assert.IsTrue(rig.Host.Sensors.IsResting(Environment.TickCount64));
        Assert.AreNotEqual(Reason.Allowed, rig.Get().Reason);
        Assert.IsFalse(CanConnect(port));
    }

    private static bool CanConnect(int port)
    {
        using Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        try
        {
            client.Connect(IPAddress.Loopback, port);

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Every port at which this process can be reached: on Linux its own sockets, elsewhere those of the machine.
    private static HashSet<int> Listening()
    {
        if (!OperatingSystem.IsLinux())
        {
            IPGlobalProperties machine = IPGlobalProperties.GetIPGlobalProperties();

            return [.. machine.GetActiveTcpListeners().Select(p => p.Port), .. machine.GetActiveUdpListeners().Select(p => p.Port)];
        }

        HashSet<string> own = [];

        foreach (string link in Directory.GetFiles("/proc/self/fd"))
        {
            own.Add(new FileInfo(link).LinkTarget ?? "");
        }

        HashSet<int> ports = [];

        foreach (string table in new[] { "tcp", "tcp6", "udp", "udp6" })
        {
            string path = "/proc/self/net/" + table;

            foreach (string line in File.Exists(path) ? File.ReadAllLines(path).Skip(1) : [])
            {
                // Local address, remote address, state (0A listens, 07 is a datagram socket that is not connected), …, inode.
                string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

                if ((parts[3] == "0A" || parts[3] == "07") && own.Contains("socket:[" + parts[9] + "]"))
                {
                    ports.Add(Convert.ToInt32(parts[1][(parts[1].IndexOf(':', StringComparison.Ordinal) + 1)..], 16));
                }
            }
        }

        return ports;
    }

    private sealed class Turner(bool isBad) : ITurn
    {
        private int _turns;

        public int Turns => Volatile.Read(ref _turns);

        public void Turn(long nowMs)
        {
            Interlocked.Increment(ref _turns);

            if (isBad)
            {
                throw new InvalidOperationException("as told");
            }
        }
    }

    private sealed class Sensor(Rig rig) : ISwitchedSensor
    {
        public string Heard { get; private set; } = "";

        /// <summary>What was in flash when it was switched off last.</summary>
        public byte[] Kept { get; private set; } = [];

        public void TurnOff(Reason why)
        {
            Heard = Heard.Length > 0 ? Heard : "off for " + why + ", handshakes before: " + rig.Server.Handshakes;
            Kept = rig.Kept();
        }

        public void Turn(long nowMs)
        {
        }
    }

    /// <summary>A toy that may reach one place, whose name leads to 192.0.2.7 at first and to loopback ever after.</summary>
    private sealed class Rig : IRouteMap, IServiceWatcher, IDisposable
    {
        private readonly ConcurrentQueue<(string Service, ServiceEvent What)> _events = new();
        private readonly TlsAuthority _authority = new("Root");
        private readonly TlsAuthority _stranger = new("Stranger");

        public Rig(string answer, bool isStranger = false, bool isSteady = false)
        {
            Resolver = new FakeResolver((resolver, heard) => resolver.Reply(heard, heard.Number == 1 || isSteady ? heard.Answer(0, 7) : Loopback(heard)));
            Server = new TlsServer((isStranger ? _stranger : _authority).Issue("stories.toys.test")) { Answer = Encoding.ASCII.GetBytes(answer) };
            RealPort = Server.Place.Port;
            Home = KeptRig.Paired();
            Clock.SetUtc(TlsAuthority.Now.ToUnixTimeMilliseconds(), 0);
            WebListener page = new([127, 0, 0, 1], 0, null, [Subnet.Parse("127.0.0.0/8")!]);
            ToyHostSettings settings = new([127, 0, 0, 1]) { ResolverPort = Resolver.Port, WebListeners = [page] };
            Host = new ToyHost(Home.Home, Clock, new Dialer(this), _authority.Roots, settings, this);
        }

        public ToyHost Host { get; }

        public KeptRig Home { get; }

        public WallClock Clock { get; } = new();

        public FakeResolver Resolver { get; }

        public TlsServer Server { get; }

        public int RealPort { get; set; }

        /// <summary>Every address that was dialed.</summary>
        public ConcurrentQueue<string> Dialed { get; } = new();

        public int Failures(string service) => _events.Count(e => e.Service == service && e.What == ServiceEvent.Failed);

        public void Start()
        {
            Host.Web.Open();
            Host.Start();
        }

        public OutgoingAnswer Get() => Host.Client.Send(new OutgoingRequest(HttpMethod.Get, Url));

        /// <summary>All that is in flash.</summary>
        public byte[] Kept() => [.. Directory.GetFiles(Home.Path).Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes)];

        public bool TryMap(byte[] address, int port, byte[] realAddress, out int realPort)
        {
            Dialed.Enqueue(new IPAddress(address) + ":" + port);
            new byte[] { 127, 0, 0, 1 }.CopyTo(realAddress, 0);
            realPort = RealPort;

            return true;
        }

        public void OnService(string service, ServiceEvent what, int delayMs, string fault) => _events.Enqueue((service, what));

        public void Dispose()
        {
            Host.Stop(WaitMs);
            Server.Dispose();
            Resolver.Dispose();
            _authority.Dispose();
            _stranger.Dispose();
            Home.Dispose();
        }

        private static byte[] Loopback(FakeResolver.Heard heard)
        {
            byte[] answer = heard.Answer(0, 1);
            new byte[] { 127, 0, 0, 1 }.CopyTo(answer, answer.Length - 4);

            return answer;
        }
    }
}
