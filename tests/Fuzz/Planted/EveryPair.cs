using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>Bytes up to a zero, and how many pairs among them are the same. The bug: each is held against all before it, however many there are; the sound one stops at 64.</summary>
public sealed class EveryPair : PlantedReader
{
    private const int EntriesMax = 64;

    private int _at;
    private int _twice;

    /// <summary>With the bug, or sound.</summary>
    public EveryPair(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _at = 0;
        _twice = 0;
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        for (; _at < count; _at++)
        {
            if (buffer[offset + _at] == 0)
            {
                return End(_at + 1, _twice);
            }

            if (IsSound && _at == EntriesMax)
            {
                return Refuse(1, _at);
            }

            for (int i = 0; i < _at; i++)
            {
                _twice += buffer[offset + i] == buffer[offset + _at] ? 1 : 0;
            }
        }

        return ReadStatus.NeedMore;
    }
}
