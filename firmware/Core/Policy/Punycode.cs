namespace ToyGuard.Core.Policy;

/// <summary>Reads what stands after xn-- (RFC 3492, 6.2), only to say whether it stands for a name at all.</summary>
/// <remarks>The decoded text is never made: names are compared and shown in their ASCII form, so where a character would stand does not matter.</remarks>
internal static class Punycode
{
    private const int Base = 36;
    private const int TMin = 1;
    private const int TMax = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int InitialN = 0x80;
    private const int CodePointMax = 0x10FFFF;

    /// <summary>
    /// True when the lower-case letters, digits and hyphens from <paramref name="start"/> to <paramref name="end"/> decode to at least one
    /// character past ASCII, and to none that <see cref="UnfitCharacters"/> refuses. Allocates nothing.
    /// </summary>
    internal static bool IsFit(byte[] bytes, int start, int end)
    {
        int delimiter = LastHyphen(bytes, start, end);
        int at = delimiter > start ? delimiter + 1 : start;
        int decoded = delimiter > start ? delimiter - start : 0;
        int n = InitialN;
        int i = 0;
        int bias = InitialBias;

        if (at == end)
        {
            return false;
        }

        while (at < end)
        {
            int before = i;
            int weight = 1;

            for (int k = Base; ; k += Base)
            {
                int digit = at < end ? DigitOf(bytes[at]) : Base;
                at++;

                // Integers wrap in silence on the device, so both products are measured before they are made.
                if (digit >= Base || digit > (int.MaxValue - i) / weight)
                {
                    return false;
                }

                i += digit * weight;
                int threshold = k <= bias ? TMin : k >= bias + TMax ? TMax : k - bias;

                if (digit < threshold)
                {
                    break;
                }

                if (weight > int.MaxValue / (Base - threshold))
                {
                    return false;
                }

                weight *= Base - threshold;
            }

            decoded++;
            bias = Adapt(i - before, decoded, before == 0);

            if (i / decoded > CodePointMax - n)
            {
                return false;
            }

            n += i / decoded;
            i = i % decoded + 1;

            if (UnfitCharacters.Contains(n))
            {
                return false;
            }
        }

        return true;
    }

    private static int LastHyphen(byte[] bytes, int start, int end)
    {
        int at = end - 1;

        while (at >= start && bytes[at] != '-')
        {
            at--;
        }

        return at;
    }

    private static int DigitOf(byte b)
    {
        if (b >= 'a' && b <= 'z')
        {
            return b - 'a';
        }

        return b >= '0' && b <= '9' ? b - '0' + 26 : Base;
    }

    // RFC 3492, 6.1.
    private static int Adapt(int delta, int decoded, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / decoded;
        int k = 0;

        while (delta > (Base - TMin) * TMax / 2)
        {
            delta /= Base - TMin;
            k += Base;
        }

        return k + (Base - TMin + 1) * delta / (delta + Skew);
    }
}
