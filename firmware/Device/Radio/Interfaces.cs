using System;
using System.Net;
using System.Net.NetworkInformation;

namespace ToyGuard.Device.Radio;

/// <summary>The platform's two interfaces: the station, which is a guest in the home's Wi-Fi, and the device's own access point.</summary>
internal static class Interfaces
{
    private const int AddressBytes = 4;

    /// <summary>The station as it is now.</summary>
    public static NetworkInterface Station()
    {
        return Find(NetworkInterfaceType.Wireless80211);
    }

    /// <summary>The access point as it is set.</summary>
    public static NetworkInterface AccessPoint()
    {
        return Find(NetworkInterfaceType.WirelessAP);
    }

    /// <summary>The bytes of an address that the platform spelled; all zero for none.</summary>
    public static byte[] BytesOf(string address)
    {
        return address.Length == 0 ? new byte[AddressBytes] : IPAddress.Parse(address).GetAddressBytes();
    }

    /// <summary>True while the home gave the station an address.</summary>
    public static bool HasHomeAddress()
    {
        foreach (byte part in BytesOf(Station().IPv4Address))
        {
            if (part != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Stops the whole of Wi-Fi and starts it anew as it is set now. Whoever was joined, there or here, falls out.</summary>
    /// <remarks>
    /// The platform reads how the access point is set only when Wi-Fi starts, and does that again for one thing alone: when a network address is
    /// set, be it the same. Its documents say to restart the device instead (firmware/docs/decisions/0011-radio-on-stock-images.md).
    /// </remarks>
    public static void RestartWifi()
    {
        NetworkInterface station = Station();
        station.PhysicalAddress = station.PhysicalAddress;
    }

    private static NetworkInterface Find(NetworkInterfaceType type)
    {
        foreach (NetworkInterface network in NetworkInterface.GetAllNetworkInterfaces())
        {
            if (network.NetworkInterfaceType == type)
            {
                return network;
            }
        }

        throw new InvalidOperationException("This board has no such radio.");
    }
}
