using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Family;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Toy;
using ToyGuard.Page.Routes;

namespace ToyGuard.Heap;

/// <summary>A toy with 32 endpoints, up to the moment before the first socket; then what a page load has on top. A TLS session is the firmware's, not the heap's.</summary>
public static class ToyLoad
{
    private const int Endpoints = 32;

    // The services of a toy that have a thread of their own, beside the page, and the toy's own.
    private const int Threads = 6;

    /// <summary>Weighs it.</summary>
    public static object Weigh()
    {
        MemoryFlash flash = new MemoryFlash();
        Scale scale = new Scale("toy", flash);
        WallClock clock = new WallClock();
        Dice dice = new Dice();
        ManagedHmac hmac = new ManagedHmac();
        NoBoard board = new NoBoard();

        DeclaredToy[] toys = FullHome.Declare(1, Endpoints);
        scale.Say("manifests");

        KeptHome home = new KeptHome(flash, new NoDrive(), dice, hmac, clock);
        home.Open(toys, new VerdictCounters());
        home.Change(FullHome.Approve(toys));
        scale.Say("gate and settings");

        PageIdentity identity = new PageIdentity("Toy", "toyguard-00000000", PageMode.Toy);
        PairingHost family = new PairingHost(FactoryIdentity.Draw(dice, false), home, toys, clock, flash, hmac, dice, null, board, identity);
        scale.Say("family and door");

        ToyHostSettings settings = new ToyHostSettings(new byte[4]) { Identity = identity, Door = family, Deletes = family.Deletes };
        ToyHost host = new ToyHost(home, clock, new Dialer(null), TlsRoots.None, settings, board);
        host.Add(family);
        scale.Say("services");

        object threads = new RestingThreads(Threads);
        scale.Say("threads");
        scale.SayTotal("idle");

        object page = new PageLoad();
        scale.Say("page");
        scale.SayTotal("peak");
        return new object[] { host, threads, page };
    }
}
