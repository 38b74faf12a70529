namespace ToyGuard.Guard.Dhcp;

/// <summary>Texts of what stations send: only what can be shown as it is, else nothing.</summary>
internal static class StationText
{
    private const int NameMax = 32;
    private const int UrlMax = 128;
    private const string Https = "https://";

    /// <summary>A name of letters, digits and hyphens (RFC 1123, 2.1).</summary>
    internal static string Name(byte[] bytes, int offset, int count)
    {
        if (count > NameMax)
        {
            return "";
        }

        for (int i = offset; i < offset + count; i++)
        {
            int c = bytes[i];
            bool isName = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';

            if (!isName)
            {
                return "";
            }
        }

        return Ascii(bytes, offset, count);
    }

    /// <summary>The URL of a MUD option: what stands before a space (RFC 8520, 10), over https.</summary>
    internal static string Url(byte[] bytes, int offset, int count)
    {
        int length = 0;

        while (length < count && bytes[offset + length] != ' ')
        {
            int c = bytes[offset + length];

            if (c <= ' ' || c > '~' || (length < Https.Length && c != Https[length]))
            {
                return "";
            }

            length++;
        }

        return length <= Https.Length || length > UrlMax ? "" : Ascii(bytes, offset, length);
    }

    /// <summary>Six bytes as 02:00:5e:00:53:01.</summary>
    internal static string Hardware(byte[] bytes)
    {
        const string Digits = "0123456789abcdef";
        char[] text = new char[17];

        for (int i = 0; i < 6; i++)
        {
            text[i * 3] = Digits[bytes[i] >> 4];
            text[(i * 3) + 1] = Digits[bytes[i] & 15];

            if (i < 5)
            {
                text[(i * 3) + 2] = ':';
            }
        }

        return new string(text);
    }

    private static string Ascii(byte[] bytes, int offset, int count)
    {
        char[] text = new char[count];

        for (int i = 0; i < count; i++)
        {
            text[i] = (char)bytes[offset + i];
        }

        return new string(text);
    }
}
