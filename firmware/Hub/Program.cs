using System;
using System.Net;
using System.Net.NetworkInformation;
using System.Threading;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Relay;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Web;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Routes;

namespace ToyGuard.Hub;

/// <summary>The hub on an ESP32 with PSRAM: says <c>new</c> to real things, in the order policy first, sockets last.</summary>
/// <remarks>
/// What is kept on the drive is in force before anything listens. A hub that nobody has paired: no toy is known, the time is not known,
/// the gate holds everything. What it lets a tester see is that it starts, shows its page on either side, answers DNS with a refusal on
/// its own Wi-Fi, and relays nothing.
/// Nobody is asked for the time: a guardian's phone tells it, and names a server if there is to be one.
/// </remarks>
public static class Program
{
    // The toy side: the address that the platform gives its own access point, and its network.
    private static readonly byte[] Address = new byte[] { 192, 168, 4, 1 };
    private const string ToySide = "192.168.4.0/24";

    // One hello buffer and one splice buffer a relay (firmware/budgets.json). Two kilobytes of hello in one-byte records still fit.
    private const int HelloBytes = 12 * 1024;

    // A folder of our own: the platform keeps its networks on the same drive. No board's drive is larger than this (nano.md 6).
    private const string FlashFolder = "I:\\toyguard";
    private const int DriveBytes = 4 * 1024 * 1024;

    /// <summary>Where the device starts.</summary>
    public static void Main()
    {
        WallClock clock = new WallClock();
        FileFlash flash = new FileFlash(FlashFolder, DriveBytes);
        KeptHome kept = new KeptHome(flash, new FileDrive(flash), new SecureRandom(), new Hmac(), clock);
        BootOutcome outcome = kept.Open(new DeclaredToy[0], new VerdictCounters());

        foreach (BootFinding finding in outcome.Findings)
        {
            Console.WriteLine("start " + ((int)finding).ToString() + " " + BootFindingWords.Of(finding));
        }

        NetworkInterface? home = HomeNetwork();
        Subnet toySide = Subnet.Parse(ToySide)!;

        HubSettings settings = new HubSettings(Address, toySide, ResolverOf(home));
        settings.Limits.HelloBytes = HelloBytes;

        // One listener for page and plain relay, on any address: who is heard, and as what, goes by where he comes from.
        settings.WebListeners = new WebListener[] { new WebListener(new byte[4], PlainRelay.HttpPort, toySide, HomeSidesOf(home)) };
        settings.Plain.IsListening = false;
        settings.Identity = new PageIdentity("ToyGuard", "toyguard", PageMode.Hub) { IsPaired = outcome.Settings.IsPaired };

        HubHost host = new HubHost(kept, new ToyAddresses(), clock, new Dialer(null), settings, new SerialLog());
        host.Start();

        Thread.Sleep(Timeout.Infinite);
    }

    // The Wi-Fi that the hub itself is a guest of; null while there is none.
    private static NetworkInterface? HomeNetwork()
    {
        foreach (NetworkInterface network in NetworkInterface.GetAllNetworkInterfaces())
        {
            if (network.NetworkInterfaceType == NetworkInterfaceType.Wireless80211 && network.IPv4Address.Length > 0)
            {
                return network;
            }
        }

        return null;
    }

    // Whoever is in the same network. Without one the page is on the toy side only.
    private static Subnet[] HomeSidesOf(NetworkInterface? home)
    {
        Subnet? side = home == null
            ? null
            : Subnet.Of(IPAddress.Parse(home.IPv4Address).GetAddressBytes(), IPAddress.Parse(home.IPv4SubnetMask).GetAddressBytes());

        return side == null ? new Subnet[0] : new Subnet[] { side };
    }

    // The home network's resolver as its DHCP named it. All zero when there is none: then no name is found, and nothing leaves.
    private static byte[] ResolverOf(NetworkInterface? home)
    {
        return home != null && home.IPv4DnsAddresses.Length > 0
            ? IPAddress.Parse(home.IPv4DnsAddresses[0]).GetAddressBytes()
            : new byte[4];
    }

    /// <summary>What happens to services, as lines on the serial port.</summary>
    private sealed class SerialLog : IServiceWatcher
    {
        public void OnService(string service, ServiceEvent what, int delayMs, string fault)
        {
            Console.WriteLine(service + " " + ((int)what).ToString() + " " + delayMs.ToString() + " " + fault);
        }
    }
}
