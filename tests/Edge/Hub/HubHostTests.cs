using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using Microsoft.VisualStudio.TestTools.UnitTesting;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Fakes;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Edge.Tests.Hub;

/// <summary>
/// Goal: the hub starts closed, survives what keeps a service from starting, and leaves nothing open when it stops.
/// Method: a real hub on loopback, asked with real datagrams and connections.
/// </summary>
[TestClass]
public sealed class HubHostTests
{
    private const int WaitMs = 10000;
    private const int NoError = 0;
    private const int NameError = 3;
    private const int Refused = 5;

    private static readonly byte[] Loopback = { 127, 0, 0, 1 };

    [TestMethod]
    [Req("DEF-02")]
    public void Start_NotPaired_AnswersNothingButRefusals()
    {
        using Home home = new(isPaired: false);
        home.Open();
        home.Host.Start();

        Assert.AreEqual(Refused, home.AskDns("stories.toys.test"));
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Start_ClockForgottenAndSet_HoldsMeanwhile()
    {
        using Home home = new(isPaired: true);
        home.Open();
        home.Host.Start();
        Assert.AreEqual(NameError, home.AskDns("stories.toys.test"), "the time is not known yet");

        home.Clock.SetUtc(1800000000000, 0);
        Assert.IsTrue(SpinWait.SpinUntil(() => home.AskDns("stories.toys.test") == NoError, WaitMs));

        home.Clock.Forget();
        Assert.IsTrue(SpinWait.SpinUntil(() => home.AskDns("stories.toys.test") == NameError, WaitMs));
    }

    [TestMethod]
    public void Open_PortTaken_SaysSoAtOnce()
    {
        using Socket taken = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using Home home = new(isPaired: true, dnsPort: ((IPEndPoint)taken.LocalEndPoint!).Port);

        Check.Throws(typeof(SocketException), home.Host.Dns.Open);
    }

    [TestMethod]
    [Req("RES-01")]
    public void Start_PortTaken_OthersServeAndItComesWhenFree()
    {
        using Socket taken = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using Home home = new(isPaired: true, dnsPort: ((IPEndPoint)taken.LocalEndPoint!).Port);
        home.Clock.SetUtc(1800000000000, 0);
        home.Host.Start();

        Assert.IsTrue(SpinWait.SpinUntil(() => home.Failures("dns") >= 1, WaitMs), "it must fail, and say so");
        Assert.AreEqual(0, home.Failures("tls relay"));
        Assert.IsTrue(SpinWait.SpinUntil(() => home.Host.Relay.Port != 0 && CanConnect(home.Host.Relay.Port), WaitMs));

        taken.Close();
        Assert.IsTrue(SpinWait.SpinUntil(() => home.AskDns("stories.toys.test") == NoError, WaitMs));
        Assert.AreEqual(NameError, home.AskDns("other.toys.test"));
    }

    [TestMethod]
    public void Stop_Running_ClosesEveryPort()
    {
        using Home home = new(isPaired: true);
        home.Open();
        home.Host.Start();
        int port = home.Host.Relay.Port;
        Assert.IsTrue(CanConnect(port));

        Assert.IsTrue(home.Host.Stop(WaitMs));

        Assert.IsFalse(CanConnect(port));
        Assert.AreEqual(-1, home.AskDns("stories.toys.test"));
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

    /// <summary>A hub with one toy, at 127.0.0.1, that may reach stories.toys.test.</summary>
    private sealed class Home : IServiceWatcher, IDisposable
    {
        private readonly ConcurrentQueue<(string Service, ServiceEvent What)> _events = new();

        public Home(bool isPaired, int dnsPort = 0)
        {
            HostPattern pattern = HostPattern.Parse("stories.toys.test", out _)!;
            Endpoint stories = new("stories", pattern, 443, Scheme.Https, "Example Toys", Party.First, "stories", Array.Empty<string>(), 0, null);
            Manifest manifest = new("bear", "Bear", "Example Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31", AgeBand.Under9, new[] { stories }, Array.Empty<SensorUse>(), Array.Empty<string>());
            Gate gate = new(new GateState(new[] { new ToyState("bear", manifest) }) { IsPaired = isPaired }, new VerdictCounters());
            gate.Approve(1, 1, true);
            ToyAddresses toys = new();
            toys.Add(Loopback, 1);
            HubSettings settings = new(Loopback, Subnet.Parse("127.0.0.0/24")!, Loopback) { DnsPort = dnsPort, ResolverPort = 9 };
            settings.Relay.Port = 0;
            Host = new HubHost(gate, toys, Clock, new Dialer(null), settings, this);
        }

        public HubHost Host { get; }

        public WallClock Clock { get; } = new();

        public int Failures(string service) => _events.Count(e => e.Service == service && e.What == ServiceEvent.Failed);

        public void OnService(string service, ServiceEvent what, int delayMs, string fault) => _events.Enqueue((service, what));

        /// <summary>Both services listen when it returns, so that the first question meets them.</summary>
        public void Open()
        {
            Host.Dns.Open();
            Host.Relay.Open();
        }

        /// <summary>The response code, or -1 when nobody answers.</summary>
        public int AskDns(string name)
        {
            using UdpClient client = new(new IPEndPoint(IPAddress.Loopback, 0));
            client.Client.ReceiveTimeout = 3000;
            IPEndPoint? from = null;

            try
            {
                client.Connect(IPAddress.Loopback, Host.Dns.Port);
                client.Send(DnsBuilder.Query(7, name, DnsType.A, false));
                byte[] answer = client.Receive(ref from);

                // While nobody has the port, a client may be given it as its own, and hear its own question.
                return (answer[2] & 0x80) == 0 ? -1 : answer[3] & 15;
            }
            catch (SocketException)
            {
                return -1;
            }
        }

        public void Dispose() => Host.Stop(WaitMs);
    }
}
