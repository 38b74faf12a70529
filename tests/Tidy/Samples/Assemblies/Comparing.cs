namespace Samples;

// Comparisons that tell an attacker something, and two that do not.
public static class Comparing
{
    private static readonly byte[] Table = new byte[256];

    public static bool LeavesEarly(byte[] a, byte[] b, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (a[i] != b[i])
            {
                return false;
            }
        }

        return true;
    }

    public static bool StopsEarly(byte[] a, byte[] b, int count)
    {
        int difference = 0;

        for (int i = 0; i < count && difference == 0; i++)
        {
            difference |= a[i] ^ b[i];
        }

        return difference == 0;
    }

    public static bool GoesByContent(byte[] a, byte[] b, int count)
    {
        int i = 0;
        int difference;

        do
        {
            difference = a[i] ^ b[i];
            i++;
        }
        while (difference == 0);

        return i > count;
    }

    public static bool Counts(byte[] a, byte[] b, int count)
    {
        int same = 0;

        for (int i = 0; i < count; i++)
        {
            same += a[i] == b[i] ? 3 : 2;
        }

        return same == 3 * count;
    }

    public static bool StepsByContent(byte[] a, byte[] b, int count)
    {
        int difference = 0;

        for (int i = 0; i < count; i += 1 + (difference & 1))
        {
            difference |= a[i] ^ b[i];
        }

        return difference == 0;
    }

    public static bool AsksAnother(byte[] a, byte[] b, int count)
    {
        int difference = 0;

        for (int i = 0; i < count; i++)
        {
            difference |= Difference(a[i], b[i]);
        }

        return difference == 0;
    }

    public static bool LooksUp(byte[] a, byte[] b, byte[] table, int count)
    {
        int difference = 0;

        for (int i = 0; i < count; i++)
        {
            difference |= table[a[i] ^ b[i]];
        }

        return difference == 0;
    }

    public static bool LooksUpAStatic(byte[] a, byte[] b, int count)
    {
        int difference = 0;

        for (int i = 0; i < count; i++)
        {
            difference |= Table[a[i] ^ b[i]];
        }

        return difference == 0;
    }

    public static bool Divides(byte[] a, byte[] b, int count)
    {
        int difference = 0;

        for (int i = 0; i < count; i++)
        {
            difference |= (a[i] ^ b[i]) / (b[i] | 1);
        }

        return difference == 0;
    }

    public static bool Returns(byte[] a, byte[] b, int count)
    {
        if (count == 0)
        {
            return false;
        }

        int difference = 0;

        for (int i = 0; i < count; i++)
        {
            difference |= a[i] ^ b[i];
        }

        return difference == 0;
    }

    public static bool ComparesOneByte(byte[] a, byte[] b)
    {
        return a[0] == b[0];
    }

    public static bool TakesAll(byte[] a, byte[] b, int count)
    {
        int difference = 0;

        for (int i = count - 1; i >= 0; i--)
        {
            difference += (a[i] - b[i]) & 0xFF;
        }

        return difference == 0;
    }

    public static bool TakesAllAtOtherPlaces(byte[] a, int at, byte[] b, int count)
    {
        int i = 0;
        int difference = 0;

        while (i < count)
        {
            difference |= a[at] ^ b[i];
            at++;
            i++;
        }

        return difference == 0;
    }

    private static int Difference(byte a, byte b)
    {
        return a ^ b;
    }
}
