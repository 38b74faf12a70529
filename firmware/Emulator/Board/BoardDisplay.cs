using System;
using System.Collections.Generic;

using ToyGuard.Wire.Qr;

namespace ToyGuard.Emulator.Board;

/// <summary>Draws what the display shows: a QR code with the same as text beside it, or lines of text alone.</summary>
internal static class BoardDisplay
{
    // Readers look for a light margin; three pixels are what is left around the largest code that fits at two pixels a module.
    private const int MarginMin = 3;
    private const int LineHeight = SmallLetters.Height + 2;
    private const int LineLetters = BoardPicture.Width / (SmallLetters.Width + 1);
    private const int GroupLetters = 4;

    /// <summary>How many pixels a module of <paramref name="code"/> has on the display; 0 when it has no room there.</summary>
    public static int PixelsOf(QrCode code)
    {
        return Math.Min(2, (BoardPicture.Height - (2 * MarginMin)) / code.Size);
    }

    /// <summary>The code of <paramref name="text"/> as it is shown; null when the display has no room for it.</summary>
    public static QrCode? CodeOf(string text)
    {
        return QrCode.Encode(text, QrLevel.L) is QrCode code && PixelsOf(code) > 0 ? code : null;
    }

    /// <summary>A QR code on the left, lines of text on the right.</summary>
    public static BoardPicture OfCode(QrCode code, IEnumerable<string> lines)
    {
        BoardPicture picture = new();
        int pixels = PixelsOf(code);
        int margin = (BoardPicture.Height - (code.Size * pixels)) / 2;
        picture.Fill(0, 0, BoardPicture.Height, BoardPicture.Height);

        for (int y = 0; y < code.Size * pixels; y++)
        {
            for (int x = 0; x < code.Size * pixels; x++)
            {
                picture[margin + x, margin + y] = !code.IsDark(x / pixels, y / pixels);
            }
        }

        Write(picture, BoardPicture.Height + 4, lines);
        return picture;
    }

    /// <summary>Lines of text, cut where the display ends.</summary>
    public static BoardPicture OfText(IEnumerable<string> lines)
    {
        BoardPicture picture = new();
        Write(picture, 0, lines);
        return picture;
    }

    /// <summary>A code as people read it aloud: in groups of four, one line each.</summary>
    public static IEnumerable<string> GroupsOf(string code)
    {
        string letters = code.Replace("-", "", StringComparison.Ordinal);

        for (int at = 0; at < letters.Length; at += GroupLetters)
        {
            yield return letters.Substring(at, Math.Min(GroupLetters, letters.Length - at));
        }
    }

    /// <summary>Words in lines that the display has room for.</summary>
    public static IEnumerable<string> LinesOf(string words)
    {
        string line = "";

        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > LineLetters)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    private static void Write(BoardPicture picture, int left, IEnumerable<string> lines)
    {
        int top = 2;

        foreach (string line in lines)
        {
            if (top + SmallLetters.Height > BoardPicture.Height)
            {
                return;
            }

            picture.Write(left, top, line);
            top += LineHeight;
        }
    }
}
