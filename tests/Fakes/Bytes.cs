using System;

namespace ToyGuard.Fakes;

/// <summary>Small things done with byte arrays in tests; each makes a new array.</summary>
public static class Bytes
{
    /// <summary>One behind the other.</summary>
    public static byte[] Join(byte[] first, byte[] second)
    {
        byte[] both = new byte[first.Length + second.Length];
        Array.Copy(first, 0, both, 0, first.Length);
        Array.Copy(second, 0, both, first.Length, second.Length);

        return both;
    }

    /// <summary>A piece of it.</summary>
    public static byte[] Part(byte[] bytes, int offset, int count)
    {
        byte[] part = new byte[count];
        Array.Copy(bytes, offset, part, 0, count);

        return part;
    }

    /// <summary>A number in two bytes, the higher first.</summary>
    public static byte[] Two(int value)
    {
        return new byte[] { (byte)(value >> 8), (byte)value };
    }

    /// <summary>True when both hold the same.</summary>
    public static bool AreSame(byte[] first, int firstCount, byte[] second, int secondCount)
    {
        if (firstCount != secondCount)
        {
            return false;
        }

        for (int i = 0; i < firstCount; i++)
        {
            if (first[i] != second[i])
            {
                return false;
            }
        }

        return true;
    }
}
