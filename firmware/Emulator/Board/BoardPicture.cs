using System;

namespace ToyGuard.Emulator.Board;

/// <summary>What stands on the board's display: 128 by 64 pixels, lit or not.</summary>
internal sealed class BoardPicture
{
    /// <summary>Pixels across.</summary>
    public const int Width = 128;

    /// <summary>Pixels down.</summary>
    public const int Height = 64;

    private readonly bool[] _lit = new bool[Width * Height];

    /// <summary>True where a pixel is lit.</summary>
    public bool this[int x, int y]
    {
        get { return _lit[(y * Width) + x]; }
        set { _lit[(y * Width) + x] = value; }
    }

    /// <summary>Lights every pixel of a part.</summary>
    public void Fill(int left, int top, int width, int height)
    {
        for (int y = top; y < top + height; y++)
        {
            Array.Fill(_lit, true, (y * Width) + left, width);
        }
    }

    /// <summary>Writes one line of text; what has no room to the right is left out.</summary>
    public void Write(int left, int top, string text)
    {
        foreach (char letter in text)
        {
            for (int y = 0; y < SmallLetters.Height; y++)
            {
                int row = SmallLetters.RowOf(letter, y);

                for (int x = 0; x < SmallLetters.Width && left + x < Width; x++)
                {
                    this[left + x, top + y] |= (row >> (SmallLetters.Width - 1 - x) & 1) != 0;
                }
            }

            left += SmallLetters.Width + 1;
        }
    }

    /// <summary>The rows from the top, each as 32 hexadecimal digits, the leftmost pixel first.</summary>
    public string[] Rows()
    {
        string[] rows = new string[Height];

        for (int y = 0; y < Height; y++)
        {
            byte[] row = new byte[Width / 8];

            for (int x = 0; x < Width; x++)
            {
                if (this[x, y])
                {
                    row[x / 8] |= (byte)(0x80 >> (x % 8));
                }
            }

            rows[y] = Convert.ToHexStringLower(row);
        }

        return rows;
    }
}
