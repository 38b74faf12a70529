using System;
using System.Text;

namespace ToyGuard.Fakes;

/// <summary>Bytes written as hex digits, so that a table can hold what no text can.</summary>
public static class Hex
{
    /// <summary>Two digits a byte, lower or upper case; blanks between bytes are fine.</summary>
    public static byte[] Bytes(string hex)
    {
        byte[] bytes = new byte[hex.Length / 2];
        int count = 0;

        for (int i = 0; i < hex.Length; i++)
        {
            if (hex[i] != ' ')
            {
                bytes[count] = (byte)((Digit(hex[i]) << 4) | Digit(hex[i + 1]));
                count++;
                i++;
            }
        }

        byte[] exact = new byte[count];
        Array.Copy(bytes, exact, count);
        return exact;
    }

    /// <summary>Those digits, lower case.</summary>
    public static string Text(byte[] bytes)
    {
        StringBuilder text = new StringBuilder();

        for (int i = 0; i < bytes.Length; i++)
        {
            text.Append("0123456789abcdef"[bytes[i] >> 4]);
            text.Append("0123456789abcdef"[bytes[i] & 15]);
        }

        return text.ToString();
    }

    private static int Digit(char c)
    {
        int value = "0123456789abcdef".IndexOf(c);
        return value >= 0 ? value : "0123456789ABCDEF".IndexOf(c);
    }
}
