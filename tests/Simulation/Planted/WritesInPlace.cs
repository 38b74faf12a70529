using ToyGuard.Core.Storage;

namespace ToyGuard.Simulation.Planted;

/// <summary>A store with one area where there should be two: what it writes takes the place of the only copy.</summary>
internal sealed class WritesInPlace(IFlash flash, int first, int second) : PassingFlash(flash)
{
    /// <inheritdoc/>
    public override int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        return Flash.Read(Only(area), offset, buffer, at, count);
    }

    /// <inheritdoc/>
    public override bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        return Flash.Append(Only(area), held, bytes, offset, count);
    }

    /// <inheritdoc/>
    public override bool Replace(int area, byte[] bytes, int offset, int count)
    {
        return Flash.Replace(Only(area), bytes, offset, count);
    }

    /// <inheritdoc/>
    public override bool Erase(int area)
    {
        // There is no older copy to take away.
        return area == first || area == second || Flash.Erase(area);
    }

    private int Only(int area)
    {
        return area == second ? first : area;
    }
}
