using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Threading;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Family.Tests.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Web;
using ToyGuard.Fakes;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Door;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Family.Tests.Attacks;

/// <summary>A whole device behind a real server of the page: 127.0.0.x is its own Wi-Fi, 127.0.1.x the home. Its button, display and flash are the test's.</summary>
internal sealed class FamilyRig : IHostBoard, IEraseDrive, IServiceWatcher, IDisposable
{
    public const string OwnSide = "127.0.0.3";
    public const string HomeSide = "127.0.1.1";
    public const string Pin = "739154";
    public const string Toy = "Marker Bear 4b1d";

    /// <summary>So much a day, so that minutes more can be seen.</summary>
    public const int PlayMinutes = 60;

    private const int WaitMs = 10_000;

    // Everything that a parent can change, and what makes a parent.
    private static readonly int[] s_state =
    {
        FlashLayout.SettingsA, FlashLayout.SettingsB, FlashLayout.FamilyA, FlashLayout.FamilyB, FlashLayout.TriesA, FlashLayout.TriesB, FlashLayout.SetupA, FlashLayout.SetupB,
    };

    private readonly Supervisor _supervisor;
    private readonly WebServer _server;
    private string _code = "";

    /// <summary>A device that nobody has paired. Without a server its only clock is <see cref="NowMs"/>.</summary>
    public FamilyRig(bool isServed)
    {
        SecureRandom random = new();
        Hmac hmac = new();
        WallClock clock = new();
        Home = new KeptHome(Flash, this, random, hmac, clock);
        Home.Open(Toys, new VerdictCounters());
        Factory = FactoryIdentity.Draw(random);
        Identity = new PageIdentity("Story Bear", Factory.HostLabel, PageMode.Toy);
        Setup = new SetupService(Wifi, this, Flash, random, Factory.ApName, Factory.ApKey, false);
        Host = new PairingHost(Factory, Home, Toys, clock, Flash, hmac, random, Setup, this, Identity);
        Clock = clock;

        WebListener listener = new(IPAddress.Loopback.GetAddressBytes(), 0, Subnet.Parse("127.0.0.0/24")!, new[] { Subnet.Parse("127.0.1.0/24")! });
        Router = new PageRouter(Identity, Host);
        _server = new WebServer(Router, Budget, new[] { listener }, new WebLimits { HeadMs = 1500, BodyMs = 1500 });
        _supervisor = new Supervisor(this, 20);

        if (isServed)
        {
            _server.Open();
            _supervisor.Add(Host);
            _supervisor.Add(Setup);
            _supervisor.Add(_server);
        }

        _supervisor.Start();
    }

    public FlashModel Flash { get; } = new();

    public FakeWifi Wifi { get; } = new();

    public SocketBudget Budget { get; } = new(SocketBudget.DeviceSockets);

    public DeclaredToy[] Toys { get; } = { new(Toy, Bear()) };

    public WallClock Clock { get; }

    public KeptHome Home { get; }

    public FactoryIdentity Factory { get; }

    public PageIdentity Identity { get; }

    public SetupService Setup { get; }

    public PairingHost Host { get; }

    /// <summary>The page's own router, which the server asks too.</summary>
    public PageRouter Router { get; }

    /// <summary>Milliseconds that the door's clock is ahead, for tests that need no socket.</summary>
    public long AheadMs { get; set; }

    public long NowMs
    {
        get { return Environment.TickCount64 + AheadMs; }
    }

    /// <summary>The code on the display; empty when none is shown.</summary>
    public string Code
    {
        get { return Volatile.Read(ref _code); }
    }

    /// <summary>The last code that was on the display, though it is gone.</summary>
    public string ShownLast { get; private set; } = "";

    public int Faults
    {
        get { return _server.Faults; }
    }

    public IPEndPoint Page
    {
        get { return new IPEndPoint(IPAddress.Loopback, _server.Port); }
    }

    /// <summary>Host and port as the home's browsers see them.</summary>
    public string HostName
    {
        get { return Factory.HostLabel + ".local:" + _server.Port; }
    }

