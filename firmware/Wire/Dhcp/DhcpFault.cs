namespace ToyGuard.Wire.Dhcp;

/// <summary>Why a datagram is no DHCP message. Logs keep the number: add at the end, never renumber, never reuse.</summary>
public enum DhcpFault : byte
{
    /// <summary>Nothing was wrong.</summary>
    None = 0,

    /// <summary>Shorter than the fixed fields and the cookie behind them (RFC 2131, 2).</summary>
    TooShort = 1,

    /// <summary>Longer than what fits into one frame of a home network; our own bound.</summary>
    TooLong = 2,

    /// <summary>Neither a request nor a reply (RFC 2131, 2).</summary>
    Operation = 3,

    /// <summary>Not the kind of network address that Ethernet and Wi-Fi have, 6 bytes of type 1.</summary>
    Hardware = 4,

    /// <summary>A network address that no single device has: all zero, or of a group.</summary>
    HardwareAddress = 5,

    /// <summary>Not the four bytes that every DHCP message has before its options (RFC 2131, 3): plain BOOTP.</summary>
    Cookie = 6,

    /// <summary>An option is longer than the field that it stands in.</summary>
    OptionPastEnd = 7,

    /// <summary>The options do not end with the end option (RFC 2131, 4.1).</summary>
    NoEnd = 8,

    /// <summary>An option has not the length that its kind has (RFC 2132).</summary>
    OptionLength = 9,

    /// <summary>An option that we read is there twice: two readers could take either.</summary>
    OptionTwice = 10,

    /// <summary>The overload option says none of 1 to 3, or stands in an overloaded field (RFC 2132, 9.3).</summary>
    Overload = 11,

    /// <summary>No message type (RFC 2131, 3).</summary>
    NoType = 12,

    /// <summary>A message type that is none of 1 to 8, or that the other side sends (RFC 2131, 3).</summary>
    Type = 13,
}
