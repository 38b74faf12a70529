namespace ToyGuard.Core.Policy;

/// <summary>Why text or bytes are not a host name. Complaints and tests keep the number: never renumber.</summary>
public enum HostFault : byte
{
    /// <summary>It is a host name.</summary>
    None = 0,

    /// <summary>Nothing was read yet.</summary>
    NotRead = 1,

    /// <summary>Nothing is there, or nothing but the root's dot.</summary>
    Empty = 2,

    /// <summary>Longer than 253 characters without the trailing dot (RFC 1035, 2.3.4).</summary>
    TooLong = 3,

    /// <summary>A zero byte: strings end there in some runtimes, so two readers would see two names.</summary>
    Nul = 4,

    /// <summary>A control character, tab and line ends among them.</summary>
    Control = 5,

    /// <summary>A space.</summary>
    Space = 6,

    /// <summary>A byte or character past 0x7F: names travel as A-labels (RFC 5890, 2.3.2.1).</summary>
    NonAscii = 7,

    /// <summary>A percent sign: an escape that somebody else may undo, or a zone of an IPv6 address.</summary>
    Percent = 8,

    /// <summary>A colon: an IPv6 address, or a port that does not belong here.</summary>
    Colon = 9,

    /// <summary>A square bracket, as around an IPv6 address.</summary>
    Bracket = 10,

    /// <summary>An underscore: good in DNS service labels, never in a host name (RFC 952, RFC 1123 2.1).</summary>
    Underscore = 11,

    /// <summary>Any other character that is neither letter, digit, hyphen nor dot; a slash, an at sign or a star, for instance.</summary>
    Character = 12,

    /// <summary>Two dots in a row, or one at the start.</summary>
    EmptyLabel = 13,

    /// <summary>A label of more than 63 characters (RFC 1035, 2.3.4).</summary>
    LabelTooLong = 14,

    /// <summary>A hyphen first or last in a label (RFC 1035, 2.3.1).</summary>
    HyphenAtEdge = 15,

    /// <summary>Hyphens third and fourth in a label that does not begin with xn (RFC 5890, 2.3.1).</summary>
    ReservedLabel = 16,

    /// <summary>An A-label whose Punycode says nothing, or says characters that no name holds (RFC 5890, 2.3.2.1).</summary>
    BadALabel = 17,

    /// <summary>Something can read it as an address: the last label begins with a digit, as in 127.1 or 0x7f.1 or 2130706433.</summary>
    Address = 18,

    /// <summary>One label alone: a name of the home network or a whole top-level domain.</summary>
    OneLabel = 19,

    /// <summary>Under a special-use domain that never leads out: local, localhost, internal, onion, alt, arpa.</summary>
    SpecialUse = 20,
}
