using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Routes;

/// <summary>How much a visitor wants something, by a field that lists it with a weight (RFC 9110, 12.4.2 and 12.5). What cannot be read is passed over.</summary>
internal static class WishList
{
    /// <summary>The most that can be wanted, in thousandths.</summary>
    internal const int Most = 1000;

    /// <summary>The largest weight of <paramref name="token"/> in the first field of that name; 0 when it is not wanted, or the field is not there.</summary>
    /// <param name="head">A head that was read whole.</param>
    /// <param name="buffer">Its bytes.</param>
    /// <param name="lowerName">The field.</param>
    /// <param name="token">What is looked for, small letters. A tag counts with what follows it behind a hyphen: ar-EG is ar.</param>
    internal static int WeightOf(RequestHead head, byte[] buffer, string lowerName, string token)
    {
        int field = head.Find(lowerName);

        return field < 0 ? 0 : WeightOf(buffer, head.ValueOffset(field), head.ValueLength(field), token);
    }

    /// <summary>The same in <paramref name="count"/> bytes from <paramref name="offset"/>.</summary>
    internal static int WeightOf(byte[] buffer, int offset, int count, string token)
    {
        int end = offset + count;
        int most = 0;
        int at = offset;

        while (at < end)
        {
            int comma = IndexOf(buffer, at, end, (byte)',');
            int start = SkipBlanks(buffer, at, comma);
            int weight = Weight(buffer, IndexOf(buffer, start, comma, (byte)';'), comma);

            if (weight > most && IsToken(buffer, start, comma, token))
            {
                most = weight;
            }

            at = comma + 1;
        }

        return most;
    }

    private static bool IsToken(byte[] buffer, int at, int end, string token)
    {
        if (end - at < token.Length)
        {
            return false;
        }

        for (int i = 0; i < token.Length; i++)
        {
            if ((buffer[at + i] | 0x20) != (token[i] | 0x20))
            {
                return false;
            }
        }

        int past = at + token.Length;

        return past == end || buffer[past] == '-' || buffer[past] == ';' || IsBlank(buffer[past]);
    }

    // From the semicolon on: the most when there is none, 0 when it cannot be read.
    private static int Weight(byte[] buffer, int at, int end)
    {
        if (at == end)
        {
            return Most;
        }

        at = SkipBlanks(buffer, at + 1, end);

        if (end - at < 3 || (buffer[at] | 0x20) != 'q' || buffer[at + 1] != '=' || (buffer[at + 2] != '0' && buffer[at + 2] != '1'))
        {
            return 0;
        }

        int weight = (buffer[at + 2] - '0') * Most;
        int worth = Most;

        for (at += 4; at < end && worth > 1 && buffer[at] >= '0' && buffer[at] <= '9'; at++)
        {
            worth /= 10;
            weight += (buffer[at] - '0') * worth;
        }

        return weight > Most ? Most : weight;
    }

    private static int SkipBlanks(byte[] buffer, int at, int end)
    {
        while (at < end && IsBlank(buffer[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsBlank(byte value)
    {
        return value == ' ' || value == '\t';
    }

    private static int IndexOf(byte[] buffer, int at, int end, byte value)
    {
        while (at < end && buffer[at] != value)
        {
            at++;
        }

        return at;
    }
}
