namespace ToyGuard.Wire.Sntp;

/// <summary>Why a datagram is no time packet. Logs keep the number: add at the end, never renumber, never reuse.</summary>
public enum SntpFault : byte
{
    /// <summary>Nothing was wrong.</summary>
    None = 0,

    /// <summary>Shorter than the 48 bytes of every packet (RFC 5905, 7.3).</summary>
    TooShort = 1,

    /// <summary>Longer than any packet with extensions and a MAC that is worth an answer; our own bound.</summary>
    TooLong = 2,

    /// <summary>What follows the 48 bytes is not in words of 4, as extensions and MACs are (RFC 5905, 7.3; RFC 7822).</summary>
    TailLength = 3,

    /// <summary>The version is none of 1 to 4 (RFC 4330, 4).</summary>
    Version = 4,

    /// <summary>Neither a client's request nor a server's reply: symmetric, broadcast, control and private modes (RFC 4330, 4).</summary>
    Mode = 5,
}
