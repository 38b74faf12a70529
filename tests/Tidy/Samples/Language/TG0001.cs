using System;

namespace Samples;

public delegate int OwnDelegate(int value);

public sealed class Box<T> // refused
{
}

public static class Generics
{
    public static readonly OwnDelegate Own = Twice;

    public static Action<int>? Said; // refused

    public static int Twice(int value)
    {
        return 2 * value;
    }

    public static T Same<T>(T value) // refused
    {
        return value;
    }

    public static int Use()
    {
        Action plain = Nothing;
        plain();
        return Same(3); // refused
    }

    private static void Nothing()
    {
    }
}
