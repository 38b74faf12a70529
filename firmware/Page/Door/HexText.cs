namespace ToyGuard.Page.Door;

/// <summary>Bytes as small hex digits, the one way that the door spells them.</summary>
internal static class HexText
{
    private const string Digits = "0123456789abcdef";

    /// <summary>Spells them.</summary>
    internal static string Of(byte[] bytes)
    {
        char[] text = new char[2 * bytes.Length];

        for (int i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 0x0F];
        }

        return new string(text);
    }

    /// <summary>What a digit is worth; -1 for none.</summary>
    internal static int ValueOf(char digit)
    {
        return Digits.IndexOf(digit);
    }
}
