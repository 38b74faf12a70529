namespace ToyGuard.Wire.Dhcp;

/// <summary>The options that are read or written here (RFC 2132; RFC 8520, 10). Every other one is skipped.</summary>
public static class DhcpOption
{
    /// <summary>One byte that means nothing.</summary>
    public const int Pad = 0;

    /// <summary>The network's mask.</summary>
    public const int SubnetMask = 1;

    /// <summary>Where packets to other networks go.</summary>
    public const int Router = 3;

    /// <summary>Who is asked for names.</summary>
    public const int NameServer = 6;

    /// <summary>What the client calls itself.</summary>
    public const int HostName = 12;

    /// <summary>Who is asked for the time (RFC 2132, 8.3).</summary>
    public const int TimeServer = 42;

    /// <summary>The address that a client would like, or was offered.</summary>
    public const int RequestedAddress = 50;

    /// <summary>How long an address is given for, in seconds.</summary>
    public const int LeaseTime = 51;

    /// <summary>Which of the old fields hold options as well.</summary>
    public const int Overload = 52;

    /// <summary>What the message wants or says: <see cref="DhcpType"/>.</summary>
    public const int MessageType = 53;

    /// <summary>Which server is meant, or speaks.</summary>
    public const int ServerId = 54;

    /// <summary>Which options a client would like to have.</summary>
    public const int ParameterList = 55;

    /// <summary>The longest message that a client takes.</summary>
    public const int MessageSize = 57;

    /// <summary>After how many seconds a client asks its server for more time (T1).</summary>
    public const int RenewalTime = 58;

    /// <summary>After how many seconds a client asks any server (T2).</summary>
    public const int RebindingTime = 59;

    /// <summary>By which bytes a client knows itself; an answer gives them back (RFC 6842).</summary>
    public const int ClientId = 61;

    /// <summary>Where the maker's description of a device's network use is (RFC 8520, 10).</summary>
    public const int MudUrl = 161;

    /// <summary>The last option.</summary>
    public const int End = 255;
}
