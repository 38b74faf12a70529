using System;
using System.Net;
using System.Net.NetworkInformation;
using System.Threading;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Factory;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Device.Factory;
using ToyGuard.Edge;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Toy;
using ToyGuard.Edge.Web;
using ToyGuard.Guard.Manifests;
using ToyGuard.Guard.Toys;
using ToyGuard.Kit;
using ToyGuard.Page.Routes;
using ToyGuard.Samples.StoryToy;

namespace ToyGuard.Toy;

/// <summary>ToyGuard inside a toy, on an ESP32: says <c>new</c> to real things, in the order policy first, sockets last.</summary>
/// <remarks>
/// What is kept on the drive is in force before anything else starts; manifest and trust anchors lie behind the program as data. Without them
/// there is no toy: the page is up, and everything is held. On a bare board power coming on is the press that a story begins with.
/// </remarks>
public static class Program
{
    // A folder of our own: the platform keeps its networks on the same drive. No board's drive is larger than this (nano.md 6).
    private const string FlashFolder = "I:\\toyguard";
    private const int DriveBytes = 4 * 1024 * 1024;
    private const int PagePort = 80;

    /// <summary>Where the device starts.</summary>
    public static void Main()
    {
        Start();
        Thread.Sleep(Timeout.Infinite);
    }

    // Apart from Main, so that what only the start needs is free again.
    private static void Start()
    {
        FactoryData made = FactoryReader.Read(needsManifest: true);
        WallClock clock = new WallClock();
        FileFlash flash = new FileFlash(FlashFolder, DriveBytes);
        KeptHome kept = new KeptHome(flash, new FileDrive(flash), new SecureRandom(), new Hmac(), clock);
        Manifest? manifest = ReadManifest(made);
        DeclaredToy[] toys = manifest is null ? new DeclaredToy[0] : new DeclaredToy[] { new DeclaredToy("toy", manifest) };
        BootOutcome outcome = kept.Open(toys, new VerdictCounters());

        foreach (BootFinding finding in outcome.Findings)
        {
            Console.WriteLine("start " + ((int)finding).ToString() + " " + BootFindingWords.Of(finding));
        }

        SerialBoard board = new SerialBoard();
        NetworkInterface home = NetworkInterface.GetAllNetworkInterfaces()[0];
        bool isHome = home.IPv4Address.Length > 0;
        Subnet? side = isHome ? Subnet.Of(IPAddress.Parse(home.IPv4Address).GetAddressBytes(), IPAddress.Parse(home.IPv4SubnetMask).GetAddressBytes()) : null;

        // Without a resolver of the home's no name is found, and nothing leaves (EGR-04).
        ToyHostSettings settings = new ToyHostSettings(isHome && home.IPv4DnsAddresses.Length > 0 ? IPAddress.Parse(home.IPv4DnsAddresses[0]).GetAddressBytes() : new byte[4])
        {
            WebListeners = side is null ? new WebListener[0] : new WebListener[] { new WebListener(new byte[4], PagePort, null, new Subnet[] { side }) },
            Identity = new PageIdentity(manifest is null ? "ToyGuard" : manifest.Name, made.Identity is null ? "toyguard" : made.Identity.HostLabel, PageMode.Toy) { IsPaired = outcome.Settings.IsPaired },
        };

        ToyHost host = new ToyHost(kept, clock, new Dialer(null), RootsOf(manifest, made), settings, board);
        host.Start();

        if (manifest is not null)
        {
            ToyKit kit = new ToyKit(kept.Gate, ToyHost.Toy, manifest, board, host.Client, host.Sensors);
            ToyRunner runner = new ToyRunner(new StoryToy(StoryToy.ChildMsPerLetter, board), kit);
            host.Add(runner);
            runner.Start();
            runner.Press();
        }
    }

    // Null where there is none, or none that can be read: then there is no toy that anything could be allowed to.
    private static Manifest? ReadManifest(FactoryData made)
    {
        byte[] json = made.Manifest;
        return ManifestReader.Read(json, json.Length).Manifest;
    }

    // One that is not there is an empty file, which vouches for nobody.
    private static TlsRoots RootsOf(Manifest? manifest, FactoryData made)
    {
        byte[][] files = new byte[manifest is null ? 0 : manifest.Roots.Length][];

        for (int i = 0; i < files.Length; i++)
        {
            files[i] = made.Find(PartKind.Root, manifest!.Roots[i]) ?? new byte[0];
        }

        return TlsRoots.Read(files, out _);
    }
}
