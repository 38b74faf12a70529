using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Crypto;

/// <summary>Bytes to hash that anybody can make again.</summary>
public static class Pattern
{
    /// <summary>Byte i is i * 7 + count, modulo 256.</summary>
    public static byte[] Of(int count)
    {
        byte[] bytes = new byte[count];

        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)(i * 7 + count);
        }

        return bytes;
    }

    /// <summary>What hex digits say, so many times.</summary>
    public static byte[] Repeat(string hex, int times)
    {
        byte[] bytes = new byte[0];
        byte[] piece = Hex.Bytes(hex);

        for (int i = 0; i < times; i++)
        {
            bytes = Bytes.Join(bytes, piece);
        }

        return bytes;
    }
}
