namespace Samples;

public static class Sums
{
    public static int Add(int a, int b)
    {
        int plain = unchecked(a + b);
        int sum = checked(a + b); // refused

        checked // refused
        {
            sum += a;
        }

        return sum + plain;
    }
}
