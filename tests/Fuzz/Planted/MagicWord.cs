using System;

using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>Four bytes and a length. The bug: one of four thousand million words makes it throw.</summary>
public sealed class MagicWord : PlantedReader
{
    private const int Magic = 0x70796f54;

    /// <summary>With the bug, or sound.</summary>
    public MagicWord(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        if (count < 5)
        {
            return ReadStatus.NeedMore;
        }

        int word = (buffer[offset] << 24) | (buffer[offset + 1] << 16) | (buffer[offset + 2] << 8) | buffer[offset + 3];

        if (word == Magic && !IsSound)
        {
            throw new InvalidOperationException("a test left in");
        }

        return buffer[offset + 4] > count - 5 ? ReadStatus.NeedMore : End(5 + buffer[offset + 4], word);
    }
}
