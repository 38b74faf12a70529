using System.Collections.Generic;

using ToyGuard.Core.Storage;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Flash;

/// <summary>Hands every call to a flash and keeps those that wrote something.</summary>
/// <remarks>A cut is then one of these calls done in part on a copy of the flash as it was: nothing before it needs to be lived through again.</remarks>
internal sealed class FlashTrace : IFlash
{
    private readonly List<TracedCall> _calls = [];

    /// <summary>Over a flash that works.</summary>
    public FlashTrace(FlashModel flash)
    {
        Flash = flash;
    }

    /// <summary>The flash below.</summary>
    public FlashModel Flash { get; }

    /// <summary>Bytes read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>What was written since this was asked for last.</summary>
    public TracedCall[] Take()
    {
        TracedCall[] calls = [.. _calls];
        _calls.Clear();
        return calls;
    }

    /// <inheritdoc/>
    public int CapacityOf(int area)
    {
        return Flash.CapacityOf(area);
    }

    /// <inheritdoc/>
    public int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        int read = Flash.Read(area, offset, buffer, at, count);
        BytesRead += read > 0 ? read : 0;
        return read;
    }

    /// <inheritdoc/>
    public bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        return Flash.Append(area, held, bytes, offset, count) && Keep(area, held, bytes, offset, count, 0);
    }

    /// <inheritdoc/>
    public bool Replace(int area, byte[] bytes, int offset, int count)
    {
        int sectors = Flash.UsedSectorsOf(area);
        return Flash.Replace(area, bytes, offset, count) && Keep(area, -1, bytes, offset, count, sectors);
    }

    /// <inheritdoc/>
    public bool Erase(int area)
    {
        int sectors = Flash.UsedSectorsOf(area);
        return Flash.Erase(area) && Keep(area, -1, [], 0, 0, sectors);
    }

    private bool Keep(int area, int held, byte[] bytes, int offset, int count, int sectors)
    {
        if (sectors + count > 0)
        {
            _calls.Add(new TracedCall(area, held, bytes[offset..(offset + count)], sectors));
        }

        return true;
    }
}
