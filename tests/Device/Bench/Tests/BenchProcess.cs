using System.Collections.Generic;
using System.Diagnostics;
using System.Reflection;
using System.Threading.Tasks;

namespace ToyGuard.Device.Bench.Tests;

/// <summary>The program as a tester starts it.</summary>
internal static class BenchProcess
{
    private const int PatienceMs = 240_000;

    /// <summary>Runs it to its end with these lines typed; exit code and what it printed.</summary>
    public static (int ExitCode, string Output) Run(IEnumerable<string> args, string typed = "")
    {
        ProcessStartInfo info = new("dotnet", [Assembly.GetExecutingAssembly().Location, .. args]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(info)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(typed);
        process.StandardInput.Close();
        Assert.IsTrue(process.WaitForExit(PatienceMs), "it did not end");
        return (process.ExitCode, output.Result + errors.Result);
    }
}
