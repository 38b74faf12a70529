using System;

using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>Bytes up to a zero. The bug: it throws at one word of five letters, which no number in the code gives away: each letter is compared alone.</summary>
public sealed class MagicBytes : PlantedReader
{
    private int _at;
    private int _matched;

    /// <summary>With the bug, or sound.</summary>
    public MagicBytes(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _at = 0;
        _matched = 0;
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        for (; _at < count; _at++)
        {
            int next = buffer[offset + _at];

            if (next == 0)
            {
                return End(_at + 1, _matched);
            }

            _matched = IsNext(_matched, next) ? _matched + 1 : 0;

            if (_matched == 5 && !IsSound)
            {
                throw new InvalidOperationException("a test left in");
            }
        }

        return ReadStatus.NeedMore;
    }

    private static bool IsNext(int matched, int value)
    {
        switch (matched)
        {
            case 0:
                return value == 'd';
            case 1:
                return value == 'e';
            case 2:
                return value == 'b';
            case 3:
                return value == 'u';
            case 4:
                return value == 'g';
            default:
                return false;
        }
    }
}
