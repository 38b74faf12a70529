namespace ToyGuard.Page.Routes;

/// <summary>Whether a request's Host is ours (WEB-01). A site that gets our address under a name of its own (DNS rebinding) asks with that name, and gets nothing.</summary>
/// <remarks>
/// Ours: the lasting name alone, below .local, below the domain that the router gives, below one of the names that no site can hold;
/// and the address that the visitor came to. Each with our port, or without one where that is 80 (RFC 9110, 4.2.1). Nothing else.
/// </remarks>
internal static class OwnHost
{
    private const int PlainPort = 80;

    // What routers give without being told (RFC 6762 with appendix G, RFC 8375). None of them can be bought.
    private static readonly string[] s_domains = { "local", "lan", "home", "internal", "localdomain", "home.arpa" };

    /// <summary>Judges the <paramref name="count"/> bytes from <paramref name="offset"/>, a host without its port. <paramref name="port"/> is -1 when none was named.</summary>
    internal static bool Is(PageIdentity identity, PageVisitor visitor, byte[] buffer, int offset, int count, int port)
    {
        if (port != visitor.LocalPort && (port >= 0 || visitor.LocalPort != PlainPort))
        {
            return false;
        }

        return IsName(identity, buffer, offset, count) || IsAddress(visitor.LocalAddress, buffer, offset, count);
    }

    /// <summary>The page at the address and port that the visitor came to.</summary>
    internal static string LinkTo(PageVisitor visitor)
    {
        return "http://" + TextOf(visitor.LocalAddress) + (visitor.LocalPort == PlainPort ? "" : ":" + visitor.LocalPort.ToString()) + "/";
    }

    private static string TextOf(int address)
    {
        return ((address >> 24) & 0xFF).ToString() + "." + ((address >> 16) & 0xFF).ToString() + "."
            + ((address >> 8) & 0xFF).ToString() + "." + (address & 0xFF).ToString();
    }

    private static bool IsName(PageIdentity identity, byte[] buffer, int offset, int count)
    {
        string label = identity.HostLabel;

        // One dot at the end is how a name is written in full (RFC 3986, 3.2.2).
        if (count > 0 && buffer[offset + count - 1] == '.')
        {
            count--;
        }

        if (label.Length == 0 || count < label.Length || !IsText(buffer, offset, label))
        {
            return false;
        }

        int rest = count - label.Length;

        if (rest == 0)
        {
            return true;
        }

        int at = offset + label.Length;

        if (rest < 2 || buffer[at] != '.')
        {
            return false;
        }

        foreach (string domain in s_domains)
        {
            if (IsDomain(buffer, at + 1, rest - 1, domain))
            {
                return true;
            }
        }

        return IsDomain(buffer, at + 1, rest - 1, identity.RouterDomain);
    }

    private static bool IsDomain(byte[] buffer, int at, int count, string domain)
    {
        return count == domain.Length && IsText(buffer, at, domain);
    }

    // Four plain decimal numbers and nothing else: 127.1, 0177.0.0.1 and 127.0.0.1. are not spelled so by anybody who means us.
    private static bool IsAddress(int address, byte[] buffer, int offset, int count)
    {
        string text = TextOf(address);

        return count == text.Length && IsText(buffer, offset, text);
    }

    // Letters of either case; the text is lower-case.
    private static bool IsText(byte[] buffer, int at, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int value = buffer[at + i];

            if (value >= 'A' && value <= 'Z')
            {
                value |= 0x20;
            }

            if (value != text[i])
            {
                return false;
            }
        }

        return true;
    }
}
