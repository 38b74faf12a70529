namespace Samples;

public static class Switches
{
    public static int Whole(int value)
    {
        return value switch
        {
            1 => 10,
            _ => 0,
        };
    }

    public static int Guarded(bool value)
    {
        return value switch // refused
        {
            true => 1,
            false => 0,
        };
    }

    public static int Conditional(object value)
    {
        return value switch // refused
        {
            int number => number,
            var other => other.GetHashCode(),
        };
    }
}
