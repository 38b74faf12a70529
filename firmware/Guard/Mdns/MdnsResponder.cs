using ToyGuard.Guard.Toys;

namespace ToyGuard.Guard.Mdns;

/// <summary>Speaks for the lasting name on one link by multicast DNS (RFC 6762): bytes and time in, bytes out.</summary>
public sealed class MdnsResponder
{
    /// <summary>Bytes of the longest packet it writes.</summary>
    public const int PacketMax = 512;

    /// <summary>A responder for <paramref name="hostLabel"/>.local at <paramref name="address"/>, 4 bytes, on the link <paramref name="link"/>.</summary>
    /// <param name="hostLabel">The lasting name without a domain, lower-case, 1 to 63 characters.</param>
    /// <param name="address">Our address on this link.</param>
    /// <param name="link">Who is heard at all.</param>
    /// <param name="firstMs">When to begin to probe: 0 to 250 ms after the link came up, drawn at random (RFC 6762, 8.1).</param>
    public MdnsResponder(string hostLabel, byte[] address, Subnet link, long firstMs)
    {
        DueMs = firstMs;
    }

    /// <summary>When there is something to send; far off when nothing waits.</summary>
    public long DueMs { get; }
}
