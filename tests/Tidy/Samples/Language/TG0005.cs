using System;

namespace Samples;

public delegate int Count(int value);

public static class Lambdas
{
    public static int Use()
    {
        Count named = x => x + 1;
        Count group = One;
        Action plain = () => { };
        Count made = new Count(One);
        var natural = (int x) => x + 1; // refused
        var method = One; // refused
        Delegate loose = One; // refused
        object boxed = (int x) => x; // refused
        plain();
        string name = nameof(One);
        return named(1) + group(2) + made(3) + natural(4) + method(5) + loose.GetHashCode() + boxed.GetHashCode() + name.Length + Pass(x => x);
    }

    private static int Pass(Count count)
    {
        return count(1);
    }

    private static int One(int value)
    {
        return 1;
    }
}
