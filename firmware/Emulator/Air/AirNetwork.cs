using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Emulator.Air;

/// <summary>A network of the simulated air.</summary>
/// <param name="Ssid">Its name.</param>
/// <param name="Key">Its key; empty for an open one.</param>
/// <param name="Bars">How well it is heard.</param>
/// <param name="Fault">How it behaves.</param>
internal sealed record AirNetwork(string Ssid, string Key, int Bars, AirFault Fault)
{
    /// <summary>How it protects itself, as its beacon says.</summary>
    public WifiKind Kind => Fault == AirFault.Wpa3 ? WifiKind.Wpa3 : Key.Length == 0 ? WifiKind.Open : WifiKind.Wpa2;
}
