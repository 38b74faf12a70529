using System;
using System.Security.Cryptography;

using ToyGuard.Core.Crypto;

namespace ToyGuard.Edge;

/// <summary>HMAC-SHA-256 by the platform's own code.</summary>
public sealed class Hmac : IHmac
{
    /// <inheritdoc/>
    public void Compute(byte[] key, int keyCount, byte[] message, int offset, int count, byte[] tag, int at)
    {
        HMACSHA256.HashData(key.AsSpan(0, keyCount), message.AsSpan(offset, count), tag.AsSpan(at, Sha256.HashBytes));
    }
}
