namespace Samples;

public static class Pointers
{
    public static unsafe int First(byte[] bytes) // refused
    {
        fixed (byte* first = bytes)
        {
            return *first;
        }
    }

    public static int Second(byte[] bytes)
    {
        return bytes[1];
    }
}
