namespace ToyGuard.Toy;

/// <summary>The Toy program: composition only.</summary>
public static class Program
{
    /// <summary>Where the device starts.</summary>
    public static void Main()
    {
    }
}
