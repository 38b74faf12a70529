using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Family;
using ToyGuard.Guard.Dhcp;

namespace ToyGuard.Emulator.Toys;

/// <summary>The stations that the options of a run put on the hub's own Wi-Fi, in the place of a radio's list.</summary>
internal sealed class PlayedStations : IStations
{
    private readonly (byte[] Hardware, int Toy)[] _stations;
    private readonly ThingBook _things;

    /// <summary>Those stations; one of a toy's name is that toy until a guardian says otherwise, one without a name is a stranger.</summary>
    public PlayedStations(IReadOnlyList<(byte[] Hardware, string Name)> stations, IReadOnlyList<EmulatedToy> toys, ThingBook things)
    {
        _things = things;
        _stations = [.. stations.Select(station => (station.Hardware, toys.FirstOrDefault(toy => toy.Name == station.Name)?.Number ?? 0))];
    }

    /// <inheritdoc/>
    public bool IsHere(byte[] hardware)
    {
        return Array.Exists(_stations, station => station.Hardware.AsSpan().SequenceEqual(hardware));
    }

    /// <inheritdoc/>
    public int ToyOf(byte[] hardware)
    {
        int toy = _things.ToyOf(hardware);
        return toy > 0 ? toy : Array.Find(_stations, station => station.Hardware.AsSpan().SequenceEqual(hardware)).Toy;
    }
}
