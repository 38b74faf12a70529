using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

using Microsoft.VisualStudio.TestTools.UnitTesting;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Web;
using ToyGuard.Fakes;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Edge.Tests.Hub;

/// <summary>
/// Goal: rules before sockets, and the radio last, at every start there is; the page is up at all of them.
/// Method: a flash, services and a radio that write down when they were touched, in one list; at every stage, and with a flash that throws at each call in turn.
/// </summary>
[TestClass]
public sealed class KeptHubTests
{
    private const int WaitMs = 20000;
    private const int NoError = 0;

    private static readonly byte[] s_loopback = { 127, 0, 0, 1 };

    [TestMethod]
    [Req("RES-02")]
    public void New_HomeNotOpen_CannotBeMade()
    {
        using Rig rig = new(new FlashModel());

        Check.Throws(typeof(InvalidOperationException), () => rig.NewHost());
        Assert.AreEqual(0, rig.Events.Count, "not even the flash was touched");
    }

    [TestMethod]
    [Req("RES-02")]
    [DataRow(0)]
    [DataRow(BootLadder.LastGoodAfter)]
    [DataRow(BootLadder.SafeAfter)]
    public void Start_EveryStage_RulesThenServicesThenRadio(int badBoots)
    {
        FlashModel flash = Paired();

        for (int i = 0; i < badBoots; i++)
        {
            using Rig bad = new(flash);
            bad.Home.Open(bad.Toys, new VerdictCounters());
        }

        AssertOrder(flash, BootLadder.Of(badBoots), badBoots < BootLadder.SafeAfter ? Reason.Allowed : Reason.EverythingPaused);
    }

    [TestMethod]
    [Req("RES-02")]
    [Req("UPD-04")]
    public void Start_SettingsDamaged_HoldsBeforeTheFirstServiceAndServesThePage()
    {
        FlashModel flash = Paired();
        flash.Rot(FlashLayout.SettingsA, 20, 1);
        flash.Rot(FlashLayout.SettingsB, 20, 1);

        AssertOrder(flash, BootStage.Safe, Reason.NotPaired);
    }

    [TestMethod]
    [Req("RES-01")]
    [Req("RES-02")]
    public void Start_FlashThrowsAtEachCall_RulesComeFirstAndThePageIsServed()
    {
        FlashModel made = Paired();
        int calls = 1;

        for (int call = 0; call < calls; call++)
        {
            FlashModel flash = new();
            flash.CopyFrom(made);
            flash.ThrowAt(call);

            using Rig rig = new(flash);
            BootOutcome outcome = rig.Home.Open(rig.Toys, new VerdictCounters());
            calls = Math.Max(calls, flash.Calls);
            Assert.IsTrue(Strictness.IsNeverLooser(outcome.Settings, rig.Open), $"call {call}");

            // Sockets are the slow part; a call in eight shows them.
            if (call % 8 == 0)
            {
                rig.Start();
                AssertServed(rig);
                Assert.AreEqual(rig.Ask(), rig.AtFirstService, $"call {call}: the rules were there before the first service");
                Assert.IsTrue(rig.Events.IndexOf("opened") < rig.Events.FindIndex(IsService), $"call {call}");
            }
        }

        Assert.IsTrue(calls > 40, $"{calls} calls were tried");
    }

    [TestMethod]
    [Req("RES-02")]
    public void Start_KeptHome_TheFirstAnswerIsByTheRules()
    {
        using Rig open = new(Paired());
        open.Home.Open(open.Toys, new VerdictCounters());
        open.Start();
        Assert.IsTrue(SpinWait.SpinUntil(() => open.AskDns() == NoError, WaitMs));

        FlashModel paused = Paired();
        using (Rig guardian = new(paused))
        {
            guardian.Home.Open(guardian.Toys, new VerdictCounters());
            Assert.IsTrue(guardian.Home.Change(guardian.Open.WithEverythingPaused(true)).IsSaved);
        }

        using Rig closed = new(paused);
        closed.Home.Open(closed.Toys, new VerdictCounters());
        closed.Start();
        int answer = -1;
        Assert.IsTrue(SpinWait.SpinUntil(() => (answer = closed.AskDns()) >= 0, WaitMs));
        Assert.AreNotEqual(NoError, answer);
    }

