using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Threading;

using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Web;
using ToyGuard.Fakes;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>A device with two toys behind a real server, on loopback: one port is the home's side, another its own Wi-Fi. Its flash is real files; power can be cut and come back.</summary>
internal sealed class FamilyRig : IDisposable, IHostBoard
{
    public const int WaitMs = 10000;

    /// <summary>What the family calls its toys: nobody else may hear of it.</summary>
    public const string Bear = "marker-7f3a-bear";
    public const string Lamp = "marker-7f3a-lamp";

    public const string Pin = "marker-pin-81";

    private readonly string _root = Directory.CreateTempSubdirectory("toyguard-family-").FullName;
    private readonly List<HostSign> _signs = [];
    private readonly FactoryIdentity _factory = FactoryIdentity.Draw(new SecureRandom());
    private readonly PageMode _mode;
    private Thread[] _threads = [];

    /// <param name="second">The second toy, if it is to be another one.</param>
    /// <param name="mode">A hub, or a toy that guards itself.</param>
    public FamilyRig(DeclaredToy? second = null, PageMode mode = PageMode.Hub)
    {
        _mode = mode;
        Toys = [new DeclaredToy(Bear, NewManifest()), second ?? new DeclaredToy(Lamp, NewManifest())];
        PowerOn();
    }

    public DeclaredToy[] Toys { get; }

    public KeptHome Home { get; private set; } = null!;

    /// <summary>Who is on the hub's own Wi-Fi.</summary>
    public PlayedThings Seen { get; } = new();

    /// <summary>Which of them is which toy.</summary>
    public ThingBook Things { get; private set; } = null!;

    public WallClock Clock { get; private set; } = null!;

    public PairingHost Host { get; private set; } = null!;

    public WebServer Server { get; private set; } = null!;

    public PageIdentity Identity { get; private set; } = null!;

    /// <summary>What the display shows; empty for nothing.</summary>
    public string Code { get; private set; } = "";

    public string Link { get; private set; } = "";

    public HostSign[] Signs
    {
        get
        {
            lock (_signs)
            {
                return [.. _signs];
            }
        }
    }

    public string FlashFolder => Path.Combine(_root, "flash");

    /// <summary>The page as browsers in the home reach it.</summary>
    public PhoneWire Wire(bool isHomeSide = true)
    {
        int port = Server.PortOf(isHomeSide ? 0 : 1);
        return new PhoneWire(new IPEndPoint(IPAddress.Loopback, port), $"{_factory.HostLabel}.local:{port}");
    }

    public TestPhone NewPhone(string label = "marker-7f3a-phone")
    {
        // The port is another one after a restart.
        return new TestPhone(message => Wire().Door(message), label);
    }

    /// <summary>The first guardian, signed in with the PIN.</summary>
    public TestPhone Claimed()
    {
        TestPhone phone = NewPhone();
        Press();
        Assert.IsTrue(phone.Claim(Code, Pin), "claim");
        Assert.IsTrue(phone.SignIn(full: true), "session");
        return phone;
    }

    /// <summary>One more phone by an invitation of <paramref name="guardian"/>.</summary>
    public TestPhone Invited(TestPhone guardian, Role role)
    {
        PhoneAnswer? given = guardian.Loosen(new { op = "invite", role = (int)role, days = 0 }, Press);
        Assert.IsTrue(given is { IsOk: true }, given?.Text);
        TestPhone phone = NewPhone("marker-7f3a-" + (int)role);
        Assert.IsTrue(phone.Join(given!["code"], (int)role, Pin + (int)role), "join");
        return phone;
    }

    public void Press()
    {
        Host.OnButton(ButtonAct.Press, Environment.TickCount64);
    }

    /// <summary>Why a toy is held at a place, its maker's unless said otherwise; Allowed when it gets out.</summary>
    public Reason Held(int toy = 1, string host = "stories.toys.test")
    {
        Home.Gate.SetClock(Clock.Now());
        GateQuery query = new() { Toy = toy, Kind = AskKind.Lookup };
        Assert.AreEqual(HostFault.None, query.Host.Read(host));
        return Home.Gate.Ask(query).Reason;
    }

    /// <summary>Everything that flash holds, as one hash.</summary>
    public string FlashPrint()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        foreach (string file in Directory.GetFiles(FlashFolder).Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Pulls the plug and starts again over what flash has.</summary>
    public void Restart()
    {
        PowerOff();
        PowerOn();
    }

    public void PowerOff()
    {
        Server.Stop();
        Host.Stop();

        foreach (Thread thread in _threads)
        {
            Assert.IsTrue(thread.Join(WaitMs), "a service does not end");
        }
    }

    public void PowerOn()
    {
        FileFlash flash = new(FlashFolder, 512 * 1024);
        Clock = new WallClock();
        Clock.SetUtc(1_800_000_000_000, 0);
        Home = new KeptHome(flash, new FileDrive(flash), new SecureRandom(), new Hmac(), Clock);
        Things = new ThingBook(new CarefulFlash(flash));
        Home.Open(Toys, new VerdictCounters(), Things);
        Identity = new PageIdentity("Marker-free device", _factory.HostLabel, _mode);
        Host = new PairingHost(_factory, Home, Home.Toys, Clock, flash, new Hmac(), new SecureRandom(), null, this, Identity, things: _mode == PageMode.Hub ? Things : null)
        {
            SeenThings = Seen,
        };

        byte[] address = IPAddress.Loopback.GetAddressBytes();
        Subnet loopback = Subnet.Parse("127.0.0.0/8")!;
        WebListener home = new(address, 0, null, [loopback]);
        WebListener own = new(address, 0, loopback, []);
        Server = new WebServer(new PageRouter(Identity, Host), new SocketBudget(0), [home, own], new WebLimits());
        Server.Open();
        _threads = [Started(Server.Run), Started(Host.Run)];
    }

    public static void Until(Func<bool> condition, string what)
    {
        Assert.IsTrue(SpinWait.SpinUntil(condition, WaitMs), what);
    }

    public void Show(HostSign sign)
    {
        lock (_signs)
        {
            _signs.Add(sign);
        }
    }

    public void ShowLink(string url, string code)
    {
        Link = url;
        Code = code;
    }

    public void Dispose()
    {
        PowerOff();
        Directory.Delete(_root, recursive: true);
    }

    private static Thread Started(ThreadStart run)
    {
        Thread thread = new(run) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static Manifest NewManifest()
    {
        return new Manifest(
            "bear",
            "Bear",
            "Example Toys",
            "https://toys.example/",
            "mailto:security@toys.example",
            "2031-12-31",
            AgeBand.Under9,
            [NewEndpoint("stories", Party.First), NewEndpoint("statistics", Party.Third)],
            [new SensorUse("microphone", "talk", "push-to-talk")],
            []);
    }

    private static Endpoint NewEndpoint(string name, Party party)
    {
        HostPattern pattern = HostPattern.Parse(name + ".toys.test", out _)!;
        return new Endpoint(name, pattern, 443, Scheme.Https, "Example Toys", party, name, [], 1000000, null);
    }
}
