using System;
using System.Security.Cryptography;

using ToyGuard.Core.Crypto;

namespace ToyGuard.Edge;

/// <summary>Bytes that nobody can guess, from the system's generator.</summary>
public sealed class SecureRandom : IRandom
{
    /// <inheritdoc/>
    public void Fill(byte[] bytes, int offset, int count)
    {
        RandomNumberGenerator.Fill(bytes.AsSpan(offset, count));
    }
}
