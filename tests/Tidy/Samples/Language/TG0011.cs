using System.Text;

namespace Samples;

public static class Nuls
{
    private const char Nul = '\0';

    public static string Use(char[] buffer, StringBuilder text)
    {
        buffer[0] = '\0';
        bool isEnd = buffer[1] == Nul;
        string inside = "allowed.example\0.held.example"; // refused
        string hex = "\x00"; // refused
        string filled = $"a\u0000{isEnd}"; // refused
        string joined = "a" + Nul; // refused
        string hole = $"{Nul}"; // refused
        string made = new string('\0', 3); // refused
        string padded = "a".PadLeft(3, '\0'); // refused
        text.Append('\0'); // refused
        string zero = "0" + "\\0";
        return inside + hex + filled + joined + hole + made + padded + zero;
    }
}
