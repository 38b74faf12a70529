using ToyGuard.Core.Crypto;

namespace ToyGuard.Core.Pairing;

/// <summary>A salted hash of the owner code, 80 random bits that the first guardian got on paper. Immutable.</summary>
internal sealed class OwnerHash
{
    internal const int Bytes = SaltBytes + HashBytes;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // Salt, then hash.
    internal OwnerHash(byte[] bytes)
    {
        All = bytes;
    }

    internal byte[] All { get; }

    internal static OwnerHash Of(byte[] code, IHmac hmac, IRandom random)
    {
        byte[] all = new byte[Bytes];
        random.Fill(all, 0, SaltBytes);
        hmac.Compute(all, SaltBytes, code, 0, code.Length, all, SaltBytes);
        return new OwnerHash(all);
    }

    /// <summary>True for the code as somebody typed it.</summary>
    internal bool IsOf(string text, IHmac hmac)
    {
        byte[] code = new byte[FactoryIdentity.CodeBytes];
        byte[] hash = new byte[HashBytes];
        bool isCode = Base32.Read(text, code) == Base32Fault.None;
        hmac.Compute(All, SaltBytes, code, 0, code.Length, hash, 0);
        return ConstantTime.AreEqual(hash, 0, All, SaltBytes, HashBytes) && isCode;
    }
}
