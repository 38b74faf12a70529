namespace ToyGuard.Simulation;

/// <summary>The program's beginning.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        return args.Length;
    }
}
