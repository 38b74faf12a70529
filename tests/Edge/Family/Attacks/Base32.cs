using System.Linq;
using System.Text;

namespace ToyGuard.Edge.Family.Tests.Attacks;

/// <summary>Bytes as text in base 32, as anybody might write them: Crockford's letters and RFC 4648's, large and small.</summary>
internal static class Base32
{
    private static readonly string[] s_letters = { "0123456789ABCDEFGHJKMNPQRSTVWXYZ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHIJKLMNOPQRSTUV" };

    /// <summary>Every form; bits that fill no letter are left out.</summary>
    public static string[] All(byte[] bytes)
    {
        string[] large = s_letters.Select(letters => Write(bytes, letters)).ToArray();
        return large.Concat(large.Select(text => text.ToLowerInvariant())).ToArray();
    }

    private static string Write(byte[] bytes, string letters)
    {
        StringBuilder text = new();
        int held = 0;
        int bits = 0;

        foreach (byte value in bytes)
        {
            held = ((held << 8) | value) & 0xFFF;
            bits += 8;

            for (; bits >= 5; bits -= 5)
            {
                text.Append(letters[(held >> (bits - 5)) & 31]);
            }
        }

        return text.ToString();
    }
}
