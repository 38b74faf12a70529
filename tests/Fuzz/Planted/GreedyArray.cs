using System;

using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>3 | length, 2 bytes | bytes, which it keeps. The bug: it makes room for them before they have come.</summary>
public sealed class GreedyArray : PlantedReader
{
    private byte[] _kept = Array.Empty<byte>();

    /// <summary>With the bug, or sound.</summary>
    public GreedyArray(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        if (count > 0 && buffer[offset] != 3)
        {
            return Refuse(1, 0);
        }

        if (count < 3)
        {
            return ReadStatus.NeedMore;
        }

        int length = (buffer[offset + 1] << 8) | buffer[offset + 2];

        if (IsSound && length > count - 3)
        {
            return ReadStatus.NeedMore;
        }

        _kept = new byte[length];

        if (length > count - 3)
        {
            return ReadStatus.NeedMore;
        }

        Array.Copy(buffer, offset + 3, _kept, 0, length);

        return End(3 + length, _kept.Length);
    }
}
