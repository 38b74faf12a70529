using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>4 | a kind of 1 to 9 | length of that kind. The bug: one wrong combination is refused without a fault.</summary>
public sealed class NoReason : PlantedReader
{
    /// <summary>With the bug, or sound.</summary>
    public NoReason(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        if (count < 3)
        {
            return ReadStatus.NeedMore;
        }

        if (buffer[offset] != 4)
        {
            return Refuse(1, 0);
        }

        int kind = buffer[offset + 1];

        if (kind < 1 || kind > 9)
        {
            return Refuse(2, 1);
        }

        int length = buffer[offset + 2];

        if (kind == 8 && length == 200)
        {
            return Refuse(IsSound ? 3 : 0, 2);
        }

        return length > count - 3 ? ReadStatus.NeedMore : End(3 + length, kind);
    }
}
