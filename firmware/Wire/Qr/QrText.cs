namespace ToyGuard.Wire.Qr;

/// <summary>Writes a text as data words: mode, length, characters, end, padding (ISO/IEC 18004, 7.4).</summary>
internal sealed class QrText
{
    /// <summary>More characters than any code of ours holds.</summary>
    public const int LengthMax = 195;

    private const int ModeBits = 4;
    private const int ByteMode = 4;
    private const int ByteLengthBits = 8;
    private const int AlphanumericMode = 2;
    private const int AlphanumericLengthBits = 9;

    private readonly byte[] _data;
    private int _bits;

    private QrText(int dataBytes)
    {
        _data = new byte[dataBytes];
    }

    /// <summary>True when every byte is one of the 45 characters of the alphanumeric mode: digits, capitals, and space $ % * + - . / :</summary>
    public static bool IsAlphanumeric(byte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (ValueOf(bytes[i]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Bits that mode, length and characters take.</summary>
    public static int BitsOf(byte[] bytes, bool isAlphanumeric)
    {
        return isAlphanumeric
            ? ModeBits + AlphanumericLengthBits + (bytes.Length / 2 * 11) + (bytes.Length % 2 * 6)
            : ModeBits + ByteLengthBits + (bytes.Length * 8);
    }

    /// <summary>The data words of <paramref name="bytes"/>, which fit into <paramref name="dataBytes"/>.</summary>
    public static byte[] Write(byte[] bytes, bool isAlphanumeric, int dataBytes)
    {
        QrText text = new QrText(dataBytes);

        if (isAlphanumeric)
        {
            text.WriteAlphanumeric(bytes);
        }
        else
        {
            text.Put(ByteMode, ModeBits);
            text.Put(bytes.Length, ByteLengthBits);

            for (int i = 0; i < bytes.Length; i++)
            {
                text.Put(bytes[i], 8);
            }
        }

        text.Pad();
        return text._data;
    }

    private void WriteAlphanumeric(byte[] bytes)
    {
        Put(AlphanumericMode, ModeBits);
        Put(bytes.Length, AlphanumericLengthBits);

        for (int i = 0; i + 1 < bytes.Length; i += 2)
        {
            Put((ValueOf(bytes[i]) * 45) + ValueOf(bytes[i + 1]), 11);
        }

        if (bytes.Length % 2 == 1)
        {
            Put(ValueOf(bytes[bytes.Length - 1]), 6);
        }
    }

    // Up to four zero bits as the end, zeros to the next whole word, then two words in turn.
    private void Pad()
    {
        int room = (_data.Length * 8) - _bits;
        Put(0, room < 4 ? room : 4);

        int at = (_bits + 7) / 8;

        for (int i = 0; at + i < _data.Length; i++)
        {
            _data[at + i] = (byte)(i % 2 == 0 ? 0xEC : 0x11);
        }
    }

    private void Put(int value, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            _data[_bits / 8] |= (byte)(((value >> i) & 1) << (7 - (_bits % 8)));
            _bits++;
        }
    }

    private static int ValueOf(byte character)
    {
        if (character >= '0' && character <= '9')
        {
            return character - '0';
        }

        if (character >= 'A' && character <= 'Z')
        {
            return character - 'A' + 10;
        }

        switch ((char)character)
        {
            case ' ':
                return 36;
            case '$':
                return 37;
            case '%':
                return 38;
            case '*':
                return 39;
            case '+':
                return 40;
            case '-':
                return 41;
            case '.':
                return 42;
            case '/':
                return 43;
            case ':':
                return 44;
            default:
                return -1;
        }
    }
}
