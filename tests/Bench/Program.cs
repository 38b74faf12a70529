using System.CommandLine;

namespace ToyGuard.Bench;

/// <summary>Entry point. What can be typed is in <see cref="BenchCommand"/>.</summary>
public static class Program
{
    /// <summary>Exit code 0 when every floor held, 1 when one was missed or a bench failed, 2 for wrong use.</summary>
    public static int Main(string[] args)
    {
        ParseResult parsed = BenchCommand.Build().Parse(args);
        return parsed.Errors.Count > 0 ? WrongUse(parsed) : parsed.Invoke();
    }

    private static int WrongUse(ParseResult parsed)
    {
        System.Console.Error.WriteLine(parsed.Errors[0].Message);
        return 2;
    }
}
