namespace ToyGuard.Guard.Roots;

/// <summary>Base64 in the one form that RFC 4648, 4 calls canonical: whole groups of four, padding only at the end, no bits left over.</summary>
/// <remarks>Not the runtime's own: that one takes text which another reader would read otherwise. Pure.</remarks>
internal static class Base64
{
    private const int NotADigit = -1;

    /// <summary>The bytes of <paramref name="count"/> digits, padding included; null for anything that is not canonical, and for none at all.</summary>
    public static byte[]? Decode(byte[] digits, int count)
    {
        if (count == 0 || count % 4 != 0)
        {
            return null;
        }

        int padding = digits[count - 1] != '=' ? 0 : digits[count - 2] != '=' ? 1 : 2;
        byte[] bytes = new byte[(count / 4 * 3) - padding];
        int written = 0;
        int bits = 0;

        for (int i = 0; i < count; i++)
        {
            int value = i < count - padding ? ValueOf(digits[i]) : 0;

            if (value == NotADigit)
            {
                return null;
            }

            bits = ((bits << 6) | value) & 0xFFFFFF;

            if (i % 4 == 3)
            {
                for (int shift = 16; shift >= 0; shift -= 8)
                {
                    int part = (bits >> shift) & 0xFF;

                    if (written < bytes.Length)
                    {
                        bytes[written] = (byte)part;
                        written++;
                    }
                    else if (part != 0)
                    {
                        // Bits that belong to no byte: another text for the same bytes.
                        return null;
                    }
                }
            }
        }

        return bytes;
    }

    /// <summary>Writes the digits of <paramref name="bytes"/> into <paramref name="text"/> from <paramref name="offset"/>, in lines of 64 that end in a line feed. Returns where it ended.</summary>
    public static int WriteLines(byte[] bytes, byte[] text, int offset)
    {
        for (int i = 0; i < bytes.Length; i += 3)
        {
            int left = bytes.Length - i;
            int bits = (bytes[i] << 16) | (left > 1 ? bytes[i + 1] << 8 : 0) | (left > 2 ? bytes[i + 2] : 0);
            text[offset] = DigitOf(bits >> 18);
            text[offset + 1] = DigitOf((bits >> 12) & 0x3F);
            text[offset + 2] = left > 1 ? DigitOf((bits >> 6) & 0x3F) : (byte)'=';
            text[offset + 3] = left > 2 ? DigitOf(bits & 0x3F) : (byte)'=';
            offset += 4;

            if (i % 48 == 45 || left <= 3)
            {
                text[offset] = (byte)'\n';
                offset++;
            }
        }

        return offset;
    }

    /// <summary>How long <see cref="WriteLines"/> makes so many bytes.</summary>
    public static int LinesLength(int bytes)
    {
        int digits = (bytes + 2) / 3 * 4;

        return digits + ((digits + 63) / 64);
    }

    private static int ValueOf(byte digit)
    {
        return digit switch
        {
            >= (byte)'A' and <= (byte)'Z' => digit - 'A',
            >= (byte)'a' and <= (byte)'z' => digit - 'a' + 26,
            >= (byte)'0' and <= (byte)'9' => digit - '0' + 52,
            (byte)'+' => 62,
            (byte)'/' => 63,
            _ => NotADigit,
        };
    }

    private static byte DigitOf(int value)
    {
        return (byte)(value < 26 ? 'A' + value : value < 52 ? 'a' + value - 26 : value < 62 ? '0' + value - 52 : value == 62 ? '+' : '/');
    }
}