    [TestMethod]
    [Req("LOG-01")]
    public void Start_ServiceKeepsFailing_IsRecordedOnce()
    {
        using Socket taken = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using Rig rig = new(Paired()) { DnsPort = ((IPEndPoint)taken.LocalEndPoint!).Port };
        rig.Home.Open(rig.Toys, new VerdictCounters());
        rig.Start();

        Assert.IsTrue(SpinWait.SpinUntil(() => rig.Count("dns failed") >= 2, WaitMs));
        Assert.AreEqual(1, rig.CountRecords(RecordKind.ServiceFailed));
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Stop_BytesWereMoved_TheyAreKept()
    {
        FlashModel flash = Paired();
        using (Rig rig = new(flash))
        {
            rig.Home.Open(rig.Toys, new VerdictCounters());
            rig.Start();
            Assert.AreEqual(Reason.Allowed, rig.Ask());
            rig.Home.Gate.AddBytes(1, 1, Rig.BytesADay);
        }

        using Rig next = new(flash);
        next.Home.Open(next.Toys, new VerdictCounters());
        Assert.AreEqual(Reason.EndpointBudget, next.Ask());
    }

    private static void AssertOrder(FlashModel flash, BootStage stage, Reason reason)
    {
        using Rig rig = new(flash);
        BootOutcome outcome = rig.Home.Open(rig.Toys, new VerdictCounters());
        Assert.AreEqual(stage, outcome.Stage);
        rig.Start();
        AssertServed(rig);
        Assert.IsTrue(SpinWait.SpinUntil(() => rig.Count("radio joined") > 0, WaitMs), "the radio joins in the end");

        List<string> events = rig.Events;
        int settings = events.IndexOf("read settings-a");
        int opened = events.IndexOf("opened");
        int service = events.FindIndex(IsService);
        int radio = events.IndexOf("radio joined");
        Assert.IsTrue(settings >= 0 && settings < opened && opened < service && service < radio, string.Join(", ", events.Distinct()));
        Assert.AreEqual(reason, rig.AtFirstService, "the rules were in force before the first service");
        Assert.AreEqual(reason, rig.Ask());
    }

    private static bool IsService(string what) => what.EndsWith(" started", StringComparison.Ordinal);

    private static void AssertServed(Rig rig) =>
        Assert.IsTrue(SpinWait.SpinUntil(() => rig.GetPage().StartsWith("HTTP/1.1 200", StringComparison.Ordinal), WaitMs), rig.GetPage());

    private static FlashModel Paired()
    {
        FlashModel flash = new();
        using Rig rig = new(flash);
        rig.Home.Open(rig.Toys, new VerdictCounters());
        Assert.IsTrue(rig.Home.Change(rig.Open).IsSaved);
        rig.Home.Keep(0);
        rig.Home.Keep(BootLadder.GoodAfterMs);

        return flash;
    }

    /// <summary>A hub with one toy at 127.0.0.1 over a kept home, and a list of what was touched when.</summary>
    private sealed class Rig : IFlash, IEraseDrive, IRandom, IService, IServiceWatcher, IRecordReader, IDisposable
    {
        public const int BytesADay = 1000000;

        private readonly FlashModel _flash;
        private readonly List<string> _events = [];
        private readonly WallClock _clock = new();
        private readonly ManualResetEvent _ended = new(false);
        private HubHost? _host;
        private int _records;
        private RecordKind _wanted;

        public Rig(FlashModel flash)
        {
            _flash = flash;
            HostPattern pattern = HostPattern.Parse("stories.toys.test", out _)!;
            Endpoint stories = new("stories", pattern, 443, Scheme.Https, "Example Toys", Party.First, "stories", [], BytesADay, null);
            Manifest manifest = new("bear", "Bear", "Example Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31", AgeBand.Under9, [stories], [], []);
            Toys = [new DeclaredToy("bear", manifest)];
            Home = new KeptHome(this, this, this, new Hmac(), _clock);
            _clock.SetUtc(1800000000000, 0);
        }

        public KeptHome Home { get; }

        public DeclaredToy[] Toys { get; }

        public int DnsPort { get; init; }

        public FamilySettings Open => Household.Approve(FamilySettings.Strict.WithPaired(true).WithEverythingPaused(false), Toys[0], 1, true);

        /// <summary>What the gate said when the first service began.</summary>
        public Reason AtFirstService { get; private set; }

        public string Name => "radio";

        public List<string> Events
        {
            get
            {
                lock (_events)
                {
                    return [.. _events];
                }
            }
        }

        public int Count(string what) => Events.Count(e => e == what);

        public HubHost NewHost()
        {
            ToyAddresses toys = new();
            toys.Add(s_loopback, 1);
            HubSettings settings = new(s_loopback, Subnet.Parse("127.0.0.0/24")!, s_loopback) { DnsPort = DnsPort, SntpPort = 0, ResolverPort = 9 };
            settings.Relay.Port = 0;
            settings.Plain.IsListening = false;
            settings.WebListeners = [new WebListener(s_loopback, 0, null, [Subnet.Parse("127.0.0.0/24")!])];

            HubHost host = new(Home, toys, _clock, new Dialer(null), settings, this);
            host.Add(this);
            return host;
        }

        public void Start()
        {
            Note("opened");
            _host = NewHost();
            _host.Start();
        }

        public Reason Ask()
        {
            GateQuery query = new() { Toy = 1, Kind = AskKind.Lookup };
            query.Host.Read("stories.toys.test");
            Home.Gate.SetClock(_clock.Now());

            return Home.Gate.Ask(query).Reason;
        }

        /// <summary>The response code, or -1 when nobody answers.</summary>
        public int AskDns()
        {
            using UdpClient client = new(new IPEndPoint(IPAddress.Loopback, 0));
            client.Client.ReceiveTimeout = 3000;
            IPEndPoint? from = null;

            try
            {
                client.Connect(IPAddress.Loopback, _host!.Dns.Port);
                client.Send(DnsBuilder.Query(7, "stories.toys.test", DnsType.A, false));
                return client.Receive(ref from)[3] & 15;
            }
            catch (SocketException)
            {
                return -1;
            }
        }

        /// <summary>What the page's server says first; empty when nobody answers.</summary>
        public string GetPage()
        {
            try
            {
                int port = _host!.Web.PortOf(0);
                using TcpClient client = new();
                client.Connect(IPAddress.Loopback, port);
                client.ReceiveTimeout = 3000;
                client.GetStream().Write(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"));
                byte[] head = new byte[12];
                client.GetStream().ReadExactly(head);

                return Encoding.ASCII.GetString(head);
            }
            catch (Exception e) when (e is SocketException or System.IO.IOException or ArgumentException or ObjectDisposedException)
            {
                return "";
            }
        }

        public int CountRecords(RecordKind kind)
        {
            _wanted = kind;
            _records = 0;
            Home.Walk(this);

            return _records;
        }

        public void OnService(string service, ServiceEvent what, int delayMs, string fault)
        {
            lock (_events)
            {
                if (!_events.Exists(IsService))
                {
                    AtFirstService = Ask();
                }

                _events.Add(service + (what == ServiceEvent.Started ? " started" : what == ServiceEvent.Failed ? " failed" : " stopped"));
            }
        }

        // The service that joins the home's Wi-Fi.
        public void Run()
        {
            Note("radio joined");
            _ended.WaitOne();
        }

        public void Stop() => _ended.Set();

        public int CapacityOf(int area) => _flash.CapacityOf(area);

        public int Read(int area, int offset, byte[] buffer, int at, int count)
        {
            Note("read " + FlashLayout.NameOf(area));

            return _flash.Read(area, offset, buffer, at, count);
        }

        public bool Append(int area, int held, byte[] bytes, int offset, int count) => _flash.Append(area, held, bytes, offset, count);

        public bool Replace(int area, byte[] bytes, int offset, int count) => _flash.Replace(area, bytes, offset, count);

        public bool Erase(int area) => _flash.Erase(area);

        public bool DeleteAll() => false;

        public bool Fill(byte[] bytes, int count) => false;

        public bool DeleteFillers() => false;

        // The shortest wait there is would be before anything listens: one in the middle.
        public void Fill(byte[] bytes, int offset, int count) => Array.Fill(bytes, (byte)40, offset, count);

        public void OnRecord(uint sequence, Record record) => _records += record.Kind == _wanted ? 1 : 0;

        public void OnUnproved(uint sequence, Record record)
        {
        }

        public void OnFault(RecordFault fault, uint sequence)
        {
        }

        public void Dispose()
        {
            _host?.Stop(WaitMs);
            _ended.Dispose();
        }

        private void Note(string what)
        {
            lock (_events)
            {
                _events.Add(what);
            }
        }
    }
}
