using System;

namespace Samples;

public static class Widths
{
    public static long Use(long wide, uint plain, int small)
    {
        int right = Math.Min(small, 3) + Math.Max(1, small) + Math.Abs(small);
        double root = Math.Sqrt(small);
        long min = (long)Math.Min(wide, 5L); // refused
        double max = Math.Max(plain, 5u); // refused
        double abs = Math.Abs(wide); // refused
        return right + min + (long)root + (long)max + (long)abs;
    }
}
