using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>1 | length | bytes. The bug: it waits for one byte less than it reads.</summary>
public sealed class PastTheEnd : PlantedReader
{
    /// <summary>With the bug, or sound.</summary>
    public PastTheEnd(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        if (count < 2)
        {
            return ReadStatus.NeedMore;
        }

        if (buffer[offset] != 1)
        {
            return Refuse(1, 0);
        }

        int length = buffer[offset + 1];

        if (count < (IsSound ? 2 + length : 1 + length))
        {
            return ReadStatus.NeedMore;
        }

        int sum = 0;

        for (int i = 0; i < length; i++)
        {
            sum += buffer[offset + 2 + i];
        }

        return End(2 + length <= count ? 2 + length : count, sum);
    }
}
