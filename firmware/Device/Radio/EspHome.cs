using System;
using System.Net.NetworkInformation;

using ToyGuard.Edge.Family;

namespace ToyGuard.Device.Radio;

/// <summary>What the home's router gave the board.</summary>
public sealed class EspHome : IHomeLink
{
    /// <inheritdoc/>
    public void Read(byte[] address, byte[] mask, byte[] resolver)
    {
        NetworkInterface station = Interfaces.Station();
        string[] resolvers = station.IPv4DnsAddresses;
        Copy(station.IPv4Address, address);
        Copy(station.IPv4SubnetMask, mask);
        Copy(resolvers.Length > 0 ? resolvers[0] : "", resolver);
    }

    /// <inheritdoc/>
    public void OnChange()
    {
        StockClock.Stop();
    }

    private static void Copy(string address, byte[] into)
    {
        byte[] bytes = Interfaces.BytesOf(address);
        Array.Copy(bytes, 0, into, 0, into.Length);
    }
}
