using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Heap;

/// <summary>A flash in memory that loses nothing.</summary>
public sealed class MemoryFlash : IFlash
{
    private readonly byte[][] _areas = new byte[FlashLayout.AreaCount][];

    /// <summary>An empty one.</summary>
    public MemoryFlash()
    {
        for (int i = 0; i < _areas.Length; i++)
        {
            _areas[i] = new byte[0];
        }
    }

    /// <summary>What it holds.</summary>
    public int Bytes
    {
        get
        {
            int bytes = 0;

            foreach (byte[] area in _areas)
            {
                bytes += area.Length;
            }

            return bytes;
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
        int left = _areas[area].Length - offset;
        int read = left < 0 ? 0 : left < count ? left : count;
        Array.Copy(_areas[area], offset < _areas[area].Length ? offset : 0, buffer, at, read);
        return read;
    }

    /// <inheritdoc/>
    public bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        byte[] all = new byte[held + count];
        Array.Copy(_areas[area], 0, all, 0, held);
        Array.Copy(bytes, offset, all, held, count);
        _areas[area] = all;
        return true;
    }

    /// <inheritdoc/>
    public bool Replace(int area, byte[] bytes, int offset, int count)
    {
        return Append(area, 0, bytes, offset, count);
    }

    /// <inheritdoc/>
    public bool Erase(int area)
    {
        _areas[area] = new byte[0];
        return true;
    }
}
