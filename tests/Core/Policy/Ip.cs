using System;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>Addresses as people write them, to bytes. For tables of tests only: takes no care of what is wrong.</summary>
public static class Ip
{
    public static byte[] Bytes(string text)
    {
        return text.IndexOf(':') < 0 ? V4(text) : V6(text);
    }

    private static byte[] V4(string text)
    {
        string[] parts = text.Split('.');
        byte[] bytes = new byte[4];

        for (int i = 0; i < 4; i++)
        {
            bytes[i] = (byte)int.Parse(parts[i]);
        }

        return bytes;
    }

    // Groups before "::" fill from the front, groups after it from the end.
    private static byte[] V6(string text)
    {
        byte[] bytes = new byte[16];
        int gap = text.IndexOf("::");

        if (gap < 0)
        {
            Groups(text, bytes, 0);
            return bytes;
        }

        string tail = text.Substring(gap + 2);
        Groups(text.Substring(0, gap), bytes, 0);
        Groups(tail, bytes, 16 - 2 * Count(tail));
        return bytes;
    }

    private static int Count(string groups)
    {
        return groups.Length == 0 ? 0 : groups.Split(':').Length;
    }

    private static void Groups(string groups, byte[] bytes, int at)
    {
        string[] parts = groups.Split(':');

        for (int i = 0; i < parts.Length && groups.Length > 0; i++)
        {
            int value = Convert.ToInt32(parts[i], 16);
            bytes[at + 2 * i] = (byte)(value >> 8);
            bytes[at + 2 * i + 1] = (byte)value;
        }
    }
}
