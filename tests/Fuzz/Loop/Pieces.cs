using System;

namespace ToyGuard.Fuzz.Loop;

/// <summary>One input on its way to a reader: whole from the front of a buffer, or in pieces somewhere inside one.</summary>
/// <remarks>
/// In pieces, what has not come yet is there as other bytes, and so is what stands around the input: a reader that looks at them says something else than it said
/// of the whole. Now and then the buffer ends with the input, so that a step too far throws.
/// </remarks>
internal sealed class Pieces
{
    private byte[] _input = Array.Empty<byte>();
    private Dice? _dice;
    private int _have;
    private int _size;

    /// <summary>What the reader is given.</summary>
    public byte[] Buffer { get; private set; } = Array.Empty<byte>();

    /// <summary>Where the input begins in it.</summary>
    public int Offset { get; private set; }

    /// <summary>Bytes of the whole input.</summary>
    public int Count { get; private set; }

    /// <summary>True for a second reading, which a reader that was never used before should do.</summary>
    public bool IsOtherwise
    {
        get { return _dice is not null; }
    }

    /// <summary>The input as it stands, at once.</summary>
    public void Whole(byte[] buffer, int count)
    {
        Buffer = buffer;
        Offset = 0;
        Count = count;
        _dice = null;
        _have = -1;
    }

    /// <summary>A copy of the input somewhere else, in pieces.</summary>
    public void Otherwise(byte[] input, int count, Dice dice)
    {
        _input = input;
        _dice = dice;
        _have = 0;
        _size = dice.Next(4) == 0 ? 1 : 1 + dice.Next(count + 1);
        Count = count;
        Offset = dice.Next(3) * 7;
        Buffer = new byte[Offset + count + (dice.Next(2) * 9)];
        Array.Fill(Buffer, (byte)dice.Next(256));
    }

    /// <summary>The next piece comes. False when all have come.</summary>
    /// <param name="have">Bytes of the input that are there now, from its first.</param>
    public bool Next(out int have)
    {
        if (_dice is null)
        {
            bool isFirst = _have < 0;
            _have = Count;
            have = Count;

            return isFirst;
        }

        int next = Math.Min(Count, _have + 1 + _dice.Next(_size));
        bool isMore = next > _have;
        Array.Copy(_input, _have, Buffer, Offset + _have, next - _have);
        _have = next;
        have = next;

        return isMore;
    }

    /// <summary>All that is still missing comes, for readers that want all at once.</summary>
    public void All()
    {
        while (Next(out int _))
        {
        }
    }
}
