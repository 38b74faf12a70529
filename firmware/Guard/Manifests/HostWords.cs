using ToyGuard.Core.Policy;

namespace ToyGuard.Guard.Manifests;

/// <summary>Says to a maker why a host is none, and guesses what was meant.</summary>
internal static class HostWords
{
    /// <summary>Which rule <paramref name="text"/> breaks, given that <see cref="HostPattern.Parse"/> found <paramref name="fault"/>.</summary>
    internal static string Of(string text, PatternFault fault)
    {
        switch (fault)
        {
            case PatternFault.WildcardElsewhere:
                return "A star may only be the whole first label, as in *.toys.example.";
            case PatternFault.PublicSuffix:
                return "Strangers can have names under this. Name the hosts, or put the star below a name of your own.";
            default:
                if (text.IndexOf('/') >= 0)
                {
                    return "The host name alone stands here: no scheme, no port, no path.";
                }

                bool isWildcard = text.Length >= 2 && text[0] == '*' && text[1] == '.';
                return Of(new HostName().Read(isWildcard ? text.Substring(2) : text));
        }
    }

    /// <summary>The host that is most likely meant by a URL, a host with a port, or another spelling; null when there is none.</summary>
    internal static string? Suggestion(string text)
    {
        int colon = text.IndexOf(':');
        bool isUrl = colon >= 0 && colon + 2 < text.Length && text[colon + 1] == '/' && text[colon + 2] == '/';
        int from = isUrl ? colon + 3 : 0;
        int to = from;

        while (to < text.Length && text[to] != '/' && text[to] != ':' && text[to] != '?' && text[to] != '#')
        {
            to++;
        }

        HostPattern? meant = HostPattern.Parse(text.Substring(from, to - from).Trim(' ', '\t', '\r', '\n'), out PatternFault _);
        return meant == null || meant.Text == text ? null : meant.Text;
    }

    private static string Of(HostFault fault)
    {
        switch (fault)
        {
            case HostFault.Empty:
                return "A host name must stand here.";
            case HostFault.TooLong:
                return "A host name has at most 253 characters.";
            case HostFault.NonAscii:
                return "Only ASCII letters may stand in a host name; write others in their xn-- form.";
            case HostFault.Nul:
            case HostFault.Control:
            case HostFault.Space:
                return "No space, line break or other invisible character may stand in a host name.";
            case HostFault.Colon:
                return "A colon stands in it. The port has its own member, and IPv6 addresses are no names.";
            case HostFault.Percent:
            case HostFault.Bracket:
            case HostFault.Character:
                return "Only letters, digits, hyphens and dots may stand in a host name.";
            case HostFault.Underscore:
                return "No underscore may stand in a host name.";
            case HostFault.EmptyLabel:
                return "Two dots follow each other, or one stands in front.";
            case HostFault.LabelTooLong:
                return "More than 63 characters stand between two dots.";
            case HostFault.HyphenAtEdge:
                return "A hyphen may not stand next to a dot, nor at the beginning or end.";
            case HostFault.ReservedLabel:
                return "Two hyphens as third and fourth character are for names in xn-- form only.";
            case HostFault.BadALabel:
                return "This xn-- form stands for nothing that a name may hold.";
            case HostFault.Address:
                return "This can be read as an address. Only names are open to toys.";
            case HostFault.OneLabel:
                return "A host name on the Internet has a dot in it.";
            case HostFault.SpecialUse:
                return "Names with this ending never lead out of the home.";
            default:
                return "This is no host name.";
        }
    }
}
