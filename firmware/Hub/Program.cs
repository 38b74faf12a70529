namespace ToyGuard.Hub;

/// <summary>The Hub program: composition only.</summary>
public static class Program
{
    /// <summary>Where the device starts.</summary>
    public static void Main()
    {
    }
}
