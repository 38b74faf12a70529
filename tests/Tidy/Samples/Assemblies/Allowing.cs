namespace ToyGuard.Core.Policy;

public struct Verdict
{
    public bool IsOpen;

    internal Verdict(bool isOpen)
    {
        IsOpen = isOpen;
    }

    internal static Verdict Allow(int endpoint)
    {
        return new Verdict(endpoint >= 0);
    }
}

public static class Gate
{
    public static Verdict Decide()
    {
        return Verdict.Allow(0);
    }

    public static Verdict Ask()
    {
        return Verdict.Allow(1);
    }

    public static Verdict Made()
    {
        return new Verdict(true);
    }
}
