namespace ToyGuard.Wire.Dns;

/// <summary>Record types by IANA's numbers: those that the hub reads or answers. Any other number is legal too and simply not served.</summary>
public static class DnsType
{
    /// <summary>An IPv4 address (RFC 1035, 3.4.1).</summary>
    public const int A = 1;

    /// <summary>An alias (RFC 1035, 3.3.1).</summary>
    public const int Cname = 5;

    /// <summary>An IPv6 address (RFC 3596).</summary>
    public const int Aaaa = 28;

    /// <summary>EDNS(0), not a record of any name (RFC 6891).</summary>
    public const int Opt = 41;

    /// <summary>Which types a name has, and so which it has not (RFC 4034, 4; RFC 6762, 6.1).</summary>
    public const int Nsec = 47;

    /// <summary>Service binding (RFC 9460): where a client learns of other ports, protocols and ECH keys.</summary>
    public const int Svcb = 64;

    /// <summary>The same for HTTPS (RFC 9460).</summary>
    public const int Https = 65;

    /// <summary>In a question: all that there are (RFC 1035, 3.2.3).</summary>
    public const int Any = 255;
}
