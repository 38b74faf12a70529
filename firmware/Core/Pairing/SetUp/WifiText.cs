using System.Text;

namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>Which texts can be a network's name and key (IEEE 802.11-2020, 9.4.2.2 and J.4).</summary>
public static class WifiText
{
    /// <summary>Most bytes of a name in UTF-8.</summary>
    public const int SsidMax = 32;

    /// <summary>Fewest characters of a passphrase.</summary>
    public const int KeyMin = 8;

    /// <summary>Most characters of a passphrase.</summary>
    public const int KeyMax = 63;

    /// <summary>Digits of a key that is written in hexadecimal.</summary>
    public const int HexKey = 64;

    /// <summary>True for 1 to <see cref="SsidMax"/> bytes in UTF-8 without control characters and without half surrogates.</summary>
    public static bool IsSsid(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);

        if (bytes.Length < 1 || bytes.Length > SsidMax || !IsUtf8(bytes, 0, bytes.Length))
        {
            return false;
        }

        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < ' ' || bytes[i] == 0x7F)
            {
                return false;
            }
        }

        // A half surrogate becomes other bytes, or none that are UTF-8.
        return Encoding.UTF8.GetString(bytes, 0, bytes.Length) == text;
    }

    /// <summary>True for a passphrase of printable ASCII, for a key of <see cref="HexKey"/> hexadecimal digits, and for the empty text that stands for an open network.</summary>
    public static bool IsKey(string text)
    {
        return text.Length == 0 || IsSecret(text);
    }

    /// <summary>The same without the empty text: what the device's own Wi-Fi must have (PAIR-05).</summary>
    public static bool IsSecret(string text)
    {
        bool isHex = text.Length == HexKey;

        if (!isHex && (text.Length < KeyMin || text.Length > KeyMax))
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isFit = isHex ? IsHexDigit(c) : c >= ' ' && c <= '~';

            if (!isFit)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for what stock images can join: they keep a name in 32 bytes and a key in 64, each with a NUL behind it, and join something else when it does not fit.</summary>
    public static bool IsForStockImages(string ssid, string key)
    {
        return IsSsid(ssid) && Encoding.UTF8.GetBytes(ssid).Length < SsidMax && IsKey(key) && key.Length < HexKey;
    }

    /// <summary>True for bytes that are UTF-8 in its shortest form, without NUL and half surrogates (RFC 3629): only those become a text and the same bytes again.</summary>
    public static bool IsUtf8(byte[] bytes, int offset, int count)
    {
        int end = offset + count;
        int at = offset;

        while (at < end)
        {
            int lead = bytes[at];
            int more = lead < 0x80 ? 0 : lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : -1;

            if (lead == 0 || more < 0 || more >= end - at)
            {
                return false;
            }

            int code = more == 0 ? lead : lead & (0x3F >> more);

            for (int i = 1; i <= more; i++)
            {
                if ((bytes[at + i] & 0xC0) != 0x80)
                {
                    return false;
                }

                code = (code << 6) | (bytes[at + i] & 0x3F);
            }

            bool isShortest = more < 2 || (more == 2 ? code >= 0x800 : code >= 0x10000);

            if (!isShortest || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF)
            {
                return false;
            }

            at += 1 + more;
        }

        return true;
    }

    private static bool IsHexDigit(char c)
    {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
