using System;
using System.Device.Wifi;
using System.Reflection;

using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Device.Radio;

/// <summary>What the radio heard, with how each network protects itself.</summary>
/// <remarks>
/// The platform hears the protection and drops it from its public list, and without it an open network passes for a protected one of its name.
/// So its own bytes are asked for, by name. A later package that has them no longer is answered with its public list, all of it taken for
/// protected: then nothing is joined without a key, and with one the platform itself wants WPA2 at least.
/// </remarks>
internal static class HeardReport
{
    private const string Native = "GetNativeScanReport";

    /// <summary>The networks that <paramref name="adapter"/> heard in its last scan. Once for each: the platform forgets what it handed over.</summary>
    public static WifiNetwork[] Of(WifiAdapter adapter)
    {
        MethodInfo? native = typeof(WifiAdapter).GetMethod(Native, BindingFlags.Instance | BindingFlags.NonPublic);

        return native is null ? WithoutProtection(adapter.NetworkReport.AvailableNetworks) : ScanReport.Read((byte[])native.Invoke(adapter, null));
    }

    private static WifiNetwork[] WithoutProtection(WifiAvailableNetwork[] heard)
    {
        WifiNetwork[] found = new WifiNetwork[heard.Length];
        int count = 0;

        foreach (WifiAvailableNetwork network in heard)
        {
            if (WifiText.IsSsid(network.Ssid))
            {
                int bars = network.SignalBars < WifiNetwork.BarsMax ? network.SignalBars : WifiNetwork.BarsMax;
                found[count++] = new WifiNetwork(network.Ssid, bars, WifiKind.Wpa2);
            }
        }

        WifiNetwork[] networks = new WifiNetwork[count];
        Array.Copy(found, networks, count);
        return networks;
    }
}
