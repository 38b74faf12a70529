using System;

namespace ToyGuard.Core.Crypto;

/// <summary>Crockford's base 32 with its check character: codes that a person reads out and types (www.crockford.com/base32.html).</summary>
/// <remarks>
/// Five bits a symbol, the first bit of the first byte first; 10 bytes are 16 symbols and a check character. The check is the whole number
/// modulo 37, a prime: one wrong symbol, or two neighbours swapped, never gives the same.
/// </remarks>
public static class Base32
{
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
    private const int CheckModulus = 37;

    /// <summary>Writes <paramref name="bytes"/> in capitals, without hyphens, the check character last. Throws unless their number is a multiple of 5: all bits must fill symbols.</summary>
    public static string Write(byte[] bytes)
    {
        char[] text = new char[CountOf(bytes) + 1];
        int check = 0;
        int held = 0;
        int bits = 0;
        int at = 0;

        for (int i = 0; i < text.Length - 1; i++)
        {
            if (bits < 5)
            {
                held = (held << 8) | bytes[at++];
                bits += 8;
            }

            bits -= 5;
            int value = (held >> bits) & 31;
            held &= (1 << bits) - 1;
            check = (check * 32 + value) % CheckModulus;
            text[i] = Symbols[value];
        }

        text[text.Length - 1] = Symbols[check];
        return new string(text);
    }

    /// <summary>Reads exactly as many bytes as <paramref name="bytes"/> takes, a multiple of 5, and the check character behind them.</summary>
    /// <param name="text">As somebody typed it: small letters, hyphens and spaces anywhere, O for 0, I and L for 1.</param>
    /// <param name="bytes">Takes the bytes. All 0 unless the answer is <see cref="Base32Fault.None"/>.</param>
    public static Base32Fault Read(string text, byte[] bytes)
    {
        Base32Fault fault = Fill(text, bytes, CountOf(bytes));

        if (fault != Base32Fault.None)
        {
            Array.Clear(bytes, 0, bytes.Length);
        }

        return fault;
    }

    private static Base32Fault Fill(string text, byte[] bytes, int count)
    {
        int check = 0;
        int held = 0;
        int bits = 0;
        int at = 0;
        int symbols = 0;

        // A hyphen and a space behind every symbol is as forgiving as it gets.
        if (text.Length > 3 * (count + 1))
        {
            return Base32Fault.TooLong;
        }

        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];

            if (letter == '-' || letter == ' ')
            {
                continue;
            }

            int value = ValueOf(letter);

            if (symbols > count)
            {
                return value < 0 ? Base32Fault.NotASymbol : Base32Fault.TooLong;
            }

            if (value < 0 || (value > 31 && symbols < count))
            {
                return Base32Fault.NotASymbol;
            }

            if (symbols == count)
            {
                check -= value;
            }
            else
            {
                check = (check * 32 + value) % CheckModulus;
                held = (held << 5) | value;
                bits += 5;

                if (bits >= 8)
                {
                    bits -= 8;
                    bytes[at++] = (byte)(held >> bits);
                    held &= (1 << bits) - 1;
                }
            }

            symbols++;
        }

        if (symbols <= count)
        {
            return Base32Fault.TooShort;
        }

        return check == 0 ? Base32Fault.None : Base32Fault.WrongCheck;
    }

    // The place among the symbols, or -1.
    private static int ValueOf(char letter)
    {
        if (letter >= 'a' && letter <= 'z')
        {
            letter -= (char)('a' - 'A');
        }

        return letter switch
        {
            'O' => 0,
            'I' => 1,
            'L' => 1,
            _ => Symbols.IndexOf(letter),
        };
    }

    private static int CountOf(byte[] bytes)
    {
        if (bytes.Length == 0 || bytes.Length % 5 != 0)
        {
            throw new ArgumentException("A multiple of 5 bytes.", nameof(bytes));
        }

        return bytes.Length / 5 * 8;
    }
}
