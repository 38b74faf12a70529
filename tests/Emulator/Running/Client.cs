using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>A real client program and what came of it.</summary>
internal sealed record Client(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Both outputs in one, for messages.</summary>
    public string All
    {
        get { return Output + Error; }
    }

    /// <summary>Runs <paramref name="program"/>, which a test must have, to its end.</summary>
    public static Client Run(string program, params string[] args)
    {
        return RunWith(Peer.Path(program), args, "");
    }

    /// <summary>Runs the file <paramref name="path"/> with <paramref name="input"/> on standard input.</summary>
    public static Client RunWith(string path, IEnumerable<string> args, string input)
    {
        ProcessStartInfo info = new(path, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using Process process = Process.Start(info)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();

        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{path} did not end");
        }

        return new Client(process.ExitCode, output.Result, error.Result);
    }
}
