using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace ToyGuard.Maker.Tests.Running;

/// <summary>Runs of the real, built program.</summary>
internal static class MakerRun
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs it to its end: the exit code and both outputs.</summary>
    public static (int ExitCode, string Output, string Errors) ToEnd(params string[] args)
    {
        using Process process = Start(args);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();

        if (!process.WaitForExit(s_patience))
        {
            process.Kill();
            Assert.Fail("It did not end: " + string.Join(' ', args));
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>Starts it; the caller ends it.</summary>
    public static Process Start(params string[] args)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ToyGuard.Maker.dll"));

        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    /// <summary>Wrong use: one line on standard error with <paramref name="part"/>, nothing else, exit code 2.</summary>
    public static void IsOneLineAndTwo(string part, params string[] args)
    {
        (int exitCode, string output, string errors) = ToEnd(args);
        Assert.AreEqual(2, exitCode, output + errors);
        Assert.AreEqual("", output);
        Assert.AreEqual(1, errors.TrimEnd('\n', '\r').Split('\n').Length, errors);
        StringAssert.Contains(errors, part);
        Assert.IsFalse(errors.Contains("   at ", StringComparison.Ordinal), errors);
    }
}
