using ToyGuard.Guard.Dhcp;

namespace ToyGuard.Guard.Dhcp.Tests;

/// <summary>A radio that lists stations 02:00:5e:00:53:xx by their last byte, and toys among them.</summary>
public sealed class StationList : IStations
{
    private readonly bool[] _areHere = new bool[256];
    private readonly int[] _toys = new int[256];

    /// <summary>A station comes, as a toy of that number or as a stranger (0).</summary>
    public StationList Come(int last, int toy)
    {
        _areHere[last] = true;
        _toys[last] = toy;
        return this;
    }

    /// <summary>A station goes.</summary>
    public void Go(int last)
    {
        _areHere[last] = false;
    }

    /// <inheritdoc/>
    public bool IsHere(byte[] hardware)
    {
        return IsOurs(hardware) && _areHere[hardware[5]];
    }

    /// <inheritdoc/>
    public int ToyOf(byte[] hardware)
    {
        return IsOurs(hardware) ? _toys[hardware[5]] : 0;
    }

    private static bool IsOurs(byte[] hardware)
    {
        return hardware[0] == 2 && hardware[1] == 0 && hardware[2] == 0x5E && hardware[3] == 0 && hardware[4] == 0x53;
    }
}
