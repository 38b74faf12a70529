namespace ToyGuard.Wire.Sntp;

/// <summary>Who sent a time packet (RFC 4330, 4). The other modes are refused.</summary>
public enum SntpMode : byte
{
    /// <summary>No packet was read.</summary>
    None = 0,

    /// <summary>A request.</summary>
    Client = 3,

    /// <summary>A reply.</summary>
    Server = 4,
}
