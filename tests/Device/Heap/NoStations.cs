using ToyGuard.Guard.Dhcp;

namespace ToyGuard.Heap;

/// <summary>A radio that nobody has joined.</summary>
public sealed class NoStations : IStations
{
    /// <inheritdoc/>
    public bool IsHere(byte[] hardware)
    {
        return false;
    }

    /// <inheritdoc/>
    public int ToyOf(byte[] hardware)
    {
        return 0;
    }
}
