namespace ToyGuard.Wire.Url;

/// <summary>Why a text is not a URL that <see cref="UrlReader"/> reads. Numbers are fixed: add at the end, never renumber.</summary>
public enum UrlFault : byte
{
    /// <summary>A URL was read.</summary>
    None = 0,

    /// <summary>Nothing was read yet, or there is nothing to read.</summary>
    Empty = 1,

    /// <summary>Longer than <see cref="UrlReader.LengthMax"/> bytes.</summary>
    TooLong = 2,

    /// <summary>A space. Some readers drop it, some end there.</summary>
    Space = 3,

    /// <summary>A control character: tab and line breaks, which browsers drop, NUL, which ends a string on the device, and the like.</summary>
    Control = 4,

    /// <summary>A byte above 126. A host name is written in punycode, a path percent-encoded.</summary>
    NotAscii = 5,

    /// <summary>A backslash. Browsers take it for a slash, others do not.</summary>
    Backslash = 6,

    /// <summary>No scheme stands in front.</summary>
    NoScheme = 7,

    /// <summary>A scheme other than http and https.</summary>
    OtherScheme = 8,

    /// <summary>The scheme is not followed by two slashes.</summary>
    NoSlashes = 9,

    /// <summary>An @ before the path: what stands in front of it looks like the host and is not.</summary>
    UserInfo = 10,

    /// <summary>No host between the slashes and the path or port.</summary>
    EmptyHost = 11,

    /// <summary>A host with percent-encoded characters.</summary>
    PercentInHost = 12,

    /// <summary>A bracket before the path: an IPv6 address.</summary>
    BracketInHost = 13,

    /// <summary>A host whose last label is a number, which every resolver takes for an IPv4 address (WHATWG URL, 3.5).</summary>
    NumericHost = 14,

    /// <summary>A character that no host name has.</summary>
    HostCharacter = 15,

    /// <summary>A colon with no port behind it.</summary>
    PortEmpty = 16,

    /// <summary>A port with anything but digits in it.</summary>
    PortNotDigits = 17,

    /// <summary>A port that begins with 0.</summary>
    PortLeadingZero = 18,

    /// <summary>A port above 65535.</summary>
    PortTooLarge = 19,

    /// <summary>A percent sign without two hex digits behind it.</summary>
    BadPercent = 20,

    /// <summary>A character that no path, query or fragment has unless percent-encoded (RFC 3986, 3.3 to 3.5).</summary>
    PathCharacter = 21,

    /// <summary>A reference that has only a query or a fragment, so that it leads back to the URL it stands in (<see cref="UrlReference"/>).</summary>
    OnlyQuery = 22,
}
