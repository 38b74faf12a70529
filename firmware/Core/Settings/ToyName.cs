using System.Text;

namespace ToyGuard.Core.Settings;

/// <summary>Which names a family may give a toy: short, and of characters that everybody sees, since names are shown on pages and compared byte by byte.</summary>
public static class ToyName
{
    /// <summary>Bytes of the longest name in UTF-8.</summary>
    public const int BytesMax = 32;

    // First and last of ranges that nobody sees, or that look like a blank: Unicode's categories of controls, formats, separators,
    // surrogates and private use, and fillers. tests/Core holds the table against the runtime's own.
    private static readonly int[] Unseen =
    {
        0x0000, 0x001F, 0x007F, 0x00A0, 0x00AD, 0x00AD, 0x034F, 0x034F, 0x0600, 0x0605, 0x061C, 0x061C, 0x06DD, 0x06DD, 0x070F, 0x070F,
        0x0890, 0x0891, 0x08E2, 0x08E2, 0x115F, 0x1160, 0x1680, 0x1680, 0x17B4, 0x17B5, 0x180E, 0x180E, 0x2000, 0x200F, 0x2028, 0x202F,
        0x205F, 0x206F, 0x3000, 0x3000, 0x3164, 0x3164, 0xD800, 0xF8FF, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFF, 0x110BD, 0x110BD,
        0x110CD, 0x110CD, 0x13430, 0x1343F, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0x10FFFF,
    };

    /// <summary>True for 1 to 32 bytes of UTF-8, none of them unseen, no blank at either end.</summary>
    public static bool IsFit(string name)
    {
        // Longer in characters is longer in bytes.
        if (name.Length > BytesMax)
        {
            return false;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(name);
        return IsFit(bytes, 0, bytes.Length);
    }

    /// <summary>The same for bytes as they were kept; UTF-8 in any but its shortest form is refused (RFC 3629, 3).</summary>
    internal static bool IsFit(byte[] bytes, int offset, int count)
    {
        if (count < 1 || count > BytesMax || bytes[offset] == ' ' || bytes[offset + count - 1] == ' ')
        {
            return false;
        }

        int end = offset + count;
        int at = offset;

        while (at < end)
        {
            int lead = bytes[at++];
            int more = lead < 0x80 ? 0 : lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : -1;

            if (more < 0 || more > end - at)
            {
                return false;
            }

            int code = more == 0 ? lead : lead & (0x3F >> more);
            int least = more == 3 ? 0x10000 : more == 2 ? 0x800 : 0;

            for (; more > 0; more--)
            {
                int next = bytes[at++];

                if ((next & 0xC0) != 0x80)
                {
                    return false;
                }

                code = (code << 6) | (next & 0x3F);
            }

            if (code < least || IsUnseen(code))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnseen(int code)
    {
        for (int i = 0; i < Unseen.Length; i += 2)
        {
            if (code >= Unseen[i] && code <= Unseen[i + 1])
            {
                return true;
            }
        }

        // The last two of every plane are no characters; past the table's end there is nothing.
        return (code & 0xFFFE) == 0xFFFE || code > 0x10FFFF;
    }
}
