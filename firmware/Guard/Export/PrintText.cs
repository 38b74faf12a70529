namespace ToyGuard.Guard.Export;

/// <summary>The print of an endpoint or of a sensor's use as text: 16 small hex digits.</summary>
internal static class PrintText
{
    private const string Digits = "0123456789abcdef";

    /// <summary>The text of a print.</summary>
    internal static string Of(long print)
    {
        char[] text = new char[16];

        for (int i = 0; i < text.Length; i++)
        {
            text[i] = Digits[(int)(print >> (60 - (4 * i))) & 15];
        }

        return new string(text);
    }

    /// <summary>Reads such a text; false for anything else.</summary>
    internal static bool TryRead(string text, out long print)
    {
        print = 0;
        bool isPrint = text.Length == 16;

        for (int i = 0; isPrint && i < 16; i++)
        {
            int digit = Digits.IndexOf(text[i]);
            isPrint = digit >= 0;
            print = (print << 4) | (long)digit;
        }

        return isPrint;
    }
}
