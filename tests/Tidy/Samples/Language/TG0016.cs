namespace Samples;

public static class Natives
{
    public static int Use(int value)
    {
        nint wide = value; // refused
        nuint other = 3; // refused
        uint plain = 3;
        return (int)wide + (int)other + (int)plain;
    }
}
