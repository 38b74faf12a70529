using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.IO;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Commands;

/// <summary>How a program's arguments are read, and how wrong use is answered: one clear line, exit code 2. Maker answers the same way.</summary>
internal static class CommandRun
{
    /// <summary>The exit code for whatever the one who started the program has to change.</summary>
    public const int WrongUse = 2;

    /// <summary>Reads <paramref name="args"/> as <paramref name="root"/> says and does it.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        try
        {
            ParseResult parsed = root.Parse(args, new ParserConfiguration
            {
                // A target that begins with @ is a target, not a file of more arguments.
                ResponseFileTokenReplacer = null,
                EnablePosixBundling = false,
            });

            if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
            {
                throw new WrongUseException($"{Texts.Shown(parsed.Errors[0].Message)} See --help.");
            }

            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                // Ours say it in one line; and Ctrl-C is a good end, not a fault.
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            }).ConfigureAwait(false);
        }
        catch (WrongUseException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);

            foreach (string detail in e.Details)
            {
                await Console.Error.WriteLineAsync("  " + detail).ConfigureAwait(false);
            }

            return WrongUse;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SocketException)
        {
            // A full disk, a closed pipe, no port left: nothing that a list of calls would make clearer.
            await Console.Error.WriteLineAsync($"cannot go on: {Texts.Shown(e.Message)}").ConfigureAwait(false);
            return WrongUse;
        }
    }
}
