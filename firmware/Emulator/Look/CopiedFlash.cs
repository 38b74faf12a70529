using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Emulator.Look;

/// <summary>A copy in memory of what a data folder keeps, for the device's own code to start from: whatever that writes stays in the copy.</summary>
internal sealed class CopiedFlash : IFlash
{
    private const int Unreadable = -1;

    // Null for an area that could not be read.
    private readonly byte[]?[] _areas = new byte[]?[FlashLayout.AreaCount];

    public CopiedFlash(IFlash flash)
    {
        for (int area = 0; area < _areas.Length; area++)
        {
            byte[] bytes = new byte[flash.CapacityOf(area)];
            int read = flash.Read(area, 0, bytes, 0, bytes.Length);
            _areas[area] = read < 0 ? null : bytes[..read];
        }
    }

    /// <inheritdoc/>
    public int CapacityOf(int area)
    {
        return FlashLayout.CapacityOf(area);
    }

    /// <inheritdoc/>
    public int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        if (CapacityOf(area) == 0 || _areas[area] is not byte[] held)
        {
            return Unreadable;
        }

        int read = Math.Clamp(held.Length - offset, 0, count);
        held.AsSpan(Math.Min(offset, held.Length), read).CopyTo(buffer.AsSpan(at));
        return read;
    }

    /// <inheritdoc/>
    public bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        if (CapacityOf(area) - held < count || _areas[area]?.Length != held)
        {
            return false;
        }

        _areas[area] = [.. _areas[area]!, .. bytes.AsSpan(offset, count)];
        return true;
    }

    /// <inheritdoc/>
    public bool Replace(int area, byte[] bytes, int offset, int count)
    {
        if (CapacityOf(area) < count || _areas[area] is null)
        {
            return false;
        }

        _areas[area] = bytes.AsSpan(offset, count).ToArray();
        return true;
    }

    /// <inheritdoc/>
    public bool Erase(int area)
    {
        if (CapacityOf(area) == 0)
        {
            return false;
        }

        _areas[area] = [];
        return true;
    }
}
