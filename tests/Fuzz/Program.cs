using ToyGuard.Fuzz.Commands;
using ToyGuard.Fuzz.Loop;

namespace ToyGuard.Fuzz;

/// <summary>The program's beginning: everything it does, it does where the readers are woven.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        return Inside.Run(static (string[] inner) => CommandLine.Run(inner), args);
    }
}
