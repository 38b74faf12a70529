using System;

namespace ToyGuard.Core.Crypto;

/// <summary>PBKDF2 (RFC 8018, 5.2) with HMAC-SHA-256: makes guessing a password slow, by doing one thing over and over.</summary>
public static class Pbkdf2
{
    private const int TagBytes = Sha256.HashBytes;

    /// <summary>Derives <paramref name="count"/> bytes of key.</summary>
    /// <param name="hmac">Called once a round for every 32 bytes of key.</param>
    /// <param name="password">The password, all of the array.</param>
    /// <param name="salt">The salt, all of the array.</param>
    /// <param name="rounds">How often; 1 or more. Fewer throws.</param>
    /// <param name="key">Takes the key, which is written last of all: it may be the array of the password or of the salt.</param>
    /// <param name="at">Where the key goes.</param>
    /// <param name="count">How long it is to be. A place that the array does not have throws.</param>
    public static void Derive(IHmac hmac, byte[] password, byte[] salt, int rounds, byte[] key, int at, int count)
    {
        if (rounds < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(rounds));
        }

        if (at < 0 || count < 0 || at > key.Length - count)
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }

        byte[] seed = new byte[salt.Length + 4];
        Array.Copy(salt, 0, seed, 0, salt.Length);

        byte[] derived = new byte[count];
        byte[] link = new byte[TagBytes];
        byte[] sum = new byte[TagBytes];
        int block = 0;

        for (int done = 0; done < count; done += TagBytes)
        {
            block++;
            seed[salt.Length] = (byte)(block >> 24);
            seed[salt.Length + 1] = (byte)(block >> 16);
            seed[salt.Length + 2] = (byte)(block >> 8);
            seed[salt.Length + 3] = (byte)block;

            hmac.Compute(password, password.Length, seed, 0, seed.Length, link, 0);
            Array.Copy(link, 0, sum, 0, TagBytes);

            for (int round = 1; round < rounds; round++)
            {
                hmac.Compute(password, password.Length, link, 0, TagBytes, link, 0);

                for (int i = 0; i < TagBytes; i++)
                {
                    sum[i] ^= link[i];
                }
            }

            int left = count - done;
            Array.Copy(sum, 0, derived, done, left < TagBytes ? left : TagBytes);
        }

        Array.Copy(derived, 0, key, at, count);
    }
}
