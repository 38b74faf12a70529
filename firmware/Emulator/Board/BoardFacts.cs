using System.Collections.Generic;

using ToyGuard.Core.Pairing;
using ToyGuard.Emulator.Air;

namespace ToyGuard.Emulator.Board;

/// <summary>What the board tells of the device besides what the device itself shows.</summary>
internal sealed record BoardFacts
{
    /// <summary>False while the plug is pulled.</summary>
    public required bool HasPower { get; init; }

    /// <summary>What people call the device.</summary>
    public required string Name { get; init; }

    /// <summary>Its lasting name and its own Wi-Fi.</summary>
    public required FactoryIdentity Factory { get; init; }

    /// <summary>True for a toy, false for a hub.</summary>
    public required bool IsToy { get; init; }

    /// <summary>Whether somebody is its guardian.</summary>
    public required bool IsPaired { get; init; }

    /// <summary>True while its own Wi-Fi is open.</summary>
    public required bool IsOwnOpen { get; init; }

    /// <summary>The home's Wi-Fi; empty while none is joined.</summary>
    public required string Joined { get; init; }

    /// <summary>The Wi-Fi around it; none where none is played.</summary>
    public required IReadOnlyList<AirNetwork> Networks { get; init; }

    /// <summary>The time as the device knows it.</summary>
    public required string Clock { get; init; }

    /// <summary>How many times faster than this computer it lives.</summary>
    public required int Speed { get; init; }

    /// <summary>True from the call for a brown-out until the power fails.</summary>
    public required bool IsBrownOutDue { get; init; }

    /// <summary>The page on its own Wi-Fi; empty while no phone can be there.</summary>
    public required string SetupLink { get; init; }

    /// <summary>The page at home, with the code that the display shows; empty while it is not there.</summary>
    public required string HomeLink { get; init; }
}
