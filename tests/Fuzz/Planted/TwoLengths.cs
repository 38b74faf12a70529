using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>0x16 | length, 2 bytes | 7 | length, 1 byte | bytes. The bug: the inner length is held against the message and not against the outer one.</summary>
public sealed class TwoLengths : PlantedReader
{
    private const int Head = 5;

    /// <summary>With the bug, or sound.</summary>
    public TwoLengths(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        if (count > 0 && buffer[offset] != 0x16)
        {
            return Refuse(1, 0);
        }

        if (count < 3)
        {
            return ReadStatus.NeedMore;
        }

        int outer = (buffer[offset + 1] << 8) | buffer[offset + 2];

        if (outer < 2 || outer > 1024)
        {
            return Refuse(2, 1);
        }

        if (count < 3 + outer)
        {
            return ReadStatus.NeedMore;
        }

        if (buffer[offset + 3] != 7)
        {
            return Refuse(3, 3);
        }

        int inner = buffer[offset + 4];

        if (IsSound && inner > outer - 2)
        {
            return Refuse(4, 4);
        }

        return End(Head + inner, inner);
    }
}
