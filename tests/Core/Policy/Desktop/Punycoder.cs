using System.Collections.Generic;
using System.Numerics;
using System.Text;

namespace ToyGuard.Core.Tests.Policy.Desktop;

/// <summary>Punycode both ways, written from RFC 3492 by itself and with numbers that cannot overflow: the other opinion in tests.</summary>
internal static class Punycoder
{
    internal static string Encode(string basic, params int[] others)
    {
        // The others are put behind the basic characters, in the order given.
        List<int> text = new List<int>();

        foreach (char c in basic)
        {
            text.Add(c);
        }

        text.AddRange(others);
        StringBuilder output = new StringBuilder(basic);
        int handled = basic.Length;

        if (handled > 0)
        {
            output.Append('-');
        }

        int n = 128;
        int bias = 72;
        long delta = 0;
        bool isFirst = true;

        while (handled < text.Count)
        {
            int next = int.MaxValue;

            foreach (int c in text)
            {
                next = c >= n && c < next ? c : next;
            }

            delta += (long)(next - n) * (handled + 1);
            n = next;

            foreach (int c in text)
            {
                if (c < n)
                {
                    delta++;
                }
                else if (c == n)
                {
                    AppendNumber(output, delta, bias);
                    bias = Adapt(delta, handled + 1, isFirst);
                    isFirst = false;
                    delta = 0;
                    handled++;
                }
            }

            delta++;
            n++;
        }

        return output.ToString();
    }

    /// <summary>The characters, or null when it is no Punycode.</summary>
    internal static List<int>? Decode(string text)
    {
        List<int> output = new List<int>();
        int hyphen = text.LastIndexOf('-');

        for (int i = 0; i < hyphen; i++)
        {
            output.Add(text[i]);
        }

        string digits = hyphen > 0 ? text.Substring(hyphen + 1) : text;
        BigInteger n = 128;
        BigInteger i0 = 0;
        int bias = 72;
        int at = 0;

        while (at < digits.Length)
        {
            BigInteger start = i0;
            BigInteger weight = 1;
            int k = 36;

            while (true)
            {
                if (at == digits.Length)
                {
                    return null;
                }

                int digit = "abcdefghijklmnopqrstuvwxyz0123456789".IndexOf(digits[at++]);

                if (digit < 0)
                {
                    return null;
                }

                i0 += digit * weight;
                int t = Threshold(k, bias);

                if (digit < t)
                {
                    break;
                }

                weight *= 36 - t;
                k += 36;
            }

            int count = output.Count + 1;
            bias = Adapt(i0 - start, count, start == 0);
            n += i0 / count;
            i0 %= count;

            if (n > 0x10FFFF)
            {
                return null;
            }

            output.Insert((int)i0, (int)n);
            i0++;
        }

        return output;
    }

    private static void AppendNumber(StringBuilder output, long number, int bias)
    {
        for (int k = 36; ; k += 36)
        {
            int t = Threshold(k, bias);

            if (number < t)
            {
                output.Append("abcdefghijklmnopqrstuvwxyz0123456789"[(int)number]);
                return;
            }

            output.Append("abcdefghijklmnopqrstuvwxyz0123456789"[(int)(t + (number - t) % (36 - t))]);
            number = (number - t) / (36 - t);
        }
    }

    private static int Threshold(int k, int bias)
    {
        return k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
    }

    private static int Adapt(BigInteger delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / 700 : delta / 2;
        delta += delta / count;
        int k = 0;

        while (delta > 455)
        {
            delta /= 35;
            k += 36;
        }

        return (int)(k + 36 * delta / (delta + 38));
    }
}
