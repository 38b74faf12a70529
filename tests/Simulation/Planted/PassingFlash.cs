using ToyGuard.Core.Storage;

namespace ToyGuard.Simulation.Planted;

/// <summary>Hands every call to another flash. What a mistake changes, it overrides.</summary>
internal abstract class PassingFlash : IFlash
{
    /// <summary>Above that flash.</summary>
    protected PassingFlash(IFlash flash)
    {
        Flash = flash;
    }

    /// <summary>The flash below.</summary>
    protected IFlash Flash { get; }

    /// <inheritdoc/>
    public int CapacityOf(int area)
    {
        return Flash.CapacityOf(area);
    }

    /// <inheritdoc/>
    public virtual int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        return Flash.Read(area, offset, buffer, at, count);
    }

    /// <inheritdoc/>
    public virtual bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        return Flash.Append(area, held, bytes, offset, count);
    }

    /// <inheritdoc/>
    public virtual bool Replace(int area, byte[] bytes, int offset, int count)
    {
        return Flash.Replace(area, bytes, offset, count);
    }

    /// <inheritdoc/>
    public virtual bool Erase(int area)
    {
        return Flash.Erase(area);
    }

    /// <summary>All that an area holds.</summary>
    protected byte[] Held(int area)
    {
        byte[] buffer = new byte[CapacityOf(area)];
        int count = Flash.Read(area, 0, buffer, 0, buffer.Length);
        return buffer[..(count > 0 ? count : 0)];
    }
}
