namespace ToyGuard.Wire.Qr;

/// <summary>Reed-Solomon correction words over the field of 256 elements with x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004, 7.5 and annex A).</summary>
internal static class QrCorrection
{
    private const int Polynomial = 0x11D;

    /// <summary>Data and correction words in the order in which they are placed: first words of all blocks, second words, and so on.</summary>
    public static byte[] Interleave(byte[] data, int version, QrLevel level)
    {
        int blocks = QrVersion.Blocks(version, level);
        int corrections = QrVersion.CorrectionBytes(version, level);
        int dataOfBlock = data.Length / blocks;
        byte[] divisor = Divisor(corrections);
        byte[] all = new byte[QrVersion.AllBytes(version)];
        byte[] rest = new byte[corrections];

        for (int block = 0; block < blocks; block++)
        {
            for (int i = 0; i < dataOfBlock; i++)
            {
                all[(i * blocks) + block] = data[(block * dataOfBlock) + i];
            }

            Divide(data, block * dataOfBlock, dataOfBlock, divisor, rest);

            for (int i = 0; i < corrections; i++)
            {
                all[data.Length + (i * blocks) + block] = rest[i];
            }
        }

        return all;
    }

    // (x - 1)(x - 2)(x - 4) ... without the leading 1, highest power first.
    private static byte[] Divisor(int degree)
    {
        byte[] divisor = new byte[degree];
        divisor[degree - 1] = 1;
        int root = 1;

        for (int i = 0; i < degree; i++)
        {
            for (int j = 0; j < degree; j++)
            {
                divisor[j] = (byte)(Multiply(divisor[j], root) ^ (j + 1 < degree ? divisor[j + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        return divisor;
    }

    private static void Divide(byte[] data, int from, int count, byte[] divisor, byte[] rest)
    {
        for (int i = 0; i < rest.Length; i++)
        {
            rest[i] = 0;
        }

        for (int i = 0; i < count; i++)
        {
            int factor = data[from + i] ^ rest[0];

            for (int j = 0; j < rest.Length; j++)
            {
                rest[j] = (byte)((j + 1 < rest.Length ? rest[j + 1] : 0) ^ Multiply(divisor[j], factor));
            }
        }
    }

    private static int Multiply(int a, int b)
    {
        int product = 0;

        while (b > 0)
        {
            if ((b & 1) != 0)
            {
                product ^= a;
            }

            a <<= 1;

            if (a > 0xFF)
            {
                a ^= Polynomial;
            }

            b >>= 1;
        }

        return product;
    }
}
