using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>Words of two bytes up to two zeros. The bug: after an odd byte it looks at the next although it has not come.</summary>
public sealed class PeekBehind : PlantedReader
{
    private int _at;

    /// <summary>With the bug, or sound.</summary>
    public PeekBehind(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _at = 0;
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        for (; _at + 1 < count || (!IsSound && _at < count && offset + _at + 1 < buffer.Length); _at += 2)
        {
            if (buffer[offset + _at] == 0 && buffer[offset + _at + 1] == 0)
            {
                return End(_at + 2 <= count ? _at + 2 : count, _at / 2);
            }
        }

        return ReadStatus.NeedMore;
    }
}
