namespace ToyGuard.Core.Pairing;

/// <summary>Which PINs a family may have (PAIR-02): six digits or more, or a phrase of eight characters or more; none that anybody would try first.</summary>
/// <remarks>Blanks and hyphens count for the length of a phrase and for nothing else, so that 12-34-56 is 123456.</remarks>
public static class PinRules
{
    /// <summary>Most characters.</summary>
    public const int LengthMax = 64;

    /// <summary>Fewest digits.</summary>
    public const int DigitsMin = 6;

    /// <summary>Fewest characters of a phrase.</summary>
    public const int PhraseMin = 8;

    /// <summary>The first rule that a PIN breaks; <see cref="Why.None"/> for one that is fit.</summary>
    public static Why FaultOf(string pin)
    {
        if (pin.Length > LengthMax)
        {
            return Why.PinLong;
        }

        string core = CoreOf(pin, out bool isDigits);

        if (core.Length == 0)
        {
            return Why.PinEmpty;
        }

        if (isDigits ? core.Length < DigitsMin : pin.Trim(' ').Length < PhraseMin)
        {
            return Why.PinShort;
        }

        if (IsRepeating(core))
        {
            return Why.PinRepeats;
        }

        if (IsSequence(core, isDigits))
        {
            return Why.PinSequence;
        }

        return CommonPins.Contains(core, isDigits) ? Why.PinCommon : Why.None;
    }

    // Small letters, without blanks and hyphens.
    private static string CoreOf(string pin, out bool isDigits)
    {
        char[] core = new char[pin.Length];
        int count = 0;
        isDigits = true;

        for (int i = 0; i < pin.Length; i++)
        {
            char letter = pin[i];

            // Controls, blanks, and the blanks past ASCII that people's keyboards have.
            if (letter <= ' ' || letter == '-' || letter == 0xA0 || letter == 0x3000)
            {
                continue;
            }

            isDigits &= letter >= '0' && letter <= '9';
            core[count] = letter >= 'A' && letter <= 'Z' ? (char)(letter + 32) : letter;
            count++;
        }

        return new string(core, 0, count);
    }

    // The same piece twice or more, and nothing else; or one character and little else.
    private static bool IsRepeating(string core)
    {
        for (int piece = 1; piece <= core.Length / 2; piece++)
        {
            int same = 0;

            for (int i = piece; i < core.Length && core[i] == core[i - piece]; i++)
            {
                same++;
            }

            if (same == core.Length - piece)
            {
                return true;
            }
        }

        int kinds = 0;

        for (int i = 0; i < core.Length; i++)
        {
            kinds += core.IndexOf(core[i]) == i ? 1 : 0;
        }

        return kinds < 3;
    }

    // Each character as far from the one before, digits going round: 567890, 975319.
    private static bool IsSequence(string core, bool isDigits)
    {
        int step = core[1] - core[0];

        for (int i = 2; i < core.Length; i++)
        {
            int next = core[i] - core[i - 1];

            if (isDigits ? (next - step + 20) % 10 != 0 : next != step)
            {
                return false;
            }
        }

        return isDigits || step == 1 || step == -1;
    }
}
