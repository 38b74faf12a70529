namespace ToyGuard.Guard.Toys;

/// <summary>Reads the one spelling of an IPv4 address that cannot be read in two ways: four decimal numbers, no leading zeros.</summary>
internal static class Ipv4Text
{
    /// <summary>Reads four numbers with dots from <paramref name="text"/>, up to and not including index <paramref name="end"/>.</summary>
    internal static bool TryRead(string text, int end, byte[] address)
    {
        int at = 0;

        for (int part = 0; part < 4; part++)
        {
            if (part > 0)
            {
                if (at >= end || text[at] != '.')
                {
                    return false;
                }

                at++;
            }

            int value = ReadNumber(text, end, ref at, 255);

            if (value < 0)
            {
                return false;
            }

            address[part] = (byte)value;
        }

        return at == end;
    }

    /// <summary>One decimal number of at most three digits and at most <paramref name="max"/>; -1 for anything else.</summary>
    /// <remarks>010 is ten to one reader and eight to another, so leading zeros are not read at all.</remarks>
    internal static int ReadNumber(string text, int end, ref int at, int max)
    {
        int start = at;
        int value = 0;

        while (at < end && at - start < 3 && text[at] >= '0' && text[at] <= '9')
        {
            value = (value * 10) + (text[at] - '0');
            at++;
        }

        if (at == start || value > max || (at - start > 1 && text[start] == '0'))
        {
            return -1;
        }

        return value;
    }
}
