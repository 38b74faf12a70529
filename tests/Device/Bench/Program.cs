using System.CommandLine;

namespace ToyGuard.Device.Bench;

/// <summary>Entry point. What can be typed is in <see cref="BenchCommand"/>.</summary>
public static class Program
{
    /// <summary>Exit code 0 when every step was well, 1 when one was not, 2 for wrong use.</summary>
    public static int Main(string[] args)
    {
        ParseResult parsed = BenchCommand.Build().Parse(args);

        if (parsed.Errors.Count > 0)
        {
            System.Console.Error.WriteLine(parsed.Errors[0].Message);
            return 2;
        }

        return parsed.Invoke();
    }
}
