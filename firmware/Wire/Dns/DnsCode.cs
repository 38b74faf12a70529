namespace ToyGuard.Wire.Dns;

/// <summary>Response codes by IANA's numbers (RFC 1035, 4.1.1; RFC 6891, 9).</summary>
public static class DnsCode
{
    /// <summary>The answer, or its absence, is what is known about an existing name.</summary>
    public const int NoError = 0;

    /// <summary>The server could not read the question.</summary>
    public const int FormatError = 1;

    /// <summary>The name does not exist.</summary>
    public const int NameError = 3;

    /// <summary>The server does not do this operation.</summary>
    public const int NotImplemented = 4;

    /// <summary>The server does not want to answer.</summary>
    public const int Refused = 5;

    /// <summary>An EDNS version that the server does not know. Over 15, so part of it travels in the OPT record.</summary>
    public const int BadVersion = 16;
}
