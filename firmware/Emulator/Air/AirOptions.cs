using System;

namespace ToyGuard.Emulator.Air;

/// <summary>What the simulated air is like: how long things take.</summary>
internal sealed record AirOptions
{
    /// <summary>How long listening for networks takes.</summary>
    public TimeSpan Scan { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long a try takes.</summary>
    public TimeSpan Join { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long phones are out of the device's own Wi-Fi after a try begins: the radio has one channel.</summary>
    public TimeSpan Drop { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The networks that are there at the start.</summary>
    public AirNetwork[] Networks { get; init; } =
    [
        new("Home", "sunny-day-42", 3, AirFault.Works),
        new("Attic", "attic-window-7", 2, AirFault.NoAddress),
        new("Modern", "modern-times-9", 2, AirFault.Wpa3),
        new("Hotel", "", 1, AirFault.SignIn),
        new("Home-5G", "sunny-day-42", 3, AirFault.Gone),
        new("Gone", "long-gone-1", 1, AirFault.Gone),
    ];
}
