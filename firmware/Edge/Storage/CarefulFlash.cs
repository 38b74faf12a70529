using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Edge.Storage;

/// <summary>A flash whose every exception is a "no": cannot be read, was not written.</summary>
/// <remarks>Core never catches. A driver that throws in the middle of a start would leave a device without rules and without a page (RES-01).</remarks>
public sealed class CarefulFlash : IFlash
{
    private readonly IFlash _flash;

    /// <summary>The same flash, which does not throw.</summary>
    public CarefulFlash(IFlash flash)
    {
        _flash = flash ?? throw new ArgumentNullException(nameof(flash));
    }

    /// <inheritdoc/>
    public int CapacityOf(int area)
    {
        try
        {
            return _flash.CapacityOf(area);
        }
        catch (Exception)
        {
            return 0;
        }
    }

    /// <inheritdoc/>
    public int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        try
        {
            return _flash.Read(area, offset, buffer, at, count);
        }
        catch (Exception)
        {
            return -1;
        }
    }

    /// <inheritdoc/>
    public bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        try
        {
            return _flash.Append(area, held, bytes, offset, count);
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool Replace(int area, byte[] bytes, int offset, int count)
    {
        try
        {
            return _flash.Replace(area, bytes, offset, count);
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool Erase(int area)
    {
        try
        {
            return _flash.Erase(area);
        }
        catch (Exception)
        {
            return false;
        }
    }
}
