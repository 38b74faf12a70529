namespace ToyGuard.Wire.Qr;

/// <summary>The modules of one code while it is made: the patterns that every code has, the places of the words, one mask at a time (ISO/IEC 18004, 6.3 and 7.7).</summary>
internal sealed class QrGrid
{
    // What a reader finds its way by, and the format: no words stand there, and no mask touches it.
    private const byte Fixed = 2;
    private const byte Dark = 1;

    private readonly byte[] _modules;

    /// <summary>A grid with its fixed patterns; the format is light until it is written.</summary>
    public QrGrid(int version)
    {
        Size = 17 + (4 * version);
        _modules = new byte[Size * Size];

        PlaceFinder(3, 3);
        PlaceFinder(Size - 4, 3);
        PlaceFinder(3, Size - 4);

        for (int i = 8; i < Size - 8; i++)
        {
            SetFixed(i, 6, i % 2 == 0);
            SetFixed(6, i, i % 2 == 0);
        }

        if (version > 1)
        {
            PlaceAlignment(Size - 7, Size - 7);
        }

        // Keeps the places of the format free of words.
        WriteFormat(0);
    }

    /// <summary>Modules on one side.</summary>
    public int Size { get; }

    /// <summary>True for a dark module.</summary>
    public bool IsDark(int x, int y)
    {
        return (_modules[(y * Size) + x] & Dark) != 0;
    }

    /// <summary>Places the words bit by bit: upwards and downwards in turn, in columns of two from the right, around what is fixed.</summary>
    public void Place(byte[] words)
    {
        int bit = 0;
        bool isUpwards = true;

        for (int right = Size - 1; right > 0; right -= 2)
        {
            // The column of the timing pattern holds no words.
            if (right == 6)
            {
                right = 5;
            }

            for (int i = 0; i < Size; i++)
            {
                int y = isUpwards ? Size - 1 - i : i;

                for (int x = right; x >= right - 1; x--)
                {
                    int at = (y * Size) + x;

                    // Up to seven modules are left over and stay light.
                    if ((_modules[at] & Fixed) == 0 && bit < words.Length * 8)
                    {
                        _modules[at] = (byte)((words[bit / 8] >> (7 - (bit % 8))) & 1);
                        bit++;
                    }
                }
            }

            isUpwards = !isUpwards;
        }
    }

    /// <summary>Puts mask <paramref name="mask"/> (0 to 7) over the words. Once more takes it off.</summary>
    public void Flip(int mask)
    {
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
            {
                if ((_modules[(y * Size) + x] & Fixed) == 0 && IsMasked(mask, x, y))
                {
                    _modules[(y * Size) + x] ^= Dark;
                }
            }
        }
    }

    /// <summary>Writes the 15 bits of the format twice, and the one module that is always dark (7.9).</summary>
    public void WriteFormat(int bits)
    {
        for (int i = 0; i < 15; i++)
        {
            bool isDark = ((bits >> i) & 1) != 0;

            // Around the upper left finder, past the timing patterns.
            if (i < 8)
            {
                SetFixed(8, i < 6 ? i : i + 1, isDark);
                SetFixed(Size - 1 - i, 8, isDark);
            }
            else
            {
                SetFixed(i == 8 ? 7 : 14 - i, 8, isDark);
                SetFixed(8, Size - 15 + i, isDark);
            }
        }

        SetFixed(8, Size - 8, true);
    }

    private static bool IsMasked(int mask, int x, int y)
    {
        switch (mask)
        {
            case 0:
                return (x + y) % 2 == 0;
            case 1:
                return y % 2 == 0;
            case 2:
                return x % 3 == 0;
            case 3:
                return (x + y) % 3 == 0;
            case 4:
                return ((x / 3) + (y / 2)) % 2 == 0;
            case 5:
                return (x * y % 2) + (x * y % 3) == 0;
            case 6:
                return ((x * y % 2) + (x * y % 3)) % 2 == 0;
            default:
                return (((x + y) % 2) + (x * y % 3)) % 2 == 0;
        }
    }

    // Seven modules a side and the light line around them, as far as it is inside.
    private void PlaceFinder(int centreX, int centreY)
    {
        for (int y = centreY - 4; y <= centreY + 4; y++)
        {
            for (int x = centreX - 4; x <= centreX + 4; x++)
            {
                if (x >= 0 && y >= 0 && x < Size && y < Size)
                {
                    int ring = Ring(x - centreX, y - centreY);
                    SetFixed(x, y, ring != 2 && ring != 4);
                }
            }
        }
    }

    private void PlaceAlignment(int centreX, int centreY)
    {
        for (int y = centreY - 2; y <= centreY + 2; y++)
        {
            for (int x = centreX - 2; x <= centreX + 2; x++)
            {
                SetFixed(x, y, Ring(x - centreX, y - centreY) != 1);
            }
        }
    }

    private static int Ring(int x, int y)
    {
        x = x < 0 ? -x : x;
        y = y < 0 ? -y : y;

        return x > y ? x : y;
    }

    private void SetFixed(int x, int y, bool isDark)
    {
        _modules[(y * Size) + x] = isDark ? (byte)(Fixed | Dark) : Fixed;
    }
}
