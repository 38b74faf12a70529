using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge.Dhcp;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Family;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Guard.Dhcp;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Routes;

namespace ToyGuard.Heap;

/// <summary>A hub of 32 toys with 32 endpoints each, up to the moment before the first socket; then what three relays and a page load have on top.</summary>
public static class HubLoad
{
    private const int Toys = 32;
    private const int Endpoints = 32;
    private const int Relays = 3;

    // As firmware/Hub sets them.
    private const int HelloBytes = 12 * 1024;

    // The services of a hub that have a thread of their own, beside relays and page.
    private const int Threads = 10;

    /// <summary>Weighs it.</summary>
    public static object Weigh()
    {
        MemoryFlash flash = new MemoryFlash();
        Scale scale = new Scale("hub", flash);
        WallClock clock = new WallClock();
        Dice dice = new Dice();
        ManagedHmac hmac = new ManagedHmac();
        NoBoard board = new NoBoard();

        DeclaredToy[] toys = FullHome.Declare(Toys, Endpoints);
        scale.Say("manifests");

        KeptHome home = new KeptHome(flash, new NoDrive(), dice, hmac, clock);
        home.Open(toys, new VerdictCounters());
        home.Change(FullHome.Approve(toys));
        scale.Say("gate and settings");

        PageIdentity identity = new PageIdentity("ToyGuard", "toyguard-00000000", PageMode.Hub);
        PairingHost family = new PairingHost(FactoryIdentity.Draw(dice, false), home, toys, clock, flash, hmac, dice, null, board, identity);
        scale.Say("family and door");

        byte[] address = new byte[] { 192, 168, 4, 1 };
        Subnet toySide = Subnet.Parse("192.168.4.0/24")!;
        ToyAddresses addresses = new ToyAddresses();
        HubSettings settings = new HubSettings(address, toySide, new byte[4]) { Identity = identity, Door = family };
        HubHost host = new HubHost(home, addresses, clock, new Dialer(null), settings, board);
        LeaseTable table = new LeaseTable(address, toySide);
        DhcpResponder leases = new DhcpResponder(table, new LeaseBook(flash, table), new NoStations(), addresses);
        host.Add(new DhcpServer(leases, address, DhcpServer.DefaultPort, DhcpServer.DefaultClientPort));
        host.Add(family);
        scale.Say("services");

        object threads = new RestingThreads(Threads);
        scale.Say("threads");
        scale.SayTotal("idle");

        object[] relays = new object[Relays];

        for (int i = 0; i < Relays; i++)
        {
            // As RelayWorker and its splice have them; the hello's buffer lives until it is passed on. A place with its body beside it.
            byte[] buffer = new byte[settings.Relay.BufferBytes];
            relays[i] = new object[] { new RelaySession(home.Gate, settings.Limits), buffer, new byte[buffer.Length], new byte[HelloBytes], new RestingThreads(1) };
        }

        scale.Say("relays");
        object page = new PageLoad();
        scale.Say("page");
        scale.SayTotal("peak");
        return new object[] { host, threads, relays, page };
    }
}
