using System;

namespace ToyGuard.Core.Crypto;

/// <summary>HMAC-SHA-256 (RFC 2104, section 2) over <see cref="Sha256"/>, for where the platform has none. Allocates nothing once it exists; one thread at a time.</summary>
public sealed class ManagedHmac : IHmac
{
    private const byte Inner = 0x36;
    private const byte Outer = 0x5C;

    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _pad = new byte[Sha256.BlockBytes];
    private readonly byte[] _digest = new byte[Sha256.HashBytes];

    /// <inheritdoc/>
    /// <remarks>A key of more than 64 bytes counts by its hash. The tag may go into the array of the key too.</remarks>
    public void Compute(byte[] key, int keyCount, byte[] message, int offset, int count, byte[] tag, int at)
    {
        // What an earlier call may have left when a range of it was wrong.
        _hash.Reset();
        Array.Clear(_pad, 0, _pad.Length);

        if (keyCount > Sha256.BlockBytes)
        {
            _hash.Add(key, 0, keyCount);
            _hash.Finish(_pad, 0);
        }
        else
        {
            Array.Copy(key, 0, _pad, 0, keyCount);
        }

        Turn(Inner);
        _hash.Add(_pad, 0, _pad.Length);
        _hash.Add(message, offset, count);
        _hash.Finish(_digest, 0);

        Turn(Inner ^ Outer);
        _hash.Add(_pad, 0, _pad.Length);
        _hash.Add(_digest, 0, _digest.Length);
        _hash.Finish(tag, at);

        Array.Clear(_pad, 0, _pad.Length);
    }

    private void Turn(int mask)
    {
        for (int i = 0; i < _pad.Length; i++)
        {
            _pad[i] = (byte)(_pad[i] ^ mask);
        }
    }
}
