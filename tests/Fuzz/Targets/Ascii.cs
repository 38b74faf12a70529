using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ToyGuard.Fuzz.Targets;

/// <summary>Inputs and words of formats that are written as text. Letters past 0x7F become one byte each.</summary>
internal static class Ascii
{
    /// <summary>One text as bytes.</summary>
    public static byte[] Of(string text)
    {
        return Encoding.Latin1.GetBytes(text);
    }

    /// <summary>Bytes as the text they stand for.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Puts a letter in place of each byte that stands in no host name.</summary>
    public static void RepairHost(Span<byte> host)
    {
        foreach (ref byte value in host)
        {
            if (!char.IsAsciiLetterOrDigit((char)value) && value is not (byte)'-' and not (byte)'.')
            {
                value = (byte)('a' + (value % 26));
            }
        }
    }

    /// <summary>Each text as bytes.</summary>
    public static IEnumerable<byte[]> All(params string[] texts)
    {
        return texts.Select(Of);
    }
}
