using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

using ToyGuard.Guard.Toys;

namespace ToyGuard.Emulator.Running;

/// <summary>An address of this computer in a network of its own, as the home network sees it.</summary>
/// <param name="Address">The address.</param>
/// <param name="Subnet">The interface's own network: who else is at home.</param>
internal sealed record LanAddress(IPAddress Address, Subnet Subnet)
{
    /// <summary>Those that there are now; the ones whose network leads on to others come first, since phones are there.</summary>
    public static IReadOnlyList<LanAddress> Find()
    {
        try
        {
            return [.. NetworkInterface.GetAllNetworkInterfaces()
                .Where(adapter => adapter.OperationalStatus == OperationalStatus.Up && adapter.NetworkInterfaceType != NetworkInterfaceType.Loopback)
                .Select(adapter => adapter.GetIPProperties())
                .OrderByDescending(properties => properties.GatewayAddresses.Count > 0)
                .SelectMany(properties => properties.UnicastAddresses)
                .Where(found => found.Address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(found.Address))
                .Select(found => (found.Address, Subnet: Subnet.Of(found.Address.GetAddressBytes(), found.IPv4Mask.GetAddressBytes())))
                .Where(found => found.Subnet is not null)
                .Select(found => new LanAddress(found.Address, found.Subnet!))];
        }
        catch (NetworkInformationException)
        {
            return [];
        }
    }
}
