namespace ToyGuard.Kit.Body;

/// <summary>What stands on a display of 128 by 64 pixels, lit or not, in the order in which an SSD1306 wants it.</summary>
public sealed class DotPicture
{
    /// <summary>Pixels across.</summary>
    public const int Width = 128;

    /// <summary>Pixels down.</summary>
    public const int Height = 64;

    private const int PageRows = 8;

    /// <summary>The pixels: eight rows after another, a byte a column in each, its lowest bit the uppermost row (SSD1306 datasheet, 8.7). Nobody else changes it.</summary>
    public byte[] Pages { get; } = new byte[Width * Height / PageRows];

    /// <summary>True where a pixel is lit. Throws outside the picture.</summary>
    public bool this[int x, int y]
    {
        get
        {
            return (Pages[PageOf(y) + x] & (1 << (y % PageRows))) != 0;
        }

        set
        {
            int at = PageOf(y) + x;
            int bit = 1 << (y % PageRows);
            Pages[at] = (byte)(value ? Pages[at] | bit : Pages[at] & ~bit);
        }
    }

    /// <summary>Lights every pixel of a part.</summary>
    public void Fill(int left, int top, int width, int height)
    {
        for (int y = top; y < top + height; y++)
        {
            for (int x = left; x < left + width; x++)
            {
                this[x, y] = true;
            }
        }
    }

    /// <summary>Writes one line of text; what has no room to the right is left out.</summary>
    public void Write(int left, int top, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            for (int y = 0; y < DotLetters.Height; y++)
            {
                int row = DotLetters.RowOf(text[i], y);

                for (int x = 0; x < DotLetters.Width && left + x < Width; x++)
                {
                    if ((row & (1 << (DotLetters.Width - 1 - x))) != 0)
                    {
                        this[left + x, top + y] = true;
                    }
                }
            }

            left += DotLetters.Width + 1;
        }
    }

    private static int PageOf(int y)
    {
        return y / PageRows * Width;
    }
}
