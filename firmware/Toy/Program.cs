using System.Threading;

using nanoFramework.Runtime.Native;

using ToyGuard.Core.Factory;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Device.Body;
using ToyGuard.Device.Factory;
using ToyGuard.Device.Radio;
using ToyGuard.Edge;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Toy;
using ToyGuard.Edge.Web;
using ToyGuard.Guard.Manifests;
using ToyGuard.Kit;
using ToyGuard.Kit.Body;
using ToyGuard.Page.Routes;
using ToyGuard.Samples.StoryToy;

namespace ToyGuard.Toy;

/// <summary>ToyGuard inside a toy, on an ESP32: says <c>new</c> to real things, in the order radio, policy, services, home.</summary>
/// <remarks>
/// The radio comes first: nothing of what the platform presets may stay in force, and without a radio the generator draws badly (nano.md 4).
/// What is kept on the drive is in force before any socket exists, and the home is joined last of all. Who the toy is, its manifest and its trust
/// anchors lie behind the program as data. Without an identity it has no Wi-Fi and no guardian; without a manifest it holds everything.
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
        SerialLog log = new SerialLog();
        FactoryIdentity? factory = ReadFactory(out Manifest? manifest, out TlsRoots roots);
        SecureRandom random = new SecureRandom();
        EspWifi? wifi = factory is null ? null : new EspWifi(factory.HostLabel, factory.ApName, factory.ApKey, OwnWifi.AddressText, false, random);
        WallClock clock = new WallClock();
        FileFlash flash = new FileFlash(FlashFolder, DriveBytes);
        KeptHome kept = new KeptHome(flash, new FileDrive(flash), random, new Hmac(), clock);
        DeclaredToy[] toys = manifest is null ? new DeclaredToy[0] : new DeclaredToy[] { new DeclaredToy("toy", manifest) };
        log.OnStart(kept.Open(toys, new VerdictCounters()).Findings);

        DeviceBoard board = new DeviceBoard(BoardPins.Of(SystemInfo.TargetName));
        HomeNetwork home = new HomeNetwork(OwnWifi.Side(), OwnWifi.Address());
        PageIdentity identity = new PageIdentity(manifest is null ? "ToyGuard" : manifest.Name, factory is null ? "toyguard" : factory.HostLabel, PageMode.Toy)
        {
            IsPaired = kept.Settings.IsPaired,
        };
        ToyFamily? family = factory is null || wifi is null ? null : new ToyFamily(factory, wifi, identity, kept, toys, clock, flash, home, board);
        ToyHost host = new ToyHost(kept, clock, new Dialer(null), roots, SettingsOf(identity, home, family), log);
        ToyRunner? runner = manifest is null
            ? null
            : new ToyRunner(new StoryToy(StoryToy.ChildMsPerLetter, log), new ToyKit(kept.Gate, ToyHost.Toy, manifest, board, host.Client, host.Sensors));

        host.Add(board);
        host.Add(board.Screen);

        if (runner is not null)
        {
            host.Add(runner);
        }

        family?.AddTo(host, runner is null ? null : new TalkHand(runner));
        host.Start();
        runner?.Start();
    }

    // Phones on the toy's own Wi-Fi are heard as who may do less; whoever the home's router says is at home, as the home (EGR-13).
    private static ToyHostSettings SettingsOf(PageIdentity identity, HomeNetwork home, ToyFamily? family)
    {
        WebListener page = new WebListener(new byte[4], PagePort, OwnWifi.Side(), new Guard.Toys.Subnet[0]) { Home = home };
        return new ToyHostSettings(home)
        {
            WebListeners = new WebListener[] { page },
            Identity = identity,
            Door = family?.Pairing,
            Deletes = family?.Pairing.Deletes,
            // Asked only once somebody is its guardian. Whoever sells a device has a name of its own for it (limits.md).
            TimeServer = "pool.ntp.org",
        };
    }

    // What is missing is not there at all; a manifest that cannot be read is none.
    private static FactoryIdentity? ReadFactory(out Manifest? manifest, out TlsRoots roots)
    {
        FactoryData data = FactoryReader.Read(needsManifest: true);
        byte[] json = data.Manifest;
        manifest = ManifestReader.Read(json, json.Length).Manifest;
        byte[][] files = new byte[manifest is null ? 0 : manifest.Roots.Length][];

        for (int i = 0; i < files.Length; i++)
        {
            files[i] = data.Find(PartKind.Root, manifest!.Roots[i]) ?? new byte[0];
        }

        roots = TlsRoots.Read(files, out _);
        return data.Identity;
    }
}
