using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Routes;

/// <summary>Whether a POST comes from our own page (WEB-02): browsers say where from, and no page can make them say something else.</summary>
/// <remarks>
/// Origin must be there once and be "http://" with the very Host that was asked (RFC 6454, 7). Sec-Fetch-Site, which browsers leave out over
/// plain HTTP to a name, must say same-origin where it is there.
/// </remarks>
internal static class OwnOrigin
{
    private const string Scheme = "http://";

    /// <summary>Judges a head that was read whole, and whose Host is ours.</summary>
    internal static bool Is(RequestHead head, byte[] buffer)
    {
        int origin = head.Find("origin");
        int host = head.Find("host");
        int site = head.Find("sec-fetch-site");

        return IsOnly(head, origin, "origin")
            && (site < 0 || (IsOnly(head, site, "sec-fetch-site") && IsValue(head, buffer, site, "same-origin")))
            && IsOfHost(buffer, head.ValueOffset(origin), head.ValueLength(origin), head.ValueOffset(host), head.ValueLength(host));
    }

    /// <summary>True when the field of that name is there once and says exactly <paramref name="value"/>.</summary>
    internal static bool Says(RequestHead head, byte[] buffer, string lowerName, string value)
    {
        int field = head.Find(lowerName);

        return IsOnly(head, field, lowerName) && IsValue(head, buffer, field, value);
    }

    private static bool IsOnly(RequestHead head, int field, string lowerName)
    {
        return field >= 0 && head.FindFrom(field + 1, lowerName) < 0;
    }

    private static bool IsValue(RequestHead head, byte[] buffer, int field, string value)
    {
        return head.ValueLength(field) == value.Length && IsText(buffer, head.ValueOffset(field), value);
    }

    private static bool IsOfHost(byte[] buffer, int origin, int originLength, int host, int hostLength)
    {
        if (originLength != Scheme.Length + hostLength || !IsText(buffer, origin, Scheme))
        {
            return false;
        }

        for (int i = 0; i < hostLength; i++)
        {
            if (buffer[origin + Scheme.Length + i] != buffer[host + i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsText(byte[] buffer, int at, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (buffer[at + i] != text[i])
            {
                return false;
            }
        }

        return true;
    }
}
