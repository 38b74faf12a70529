namespace ToyGuard.Core.Crypto;

/// <summary>Compares what an attacker may try to guess byte by byte: a tag, a code, a key.</summary>
public static class ConstantTime
{
    /// <summary>True when <paramref name="count"/> bytes of both are the same. No bytes at all prove nothing: false for a count below 1.</summary>
    /// <remarks>
    /// Takes the same steps whatever the bytes are: one loop that only the count ends, and no other branch. A test reads this off the
    /// compiled instructions. A range that an array does not have throws.
    /// </remarks>
    public static bool AreEqual(byte[] a, int aOffset, byte[] b, int bOffset, int count)
    {
        // All ones for a count of 0 or less, else 0.
        int difference = (count | (count - 1)) >> 31;

        for (int i = 0; i < count; i++)
        {
            difference |= a[aOffset + i] ^ b[bOffset + i];
        }

        return difference == 0;
    }
}
