using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.IO;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Commands;

/// <summary>What can be typed behind the program's name, and how wrong use is answered: one clear line, exit code 2.</summary>
internal static class CommandLine
{
    /// <summary>The exit code for whatever the one who started the program has to change.</summary>
    public const int WrongUse = 2;

    /// <summary>Reads <paramref name="args"/> and does it.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            ParseResult parsed = Build(isBare: args.Length == 0).Parse(args, new ParserConfiguration
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

    private static RootCommand Build(bool isBare)
    {
        RunOptions options = new();
        RootCommand root = new("ToyGuard's hub on this machine, with real sockets and a lab network.");
        root.Directives.Clear();
        options.AddTo(root);
        root.SetAction((parsed, _) => RunCommand.RunAsync(options.Read(parsed, isBare)));
        root.Subcommands.Add(AskCommand.Build());
        root.Subcommands.Add(InspectCommand.Build());
        root.Subcommands.Add(SettingsCommand.Build());
        root.Subcommands.Add(RecordsCommand.Build());
        return root;
    }
}
