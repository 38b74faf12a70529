namespace ToyGuard.Wire.Json;

/// <summary>One number (RFC 8259, 6) and, when it is written as a whole one and fits, its value. Reused.</summary>
internal sealed class JsonNumber
{
    /// <summary>True when the bytes break the grammar, not when only more of them are missing.</summary>
    internal bool IsBad { get; private set; }

    internal bool IsWhole { get; private set; }

    internal long Whole { get; private set; }

    /// <summary>-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?</summary>
    /// <returns>Index of the byte after the number; -1 when there is none.</returns>
    internal int Read(byte[] buffer, int from, int end)
    {
        IsBad = false;
        IsWhole = false;
        Whole = 0;

        bool isNegative = buffer[from] == '-';
        int digits = isNegative ? from + 1 : from;
        int at = PastDigits(buffer, digits, end);

        if (at < 0)
        {
            return -1;
        }

        if (buffer[digits] == '0' && at - digits > 1)
        {
            IsBad = true;
            return -1;
        }

        int pastWhole = at;

        if (at < end && buffer[at] == '.')
        {
            at = PastDigits(buffer, at + 1, end);
        }

        if (at >= 0 && at < end && (buffer[at] == 'e' || buffer[at] == 'E'))
        {
            at++;

            if (at < end && (buffer[at] == '+' || buffer[at] == '-'))
            {
                at++;
            }

            at = PastDigits(buffer, at, end);
        }

        if (at == pastWhole)
        {
            TakeWhole(buffer, digits, at, isNegative);
        }

        return at;
    }

    internal static bool IsDigit(byte value)
    {
        return value >= '0' && value <= '9';
    }

    // At least one digit, else -1.
    private int PastDigits(byte[] buffer, int at, int end)
    {
        if (at == end)
        {
            return -1;
        }

        if (!IsDigit(buffer[at]))
        {
            IsBad = true;
            return -1;
        }

        while (at < end && IsDigit(buffer[at]))
        {
            at++;
        }

        return at;
    }

    private void TakeWhole(byte[] buffer, int from, int to, bool isNegative)
    {
        // Counted below zero, where a long reaches one further.
        long value = 0;

        for (int i = from; i < to; i++)
        {
            int digit = buffer[i] - '0';

            if (value < long.MinValue / 10 || (value == long.MinValue / 10 && digit > 8))
            {
                return;
            }

            value = (value * 10) - digit;
        }

        if (!isNegative && value == long.MinValue)
        {
            return;
        }

        IsWhole = true;
        Whole = isNegative ? value : -value;
    }
}
