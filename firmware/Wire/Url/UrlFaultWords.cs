namespace ToyGuard.Wire.Url;

/// <summary>English words for each <see cref="UrlFault"/>, for the person who wrote the URL.</summary>
public static class UrlFaultWords
{
    /// <summary>What is wrong and, where it is short to say, what to write instead. At most 90 characters.</summary>
    public static string Of(UrlFault fault)
    {
        switch (fault)
        {
            case UrlFault.None:
                return "Nothing is wrong.";
            case UrlFault.Empty:
                return "There is nothing here.";
            case UrlFault.TooLong:
                return "It is longer than 2,048 characters.";
            case UrlFault.Space:
                return "It has a space in it; write %20 in a path.";
            case UrlFault.Control:
                return "It has a line break, tab or other control character in it.";
            case UrlFault.NotAscii:
                return "It has a letter that is not ASCII; write hosts in punycode and paths with %.";
            case UrlFault.Backslash:
                return "It has a backslash in it; write a slash.";
            case UrlFault.NoScheme:
                return "It must begin with https:// or http://.";
            case UrlFault.OtherScheme:
                return "Only https and http are read.";
            case UrlFault.NoSlashes:
                return "Two slashes must follow the colon.";
            case UrlFault.UserInfo:
                return "It has an @ before its path; the name in front of that is not where it leads.";
            case UrlFault.EmptyHost:
                return "It has no host name.";
            case UrlFault.PercentInHost:
                return "Its host name has a % in it; write the name itself.";
            case UrlFault.BracketInHost:
                return "Its host is an IPv6 address; only names are open to toys.";
            case UrlFault.NumericHost:
                return "Its host is a number or an address; only names are open to toys.";
            case UrlFault.HostCharacter:
                return "Its host name has a character that no host name has.";
            case UrlFault.PortEmpty:
                return "A port must follow the colon.";
            case UrlFault.PortNotDigits:
                return "Its port has something other than digits in it.";
            case UrlFault.PortLeadingZero:
                return "Its port begins with 0; ports are 1 to 65535.";
            case UrlFault.PortTooLarge:
                return "Its port is above 65535.";
            case UrlFault.BadPercent:
                return "A % must be followed by two hex digits.";
            case UrlFault.PathCharacter:
                return "Its path or query has a character that must be written with %.";
            case UrlFault.OnlyQuery:
                return "It has only a query or a fragment; write its path too.";
            default:
                return "Cannot be read.";
        }
    }
}