    /// <summary>What would have to change if anything did: all that is kept of settings, family, PINs and networks, what is in force, today's minutes, and the time of day.</summary>
    public string State
    {
        get
        {
            StringBuilder all = new();

            foreach (int area in s_state)
            {
                all.Append(Hex.Text(Flash.Held(area))).Append('|');
            }

            Home.Gate.ShowPlay(1, out PlayView view);
            return all.Append(Home.Sequence).Append('|').Append(Host.IsPaired).Append('|').Append(view.PlayLeft).Append('|').Append(LeadMs).Append('|').Append(Wifi.Joined).ToString();
        }
    }

    // How far the time of day is ahead of the monotonic clock, to the millisecond; 0 while it is unknown.
    private long LeadMs
    {
        get
        {
            while (true)
            {
                long beforeMs = Environment.TickCount64;
                bool isKnown = Clock.TryUtcMs(out long utcMs);

                if (!isKnown || beforeMs == Environment.TickCount64)
                {
                    return isKnown ? utcMs - beforeMs : 0;
                }
            }
        }
    }

    public PhoneWire Wire(string from = HomeSide)
    {
        return new PhoneWire(Page, HostName, from);
    }

    public void Press()
    {
        Host.OnButton(ButtonAct.Press, NowMs);
    }

    /// <summary>One message to the door without a socket; null is the refusal.</summary>
    public byte[]? Take(byte[] message, int holder = 1)
    {
        byte[] buffer = new byte[PageRouter.AnswerMax];
        message.CopyTo(buffer, 0);
        int count = ((IPageDoor)Host).Answer(buffer, 0, message.Length, true, holder, NowMs);
        return count == 0 ? null : buffer[..count];
    }

    /// <summary>A device that is in the home's Wi-Fi, and nobody's.</summary>
    public FamilyRig Joined()
    {
        Wifi.Joined = "Hut";
        return this;
    }

    /// <summary>Presses and claims over this line.</summary>
    public TestPhone Claimed(Func<byte[], byte[]?> line)
    {
        Joined();
        Press();
        Until(() => Code.Length > 0, "a code on the display");
        TestPhone phone = new(line);
        Assert.IsTrue(phone.Claim(Code, Pin), "the claim");
        return phone;
    }

    /// <summary>Gives the toy a limit a day and the gate a time, so that more minutes can be given.</summary>
    public void LimitPlay()
    {
        FamilySettings now = Home.Settings;
        Assert.IsTrue(Home.Change(now.WithToy(now.Of(Toy).WithPlayMinutes(PlayMinutes))).IsSaved);
        Home.Gate.SetClock(Moment.FromLocalSeconds(1_800_000_000));
    }

    /// <summary>Waits until something is so; generous, for a loaded machine.</summary>
    public static void Until(Func<bool> isSo, string what)
    {
        Stopwatch watch = Stopwatch.StartNew();

        while (!isSo())
        {
            Assert.IsTrue(watch.ElapsedMilliseconds < WaitMs, "never: " + what);
            Thread.Sleep(5);
        }
    }

    public void Show(HostSign sign)
    {
    }

    public void ShowLink(string url, string code)
    {
        ShownLast = code.Length > 0 ? code : ShownLast;
        Volatile.Write(ref _code, code);
    }

    public void OnService(string service, ServiceEvent what, int delayMs, string fault)
    {
    }

    public bool DeleteAll()
    {
        Flash.LoseAll();
        return true;
    }

    public bool Fill(byte[] bytes, int count)
    {
        return false;
    }

    public bool DeleteFillers()
    {
        return true;
    }

    public void Dispose()
    {
        Assert.IsTrue(_supervisor.Stop(WaitMs), "the services must end");
    }

    private static Manifest Bear()
    {
        HostPattern pattern = HostPattern.Parse("stories.toys.test", out _)!;
        Endpoint stories = new("stories", pattern, 443, Scheme.Https, "Example Toys", Party.First, "stories", [], 1_000_000, null);
        Endpoint usage = new("usage", pattern, 8443, Scheme.Tls, "Example Toys", Party.Third, "analytics", [], 1_000_000, null);
        return new("bear", "Bear", "Example Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31", AgeBand.Under9, [stories, usage], [new SensorUse("microphone", "talk", "push-to-talk")], []);
    }
}
