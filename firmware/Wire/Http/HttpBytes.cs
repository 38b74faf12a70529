namespace ToyGuard.Wire.Http;

/// <summary>Which byte may stand where in HTTP, by table: a head on the device is a few hundred of these.</summary>
internal static class HttpBytes
{
    private const byte Token = 1;
    private const byte Target = 2;
    private const byte Host = 4;
    private const byte Digit = 8;
    private const byte Hex = 16;

    // The sums of the flags above, for 32 to 127. All others are nothing.
    private static readonly byte[] Classes = new byte[]
    {
        0, 3, 0, 1, 3, 3, 3, 3, 2, 2, 3, 3, 2, 7, 7, 2,                 // space ! " # $ % & ' ( ) * + , - . /
        31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 2, 2, 0, 2, 0, 2,       // 0 to 9 : ; < = > ?
        2, 23, 23, 23, 23, 23, 23, 7, 7, 7, 7, 7, 7, 7, 7, 7,           // @ A to O
        7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 0, 0, 0, 1, 7,                 // P to Z [ \ ] ^ _
        1, 23, 23, 23, 23, 23, 23, 7, 7, 7, 7, 7, 7, 7, 7, 7,           // ` a to o
        7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 0, 1, 0, 3, 0,                 // p to z { | } ~ DEL
    };

    /// <summary>A byte of a method or a field name (RFC 9110, 5.6.2).</summary>
    public static bool IsToken(byte value)
    {
        return Is(value, Token);
    }

    /// <summary>A byte of a path, a query, a host or a port (RFC 3986, 3.3 and 3.4).</summary>
    public static bool IsTarget(byte value)
    {
        return Is(value, Target);
    }

    /// <summary>A byte of a host name: letters, digits, hyphen, dot, and the underscore that some names have.</summary>
    public static bool IsHost(byte value)
    {
        return Is(value, Host);
    }

    /// <summary>0 to 9.</summary>
    public static bool IsDigit(byte value)
    {
        return Is(value, Digit);
    }

    /// <summary>0 to 9, a to f, A to F.</summary>
    public static bool IsHex(byte value)
    {
        return Is(value, Hex);
    }

    /// <summary>A space or a tab.</summary>
    public static bool IsBlank(byte value)
    {
        return value == ' ' || value == '\t';
    }

    /// <summary>Printable ASCII, space or tab: all that a value and other free text may have.</summary>
    public static bool IsText(byte value)
    {
        return (value >= 0x20 && value < 0x7f) || value == '\t';
    }

    /// <summary>True when <paramref name="value"/> is what stands at <paramref name="index"/> of HTTP/1.1 or HTTP/1.0.</summary>
    public static bool IsVersion(int index, byte value)
    {
        const string Name = "HTTP/1.";

        return index < Name.Length ? value == Name[index] : value == '0' || value == '1';
    }

    /// <summary>True when the bytes are <paramref name="word"/>, letter by letter.</summary>
    public static bool IsWord(byte[] buffer, int offset, int length, string word)
    {
        if (length != word.Length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (buffer[offset + i] != word[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same whatever the case of the bytes; <paramref name="lowerWord"/> is in lower case.</summary>
    public static bool IsAnyCase(byte[] buffer, int offset, int length, string lowerWord)
    {
        if (length != lowerWord.Length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (Lower(buffer[offset + i]) != lowerWord[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A letter A to Z in lower case; any other byte as it is.</summary>
    public static byte Lower(byte value)
    {
        return value >= 'A' && value <= 'Z' ? (byte)(value + 32) : value;
    }

    private static bool Is(byte value, byte wanted)
    {
        return value >= 0x20 && value < 0x80 && (Classes[value - 0x20] & wanted) != 0;
    }
}
