using System.Security.Cryptography;

namespace ToyGuard.Edge;

/// <summary>Bytes that nobody can guess, from the system's generator.</summary>
public static class SecureRandom
{
    /// <summary>Overwrites all of <paramref name="buffer"/>.</summary>
    public static void Fill(byte[] buffer)
    {
        RandomNumberGenerator.Fill(buffer);
    }
}
