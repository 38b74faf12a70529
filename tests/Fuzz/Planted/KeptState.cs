using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>Digits up to a line feed, with one minus in front at most. The bug: a minus is remembered over Reset.</summary>
public sealed class KeptState : PlantedReader
{
    private bool _isNegative;

    /// <summary>With the bug, or sound.</summary>
    public KeptState(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();

        if (IsSound)
        {
            _isNegative = false;
        }
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        int value = 0;

        for (int i = 0; i < count; i++)
        {
            int next = buffer[offset + i];

            if (next == '-' && i == 0)
            {
                _isNegative = true;
            }
            else if (next == '\n')
            {
                return i == 0 ? Refuse(1, 0) : End(i + 1, _isNegative ? -value : value);
            }
            else if (next < '0' || next > '9' || i > 8)
            {
                return Refuse(2, i);
            }
            else
            {
                value = (value * 10) + (next - '0');
            }
        }

        return ReadStatus.NeedMore;
    }
}
