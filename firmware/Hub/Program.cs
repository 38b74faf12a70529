using System;
using System.Threading;

using nanoFramework.Runtime.Native;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Device.Body;
using ToyGuard.Device.Factory;
using ToyGuard.Device.Radio;
using ToyGuard.Edge;
using ToyGuard.Edge.Dhcp;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Family;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Relay;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Web;
using ToyGuard.Guard.Dhcp;
using ToyGuard.Guard.Dns;
using ToyGuard.Guard.Toys;
using ToyGuard.Kit.Body;
using ToyGuard.Page.Probes;
using ToyGuard.Page.Routes;

namespace ToyGuard.Hub;

/// <summary>The hub on an ESP32 with PSRAM: says <c>new</c> to real things, in the order radio, policy, services, home.</summary>
/// <remarks>
/// The radio comes first: nothing of what the platform presets may stay in force, and without a radio the generator draws badly (nano.md 4). It is
/// heard then, and nobody answers: no socket exists before the rules that were kept are in force. The home is joined last of all.
/// A board that was given no identity stays shut: there is no key that its own Wi-Fi could have. A guardian's phone tells the time; a time
/// server is asked only once somebody is its guardian, and brings a hub back after a power cut while all phones are away (design.md 7).
/// </remarks>
public static class Program
{
    // The toy side: the hub's address on its own Wi-Fi, and that network.
    private const string AddressText = "192.168.4.1";
    private const string ToySideText = "192.168.4.0/24";
    // One hello buffer and one splice buffer a relay (firmware/budgets.json). Two kilobytes of hello in one-byte records still fit.
    private const int HelloBytes = 12 * 1024;
    // Whoever sells a device asks the pool for a name of its own, and puts it here (limits.md).
    private const string TimeServer = "pool.ntp.org";
    // A folder of our own: the platform keeps its networks on the same drive. No board's drive is larger than this (nano.md 6).
    private const string FlashFolder = "I:\\toyguard";
    private const int DriveBytes = 4 * 1024 * 1024;

    /// <summary>Where the device starts.</summary>
    public static void Main()
    {
        FactoryIdentity? factory = FactoryReader.Read(needsManifest: false).Identity;

        if (factory is not null)
        {
            Start(factory, new DeviceBoard(BoardPins.Of(SystemInfo.TargetName)));
        }

        Thread.Sleep(Timeout.Infinite);
    }

    private static void Start(FactoryIdentity factory, DeviceBoard board)
    {
        byte[] address = { 192, 168, 4, 1 };
        Subnet toySide = Subnet.Parse(ToySideText)!;
        SecureRandom random = new SecureRandom();
        EspWifi wifi = new EspWifi(factory.HostLabel, factory.ApName, factory.ApKey, AddressText, true, random);

        WallClock clock = new WallClock();
        FileFlash flash = new FileFlash(FlashFolder, DriveBytes);
        KeptHome kept = new KeptHome(flash, new FileDrive(flash), random, new Hmac(), clock);
        DeclaredToy[] toys = new DeclaredToy[0];
        ThingBook things = new ThingBook(new CarefulFlash(flash));
        BootOutcome outcome = kept.Open(toys, new VerdictCounters(), things);

        PageIdentity identity = new PageIdentity("ToyGuard", factory.HostLabel, PageMode.Hub) { IsPaired = outcome.Settings.IsPaired };
        SetupService setup = new SetupService(wifi, board, flash, random, factory.ApName, factory.ApKey, identity.IsPaired, isForToys: true);
        board.Screen.Belong(factory, identity, wifi);
        PairingHost pairing = new PairingHost(factory, kept, kept.Toys, clock, flash, new Hmac(), random, setup, board, identity, false, things);
        pairing.Names = new SetupNames(factory.HostLabel, address, ProbeTable.Hosts());
        HomeNetwork home = new HomeNetwork(toySide, address);
        MdnsService names = new MdnsService(factory.HostLabel, random, pairing, MdnsService.DefaultPort);
        names.SetSide(MdnsService.OwnSide, address, toySide);
        ToyAddresses addresses = new ToyAddresses();
        LeaseTable table = new LeaseTable(address, toySide);
        LeaseBook book = new LeaseBook(new CarefulFlash(flash), table);
        book.Open(Environment.TickCount64);
        DhcpResponder leases = new DhcpResponder(table, book, new ApStations(new BookedStations(things)), addresses);
        DhcpServer dhcp = new DhcpServer(leases, address, DhcpServer.DefaultPort, DhcpServer.DefaultClientPort);
        pairing.SeenThings = dhcp;

        HubSettings settings = new HubSettings(address, toySide, home) { Identity = identity, Door = pairing, SetupNames = pairing.Names, TimeServer = TimeServer };
        settings.Limits.HelloBytes = HelloBytes;

        // One listener for page and plain relay, on any address: who is heard, and as what, goes by where he comes from.
        settings.WebListeners = new WebListener[] { new WebListener(new byte[4], PlainRelay.HttpPort, toySide, new Subnet[0]) { Home = home } };
        settings.Plain.IsListening = false;

        HubHost host = new HubHost(kept, addresses, clock, new Dialer(null), settings, new SerialLog(outcome));

        // Behind names, time and relays: who is given an address finds them. Whoever joins the home comes last.
        host.Add(dhcp);
        host.Add(pairing);
        host.Add(board);
        host.Add(board.Screen);
        host.Add(board.Buttons(pairing, null, out IService[] holds));

        foreach (IService hold in holds)
        {
            host.Add(hold);
        }

        host.Add(names);
        host.Add(new HomeWatch(new EspHome(), home, names));
        host.Add(setup);
        host.Start();
    }
}
