using ToyGuard.Core.Pairing;
using ToyGuard.Wire.Qr;

namespace ToyGuard.Kit.Body;

/// <summary>Draws what a display shows: a QR code with the same as text beside it, or lines of text alone.</summary>
public static class Face
{
    // Readers look for a light margin; three pixels are what is left around the largest code that fits at two pixels a module.
    private const int MarginMin = 3;
    private const int PixelsMax = 2;
    private const int Gap = 4;
    private const int LineHeight = DotLetters.Height + 2;
    private const int LineLetters = DotPicture.Width / (DotLetters.Width + 1);
    private const int GroupLetters = 4;

    /// <summary>How many pixels a module of <paramref name="code"/> has on the display: 2 up to version 3, 1 above.</summary>
    public static int PixelsOf(QrCode code)
    {
        int pixels = (DotPicture.Height - (2 * MarginMin)) / code.Size;
        return pixels < PixelsMax ? pixels : PixelsMax;
    }

    /// <summary>The code of <paramref name="text"/> as it is shown; null for an empty text, and for one that the display has no room for.</summary>
    public static QrCode? CodeOf(string text)
    {
        return QrCode.Encode(text, QrLevel.L);
    }

    /// <summary>A QR code on the left, lines of text on the right.</summary>
    public static DotPicture OfCode(QrCode code, string[] lines)
    {
        DotPicture picture = new DotPicture();
        int pixels = PixelsOf(code);
        int margin = (DotPicture.Height - (code.Size * pixels)) / 2;
        picture.Fill(0, 0, DotPicture.Height, DotPicture.Height);

        for (int y = 0; y < code.Size * pixels; y++)
        {
            for (int x = 0; x < code.Size * pixels; x++)
            {
                if (code.IsDark(x / pixels, y / pixels))
                {
                    picture[margin + x, margin + y] = false;
                }
            }
        }

        Write(picture, DotPicture.Height + Gap, lines);
        return picture;
    }

    /// <summary>Lines of text, cut where the display ends.</summary>
    public static DotPicture OfText(string[] lines)
    {
        DotPicture picture = new DotPicture();
        Write(picture, 0, lines);
        return picture;
    }

    /// <summary>What stands beside the code of the device's page: its claim code, or nothing but the word.</summary>
    public static string[] BesideLink(string code)
    {
        return Join(new string[] { "Code", "" }, GroupsOf(code));
    }

    /// <summary>What a phone's camera joins the device's own Wi-Fi by.</summary>
    public static string WifiLink(FactoryIdentity factory)
    {
        return "WIFI:T:WPA;S:" + Escaped(factory.ApName) + ";P:" + Escaped(factory.ApKey) + ";;";
    }

    /// <summary>What stands beside that code: name and key, to be typed where there is no camera.</summary>
    public static string[] BesideWifi(FactoryIdentity factory)
    {
        return Join(Join(new string[] { "My Wi-Fi" }, factory.ApName.Split(' ')), GroupsOf(factory.ApKey));
    }

    /// <summary>The device's name and what it says.</summary>
    public static string[] NameAndWords(string name, string words)
    {
        return Join(new string[] { name.Length > LineLetters ? name.Substring(0, LineLetters) : name, "" }, LinesOf(words));
    }

    /// <summary>A code as people read it aloud: without hyphens, in groups of four, one line each.</summary>
    public static string[] GroupsOf(string code)
    {
        string letters = "";

        for (int i = 0; i < code.Length; i++)
        {
            letters += code[i] == '-' ? "" : code[i].ToString();
        }

        string[] groups = new string[(letters.Length + GroupLetters - 1) / GroupLetters];

        for (int i = 0; i < groups.Length; i++)
        {
            int from = i * GroupLetters;
            groups[i] = letters.Substring(from, letters.Length - from < GroupLetters ? letters.Length - from : GroupLetters);
        }

        return groups;
    }

    /// <summary>Words in lines that the display has room for; a word that is longer than a line has one to itself.</summary>
    public static string[] LinesOf(string words)
    {
        string[] lines = new string[0];
        string line = "";
        string[] all = words.Split(' ');

        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Length == 0)
            {
                continue;
            }

            if (line.Length > 0 && line.Length + 1 + all[i].Length > LineLetters)
            {
                lines = Join(lines, new string[] { line });
                line = "";
            }

            line += line.Length == 0 ? all[i] : " " + all[i];
        }

        return line.Length > 0 ? Join(lines, new string[] { line }) : lines;
    }

    private static void Write(DotPicture picture, int left, string[] lines)
    {
        int top = 2;

        for (int i = 0; i < lines.Length && top + DotLetters.Height <= DotPicture.Height; i++)
        {
            picture.Write(left, top, lines[i]);
            top += LineHeight;
        }
    }

    // What has a meaning of its own in the text of a Wi-Fi's code stands behind a backslash.
    private static string Escaped(string text)
    {
        string escaped = "";

        for (int i = 0; i < text.Length; i++)
        {
            bool isSpecial = text[i] == '\\' || text[i] == ';' || text[i] == ',' || text[i] == ':' || text[i] == '"';
            escaped += isSpecial ? "\\" + text[i].ToString() : text[i].ToString();
        }

        return escaped;
    }

    private static string[] Join(string[] first, string[] second)
    {
        string[] all = new string[first.Length + second.Length];

        for (int i = 0; i < all.Length; i++)
        {
            all[i] = i < first.Length ? first[i] : second[i - first.Length];
        }

        return all;
    }
}
