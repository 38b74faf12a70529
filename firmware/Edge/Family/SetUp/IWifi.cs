using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Edge.Family.SetUp;

/// <summary>The radio: a guest in the home's Wi-Fi, and host of the device's own. Called from one thread at a time, but for the properties.</summary>
/// <remarks>What an adapter over a platform that joins by itself and keeps keys has to see to is in this folder's README.</remarks>
public interface IWifi
{
    /// <summary>True while the home's Wi-Fi is joined and gave an address.</summary>
    bool IsJoined { get; }

    /// <summary>The name of the network that is joined; empty while none is.</summary>
    string Joined { get; }

    /// <summary>True while the device's own Wi-Fi is open.</summary>
    bool IsOwnOpen { get; }

    /// <summary>Listens for networks; takes seconds. Names that <see cref="WifiText.IsSsid"/> refuses are left out.</summary>
    WifiNetwork[] Scan();

    /// <summary>Leaves the network it is in and joins another; returns when that worked or failed, after half a minute at most. The device's own Wi-Fi follows to the new channel, and its phones fall out.</summary>
    /// <param name="ssid">The network's name, exactly.</param>
    /// <param name="key">Its key. With one, only a network that proves that it knows it is joined; empty for an open network.</param>
    WifiFault Join(string ssid, string key);

    /// <summary>Leaves the network it is in, if any.</summary>
    void Leave();

    /// <summary>Opens the device's own Wi-Fi with WPA2, or does nothing when it is open.</summary>
    /// <param name="ssid">Its name.</param>
    /// <param name="key">Its key, never empty (PAIR-05).</param>
    void OpenOwn(string ssid, string key);

    /// <summary>Closes it. Phones in it fall out.</summary>
    void CloseOwn();

    /// <summary>Leaves the network it is in, and overwrites whatever the platform keeps of networks and keys.</summary>
    void Forget();
}
