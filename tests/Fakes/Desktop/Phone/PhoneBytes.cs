using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ToyGuard.Fakes;

/// <summary>pairing.md once more, as a phone has it: heads and keys over .NET's own HMAC. It shares no line with firmware/Core/Seal, so that both cannot be wrong alike.</summary>
public static class PhoneBytes
{
    /// <summary>Bytes of a head.</summary>
    public const int Head = 64;

    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A key or tag: HMAC of the text and all parts behind it.</summary>
    public static byte[] Mac(byte[] key, string text, params byte[][] parts)
    {
        return HMACSHA256.HashData(key, Join(Encoding.ASCII.GetBytes(text), Join(parts)));
    }

    /// <summary>One behind the other.</summary>
    public static byte[] Join(params byte[][] parts)
    {
        byte[] all = Array.Empty<byte>();

        foreach (byte[] part in parts)
        {
            all = Bytes.Join(all, part);
        }

        return all;
    }

    /// <summary>The head of a message.</summary>
    public static byte[] HeadOf(int purpose, int step, int direction, int bodyCount, byte[] device, byte[] phone, byte[] phoneNonce, byte[] deviceNonce, long counter)
    {
        byte[] start = { (byte)'T', (byte)'G', 1, (byte)purpose, (byte)step, (byte)direction, (byte)(bodyCount >> 8), (byte)bodyCount };
        return Join(start, device, phone, phoneNonce, deviceNonce, Eight(counter));
    }

    /// <summary>A body under the key, and back.</summary>
    public static byte[] Turned(byte[] key, long counter, byte[] body)
    {
        byte[] turned = new byte[body.Length];
        byte[] block = new byte[4];

        for (int i = 0; i < body.Length; i += 32)
        {
            BinaryPrimitives.WriteInt32BigEndian(block, i / 32);
            byte[] stream = HMACSHA256.HashData(key, Join(Eight(counter), block));

            for (int j = i; j < Math.Min(i + 32, body.Length); j++)
            {
                turned[j] = (byte)(body[j] ^ stream[j - i]);
            }
        }

        return turned;
    }

    /// <summary>A text with its length before it and zeros behind it.</summary>
    public static byte[] Padded(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte[] padded = new byte[(bytes.Length + 2 + 63) / 64 * 64];
        BinaryPrimitives.WriteUInt16BigEndian(padded, (ushort)bytes.Length);
        bytes.CopyTo(padded, 2);
        return padded;
    }

    /// <summary>The ten bytes of a code as it is shown or stands in a link; its check character is not looked at.</summary>
    public static byte[] CodeOf(string text)
    {
        string symbols = text.Replace("-", "", StringComparison.Ordinal);
        byte[] code = new byte[10];

        for (int bit = 0; bit < 80; bit++)
        {
            int value = Symbols.IndexOf(symbols[bit / 5], StringComparison.Ordinal);
            code[bit / 8] |= (byte)(((value >> (4 - bit % 5)) & 1) << (7 - bit % 8));
        }

        return code;
    }

    private static byte[] Eight(long value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
