using System;
using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Fuzz.Loop;

/// <summary>Makes a new input of an old one: a few changes of bits, bytes, numbers and pieces, and in half of the cases the length fields put right again.</summary>
internal sealed class Mutator
{
    private static readonly int[] s_interesting = { 0, 1, 2, 3, 4, 16, 31, 32, 33, 63, 64, 65, 127, 128, 191, 192, 254, 255, 256, 512, 1024, 4096, 16384, 16385, 32767, 32768, 65535 };

    private readonly Target _target;
    private readonly Dice _dice;
    private readonly byte[][] _words;
    private readonly byte[] _piece;

    public Mutator(Target target, Dice dice, IEnumerable<byte[]> words)
    {
        _target = target;
        _dice = dice;
        _words = words.Where(static w => w.Length > 0).Append(new byte[] { 0 }).ToArray();
        _piece = new byte[target.LengthMax];
        Input = new byte[target.LengthMax];
    }

    /// <summary>The input made last, in its first bytes; behind them is what was left of others.</summary>
    public byte[] Input { get; }

    /// <summary>Makes the next input and returns its length.</summary>
    public int Make(Corpus corpus)
    {
        byte[] from = corpus.Pick(_dice);
        int count = Math.Min(from.Length, Input.Length);
        Array.Copy(from, Input, count);

        for (int times = 1 << _dice.Next(4); times > 0; times--)
        {
            count = Change(count, corpus);
        }

        return _dice.Next(2) == 0 ? _target.Repair(Input, count, _dice) : count;
    }

    private int Change(int count, Corpus corpus)
    {
        if (count == 0)
        {
            return Insert(0, 0, _words[_dice.Next(_words.Length)]);
        }

        int at = _dice.Next(count);

        switch (_dice.Next(14))
        {
            case 0:
                Input[at] ^= (byte)(1 << _dice.Next(8));
                return count;

            case 1:
                Input[at] = (byte)_dice.Next(256);
                return count;

            case 2:
                Input[at] += (byte)(_dice.Next(2) == 0 ? _dice.Small(35) : -_dice.Small(35));
                return count;

            case 3:
                Input[at] = (byte)s_interesting[_dice.Next(s_interesting.Length)];
                return count;

            case 4 when at + 1 < count:
                return Number(at, count, ((Input[at] << 8) | Input[at + 1]) + _dice.Next(71) - 35);

            case 5 when at + 1 < count:
                return Number(at, count, s_interesting[_dice.Next(s_interesting.Length)] + _dice.Next(3) - 1);

            case 6:
            case 7:
                return Erase(at, count, _dice.Small(count - at));

            case 8:
                return Insert(at, count, Repeated());

            case 9:
                return Insert(at, count, Part(Input, count));

            case 10:
                return Insert(at, count, _words[_dice.Next(_words.Length)]);

            case 11:
                byte[] word = _words[_dice.Next(_words.Length)];
                Array.Copy(word, 0, Input, at, Math.Min(word.Length, count - at));
                return count;

            case 12:
                byte[] other = corpus.Pick(_dice);
                return other.Length == 0 ? count : Insert(at, _dice.Next(2) == 0 ? at : count, Part(other, other.Length));

            default:
                return _dice.Next(8) == 0 ? at : count;
        }
    }

    private int Number(int at, int count, int value)
    {
        Input[at] = (byte)(value >> 8);
        Input[at + 1] = (byte)value;

        return count;
    }

    private int Erase(int at, int count, int length)
    {
        Array.Copy(Input, at + length, Input, at, count - at - length);

        return count - length;
    }

    // What does not fit is left out.
    private int Insert(int at, int count, ReadOnlySpan<byte> bytes)
    {
        int length = Math.Min(bytes.Length, Input.Length - count);
        Array.Copy(Input, at, Input, at + length, count - at);
        bytes[..length].CopyTo(Input.AsSpan(at));

        return count + length;
    }

    private ReadOnlySpan<byte> Repeated()
    {
        Span<byte> piece = _piece.AsSpan(0, _dice.Small(_piece.Length));
        piece.Fill((byte)_dice.Next(256));

        return piece;
    }

    private ReadOnlySpan<byte> Part(byte[] from, int count)
    {
        int at = _dice.Next(count);
        int length = _dice.Next(4) == 0 ? count - at : _dice.Small(count - at);
        Span<byte> piece = _piece.AsSpan(0, Math.Min(length, _piece.Length));
        from.AsSpan(at, piece.Length).CopyTo(piece);

        return piece;
    }
}
