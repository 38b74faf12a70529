using ToyGuard.Core.Family;
using ToyGuard.Guard.Dhcp;

namespace ToyGuard.Edge.Dhcp;

/// <summary>Which toy a network address is, as guardians said (<see cref="ThingBook"/>), for a radio that says who is here. A book hears nobody.</summary>
public sealed class BookedStations : IStations
{
    private readonly ThingBook _things;

    /// <summary>Over a book that the home was opened with.</summary>
    public BookedStations(ThingBook things)
    {
        _things = things;
    }

    /// <inheritdoc/>
    public bool IsHere(byte[] hardware)
    {
        return false;
    }

    /// <inheritdoc/>
    public int ToyOf(byte[] hardware)
    {
        return _things.ToyOf(hardware);
    }
}
