using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>Length, 4 bytes | bytes. The bug: the sum of length and header overflows, so that the longest lengths look short.</summary>
public sealed class LengthOverflow : PlantedReader
{
    private const int Head = 4;

    /// <summary>With the bug, or sound.</summary>
    public LengthOverflow(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        if (count < Head)
        {
            return ReadStatus.NeedMore;
        }

        int length = (buffer[offset] << 24) | (buffer[offset + 1] << 16) | (buffer[offset + 2] << 8) | buffer[offset + 3];

        if (length < 0)
        {
            return Refuse(1, 0);
        }

        if (IsSound ? length > count - Head : Head + length > count)
        {
            return ReadStatus.NeedMore;
        }

        return End(Head + length, buffer[offset + Head + length - 1]);
    }
}
