namespace ToyGuard.Guard.Outgoing;

/// <summary>Which header lines a caller may not write, and which of its lines go where. Names are compared whatever their case.</summary>
internal static class OwnHeaders
{
    // What frames a message, belongs to one connection, or is written here; each stands between spaces. RFC 9110, 7.6.1 and 10.1.1; RFC 9112, 6.
    private const string Ours = " host content-length transfer-encoding connection upgrade te trailer expect keep-alive http2-settings accept-encoding referer ";

    // What a place that the caller did not name may be told: which language, which kind of answer. Nothing in them knows a child.
    private const string Harmless = " accept accept-language ";

    /// <summary>True for a line that a caller may not add: ours, or one of those that begin with "proxy-".</summary>
    internal static bool Contains(string name)
    {
        return BeginsWith(name, "proxy-") || IsListed(name, Ours);
    }

    /// <summary>True for a line that may follow a redirect to another place.</summary>
    internal static bool MayGoElsewhere(string name)
    {
        return IsListed(name, Harmless);
    }

    /// <summary>True for a line that describes the body, and goes nowhere without it (RFC 9110, 8).</summary>
    internal static bool IsAboutBody(string name)
    {
        return BeginsWith(name, "content-");
    }

    private static bool IsListed(string name, string list)
    {
        for (int i = 0; i + name.Length + 1 < list.Length; i++)
        {
            if (list[i] == ' ' && list[i + name.Length + 1] == ' ' && IsAt(name, list, i + 1, name.Length))
            {
                return name.Length > 0;
            }
        }

        return false;
    }

    private static bool BeginsWith(string name, string lower)
    {
        return name.Length >= lower.Length && IsAt(name, lower, 0, lower.Length);
    }

    private static bool IsAt(string name, string lower, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            char mine = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] + 32) : name[i];

            if (mine != lower[offset + i])
            {
                return false;
            }
        }

        return true;
    }
}
