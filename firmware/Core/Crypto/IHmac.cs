namespace ToyGuard.Core.Crypto;

/// <summary>HMAC-SHA-256 (RFC 2104, FIPS 198-1): the platform's own where it has one, else ours.</summary>
public interface IHmac
{
    /// <summary>Computes the tag of a message.</summary>
    /// <param name="key">Holds the key from its first byte on.</param>
    /// <param name="keyCount">Bytes of the key; 0 is a key too.</param>
    /// <param name="message">Holds the message.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="count">How long it is.</param>
    /// <param name="tag">Takes the tag, 32 bytes. It may be the array of the message.</param>
    /// <param name="at">Where the tag goes.</param>
    void Compute(byte[] key, int keyCount, byte[] message, int offset, int count, byte[] tag, int at);
}
