using System;

using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Factory;

/// <summary>The bytes of an identity: version 1, lasting name 17, id 8, length and characters of its Wi-Fi's name, the same of the key, length (0 or 10) and bytes of the card's code.</summary>
public static class IdentityPart
{
    /// <summary>The first byte.</summary>
    public const int Version = 1;

    private const int LabelBytes = 17;

    /// <summary>Reads it. Null unless each byte is one that an identity has and nothing is left over.</summary>
    public static FactoryIdentity? Read(byte[] bytes)
    {
        int at = 1 + LabelBytes + FactoryIdentity.IdBytes;

        if (bytes.Length < at + 3 || bytes[0] != Version)
        {
            return null;
        }

        string? label = Text(bytes, 1, LabelBytes);
        byte[] id = Copy(bytes, 1 + LabelBytes, FactoryIdentity.IdBytes);
        string? name = Text(bytes, at + 1, bytes[at]);
        at += 1 + bytes[at];
        string? key = at < bytes.Length ? Text(bytes, at + 1, bytes[at]) : null;

        if (label is null || name is null || key is null)
        {
            return null;
        }

        at += 1 + bytes[at];

        if (at >= bytes.Length || bytes.Length != at + 1 + bytes[at])
        {
            return null;
        }

        try
        {
            return new FactoryIdentity(label, id, name, key, bytes[at] == 0 ? null : Copy(bytes, at + 1, bytes[at]));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Printable ASCII only: a zero would end the string for half of the platform (nano.md B3).
    private static string? Text(byte[] bytes, int offset, int count)
    {
        if (offset + count > bytes.Length)
        {
            return null;
        }

        char[] text = new char[count];

        for (int i = 0; i < count; i++)
        {
            byte one = bytes[offset + i];

            if (one < 0x20 || one > 0x7E)
            {
                return null;
            }

            text[i] = (char)one;
        }

        return new string(text);
    }

    private static byte[] Copy(byte[] bytes, int offset, int count)
    {
        byte[] copy = new byte[count];
        Array.Copy(bytes, offset, copy, 0, count);
        return copy;
    }
}
