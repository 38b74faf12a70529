namespace ToyGuard.Wire.Dns;

/// <summary>Extended DNS Errors by IANA's numbers (RFC 8914, 4): why an answer is as it is. Only those the hub sends.</summary>
public static class DnsInfoCode
{
    /// <summary>No such option is sent. Not a code of the RFC, whose codes start at 0.</summary>
    public const int None = -1;

    /// <summary>The server cannot answer fully yet.</summary>
    public const int NotReady = 14;

    /// <summary>On the server's own list of what is not answered.</summary>
    public const int Blocked = 15;

    /// <summary>Left out because whoever the client belongs to asked for it.</summary>
    public const int Filtered = 17;

    /// <summary>This client may not ask here.</summary>
    public const int Prohibited = 18;

    /// <summary>The kind of question is not supported.</summary>
    public const int NotSupported = 21;
}
