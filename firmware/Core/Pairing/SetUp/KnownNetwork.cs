using System;

namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>A network to join, with its key. Immutable.</summary>
public sealed class KnownNetwork
{
    /// <summary>A network that <see cref="WifiText"/> finds fit; another one throws.</summary>
    public KnownNetwork(string ssid, string key)
    {
        if (!WifiText.IsSsid(ssid) || !WifiText.IsKey(key))
        {
            throw new ArgumentException("Not a network.", nameof(ssid));
        }

        Ssid = ssid;
        Key = key;
    }

    /// <summary>Its name.</summary>
    public string Ssid { get; }

    /// <summary>Its key; empty for an open network.</summary>
    public string Key { get; }

    /// <summary>True for a network without a key. Its name is all that tells it from another.</summary>
    public bool IsOpen
    {
        get { return Key.Length == 0; }
    }
}
