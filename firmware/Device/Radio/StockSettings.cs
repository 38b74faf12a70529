using System.Net.NetworkInformation;

using Station = System.Net.NetworkInformation.Wireless80211Configuration;
using Own = System.Net.NetworkInformation.WirelessAPConfiguration;

namespace ToyGuard.Device.Radio;

/// <summary>What the platform keeps of networks on its drive, written over with ours: a blank flash has SmartConfig and AutoConnect on, and a preset key for the access point (PAIR-05).</summary>
/// <remarks>Each part is written only where it says something else, so that a start costs no flash.</remarks>
internal static class StockSettings
{
    private const string Mask = "255.255.255.0";
    private const byte Channel = 6;

    /// <summary>The station joins nothing by itself and knows no network. Without a name nothing is joined at a start, whatever the flags are.</summary>
    /// <param name="isAlways">Also where it says so already: what lay there before is written over.</param>
    public static void BlankStation(bool isAlways)
    {
        Station kept = Station.GetAllWireless80211Configurations()[0];

        if (!isAlways && kept.Options == Station.ConfigurationOptions.Enable && kept.Ssid.Length == 0 && kept.Password.Length == 0)
        {
            return;
        }

        kept.Options = Station.ConfigurationOptions.Enable;
        kept.Authentication = AuthenticationType.WPA2;
        kept.Encryption = EncryptionType.WPA2_PSK;
        kept.Radio = RadioType._802_11n;
        kept.Ssid = "";
        kept.Password = "";
        kept.SaveConfiguration();
    }

    /// <summary>True where the access point was on when the device started.</summary>
    public static bool IsOwnOn()
    {
        return (Own.GetAllWirelessAPConfigurations()[0].Options & Own.ConfigurationOptions.Enable) != 0;
    }

    /// <summary>The access point has our name, our key and WPA2, and is on or off from the next start of Wi-Fi on.</summary>
    /// <returns>True when anything else stood there.</returns>
    public static bool SetOwn(string ssid, string key, int guests, bool isOn)
    {
        Own kept = Own.GetAllWirelessAPConfigurations()[0];
        Own.ConfigurationOptions options = isOn ? Own.ConfigurationOptions.AutoStart : Own.ConfigurationOptions.Disable;

        if (kept.Options == options && kept.Ssid == ssid && kept.Password == key && kept.Authentication == AuthenticationType.WPA2 && kept.MaxConnections == guests)
        {
            return false;
        }

        kept.Options = options;
        kept.Authentication = AuthenticationType.WPA2;
        kept.Encryption = EncryptionType.WPA2_PSK;
        kept.Radio = RadioType._802_11n;
        kept.Channel = Channel;
        kept.MaxConnections = (byte)guests;
        kept.Ssid = ssid;
        kept.Password = key;
        kept.SaveConfiguration();
        return true;
    }

    /// <summary>The access point has our address, and 24 bits of network around it.</summary>
    /// <returns>True when it had another.</returns>
    public static bool SetOwnAddress(string address)
    {
        NetworkInterface own = Interfaces.AccessPoint();

        if (own.IPv4Address == address && own.IPv4SubnetMask == Mask && !own.IsDhcpEnabled)
        {
            return false;
        }

        try
        {
            own.EnableStaticIPv4(address, Mask, address);
        }
        catch (System.Exception)
        {
            // It is kept, and in force when Wi-Fi starts: an access point that is off has no interface that could be told now.
        }

        return true;
    }
}
