using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>Fields "type | length | bytes" up to a type of 0, of which type 1 is the name. The bug: a second name is taken, and it is the one that counts.</summary>
public sealed class TwoNames : PlantedReader
{
    private const int NameType = 1;

    /// <summary>With the bug, or sound.</summary>
    public TwoNames(bool isSound)
        : base(isSound)
    {
    }

    /// <summary>Where the name stands.</summary>
    public int NameOffset { get; private set; }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        NameOffset = 0;
    }

    /// <inheritdoc/>
    public override ReadStatus Read(byte[] buffer, int offset, int count)
    {
        int name = -1;

        for (int at = 0; at < count;)
        {
            int type = buffer[offset + at];

            if (type == 0)
            {
                NameOffset = name;

                return name < 0 ? Refuse(1, at) : End(at + 1, name);
            }

            if (at + 1 >= count || at + 2 + buffer[offset + at + 1] > count)
            {
                return ReadStatus.NeedMore;
            }

            if (type == NameType)
            {
                if (name >= 0 && IsSound)
                {
                    return Refuse(2, at);
                }

                name = at;
            }

            at += 2 + buffer[offset + at + 1];
        }

        return ReadStatus.NeedMore;
    }
}
