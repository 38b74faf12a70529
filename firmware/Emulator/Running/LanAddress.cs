using System;
using System.Collections.Generic;
using System.Globalization;
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
                .Select(found => new LanAddress(found.Address, SubnetOf(found.Address, found.PrefixLength)))];
        }
        catch (NetworkInformationException)
        {
            return [];
        }
    }

    /// <summary>The network of <paramref name="bits"/> leading bits that <paramref name="address"/> is in.</summary>
    public static Subnet SubnetOf(IPAddress address, int bits)
    {
        byte[] network = address.GetAddressBytes();

        for (int i = 0; i < network.Length; i++)
        {
            network[i] &= (byte)(0xFF00 >> Math.Clamp(bits - (8 * i), 0, 8));
        }

        return Subnet.Parse(string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(network)}/{bits}"))!;
    }
}
