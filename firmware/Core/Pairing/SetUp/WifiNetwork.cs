using System;

namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>A network as the radio hears it. Immutable. Its name is whatever somebody chose to send: hostile text.</summary>
public sealed class WifiNetwork
{
    /// <summary>Most bars of <see cref="Bars"/>.</summary>
    public const int BarsMax = 3;

    /// <summary>A network that is heard.</summary>
    /// <param name="ssid">Its name, as <see cref="WifiText.IsSsid"/> wants it; others are not listed.</param>
    /// <param name="bars">How well it is heard, 0 to <see cref="BarsMax"/>.</param>
    /// <param name="kind">How it protects itself.</param>
    public WifiNetwork(string ssid, int bars, WifiKind kind)
    {
        if (!WifiText.IsSsid(ssid) || bars < 0 || bars > BarsMax)
        {
            throw new ArgumentException("not a network", nameof(ssid));
        }

        Ssid = ssid;
        Bars = bars;
        Kind = kind;
    }

    /// <summary>Its name, 1 to 32 bytes in UTF-8.</summary>
    public string Ssid { get; }

    /// <summary>How well it is heard, 0 to <see cref="BarsMax"/>.</summary>
    public int Bars { get; }

    /// <summary>How it protects itself.</summary>
    public WifiKind Kind { get; }
}
