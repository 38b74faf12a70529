using System;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>Bytes that are nearly right, or not at all, the same at every run with the same seed.</summary>
internal sealed class Garbage
{
    private const int LengthMax = 1500;

    private readonly Random _random;
    private readonly byte[][] _right;

    /// <summary>Makes garbage of <paramref name="right"/> messages.</summary>
    public Garbage(int seed, params byte[][] right)
    {
        _random = new Random(seed);
        _right = right;
    }

    /// <summary>The next one: a right message with some bytes changed, cut off, doubled or grown; one time in four nothing but chance.</summary>
    public byte[] Next()
    {
        byte[] bytes = [.. _right[_random.Next(_right.Length)]];

        switch (_random.Next(4))
        {
            case 0:
                bytes = new byte[_random.Next(1, LengthMax)];
                _random.NextBytes(bytes);
                break;
            case 1:
                bytes = bytes[.._random.Next(1, bytes.Length)];
                break;
            case 2:
                int at = _random.Next(bytes.Length);
                bytes = [.. bytes[..at], .. new byte[_random.Next(1, 64)], .. bytes[at..]];
                break;
        }

        for (int changes = _random.Next(1, 5); changes > 0; changes--)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return bytes;
    }
}
