using System;
using System.Net;
using System.Net.NetworkInformation;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Hub;

/// <summary>The hub on an ESP32 with PSRAM: says <c>new</c> to real things, in the order policy first, sockets last.</summary>
/// <remarks>
/// A hub that nobody has paired: no toy is known, the time is not known, the gate holds everything. What it lets a tester see
/// is that it starts, answers DNS with a refusal on its own Wi-Fi, and relays nothing.
/// </remarks>
public static class Program
{
    // The toy side: the address that the platform gives its own access point, and its network.
    private static readonly byte[] Address = new byte[] { 192, 168, 4, 1 };
    private const string ToySide = "192.168.4.0/24";

    // One hello buffer and one splice buffer a relay (firmware/budgets.json). Two kilobytes of hello in one-byte records still fit.
    private const int HelloBytes = 12 * 1024;

    /// <summary>Where the device starts.</summary>
    public static void Main()
    {
        Gate gate = new Gate(new GateState(new ToyState[0]), new VerdictCounters());

        HubSettings settings = new HubSettings(Address, Subnet.Parse(ToySide)!, Resolver());
        settings.Limits.HelloBytes = HelloBytes;

        HubHost host = new HubHost(gate, new ToyAddresses(), new WallClock(), new Dialer(null), settings, new SerialLog());
        host.Start();

        Thread.Sleep(Timeout.Infinite);
    }

    // The home network's resolver as its DHCP named it. All zero when there is none: then no name is found, and nothing leaves.
    private static byte[] Resolver()
    {
        foreach (NetworkInterface network in NetworkInterface.GetAllNetworkInterfaces())
        {
            if (network.NetworkInterfaceType == NetworkInterfaceType.Wireless80211 && network.IPv4DnsAddresses.Length > 0)
            {
                return IPAddress.Parse(network.IPv4DnsAddresses[0]).GetAddressBytes();
            }
        }

        return new byte[4];
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
