namespace ToyGuard.Wire.Tls;

/// <summary>The TLS alerts that a relay says by itself, as whole records.</summary>
public static class TlsAlert
{
    /// <summary>Fatal unrecognized_name (RFC 6066, 3; RFC 8446, 6.2): 7 bytes, to be sent and never changed.</summary>
    /// <remarks>In the clear, under record version 3.3: before a ServerHello every client reads it so.</remarks>
    public static readonly byte[] UnrecognizedName = new byte[] { 21, 3, 3, 0, 2, 2, 112 };
}
