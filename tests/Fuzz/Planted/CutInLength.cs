using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>2 | length, 2 bytes | bytes. The bug: when the length comes in two pieces, only its low byte counts.</summary>
public sealed class CutInLength : PlantedReader
{
    private int _high = -1;
    private bool _isCut;

    /// <summary>With the bug, or sound.</summary>
    public CutInLength(bool isSound)
        : base(isSound)
    {
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _high = -1;
        _isCut = false;
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        if (count > 0 && buffer[offset] != 2)
        {
            return Refuse(1, 0);
        }

        if (count < 3)
        {
            _isCut |= count == 2;

            return ReadStatus.NeedMore;
        }

        _high = _isCut && !IsSound ? 0 : buffer[offset + 1];
        int length = (_high << 8) | buffer[offset + 2];

        return length > count - 3 ? ReadStatus.NeedMore : End(3 + length, length);
    }
}
