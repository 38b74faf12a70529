namespace ToyGuard.Wire.Dhcp;

/// <summary>What a message wants or says: option 53 (RFC 2132, 9.6). Other numbers are refused.</summary>
public enum DhcpType : byte
{
    /// <summary>No message was read.</summary>
    None = 0,

    /// <summary>A client looks for a server.</summary>
    Discover = 1,

    /// <summary>A server offers an address.</summary>
    Offer = 2,

    /// <summary>A client takes an offer, asks for an address that it had, or for more time.</summary>
    Request = 3,

    /// <summary>A client found somebody else at the address it was given.</summary>
    Decline = 4,

    /// <summary>A server says yes.</summary>
    Ack = 5,

    /// <summary>A server says no: the client begins anew.</summary>
    Nak = 6,

    /// <summary>A client gives its address back.</summary>
    Release = 7,

    /// <summary>A client that has an address asks for the rest.</summary>
    Inform = 8,
}
