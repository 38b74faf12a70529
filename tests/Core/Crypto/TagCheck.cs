using ToyGuard.Core.Crypto;

namespace ToyGuard.Core.Tests.Crypto;

/// <summary>How a tag is verified: computed anew and compared in constant time, as many bytes as the protocol's tag has.</summary>
public static class TagCheck
{
    /// <summary>The tag of a message.</summary>
    public static byte[] Of(byte[] key, byte[] message)
    {
        byte[] tag = new byte[Sha256.HashBytes];
        new ManagedHmac().Compute(key, key.Length, message, 0, message.Length, tag, 0);
        return tag;
    }

    /// <summary>True when the first <paramref name="count"/> bytes of <paramref name="claimed"/> are those of the tag.</summary>
    public static bool IsRight(byte[] key, byte[] message, byte[] claimed, int count)
    {
        return ConstantTime.AreEqual(Of(key, message), 0, claimed, 0, count);
    }
}
