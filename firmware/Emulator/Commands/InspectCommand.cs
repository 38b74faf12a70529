using System;
using System.CommandLine;
using System.IO;

using ToyGuard.Emulator.Inspect;

namespace ToyGuard.Emulator.Commands;

/// <summary>Prints what our readers make of raw bytes, without any network: one JSON line a file. Exit code 1 when one was refused.</summary>
internal static class InspectCommand
{
    private const int OneWasRefused = 1;

    public static Command Build()
    {
        Command inspect = new("inspect", "Prints what the hub's readers make of raw bytes, one JSON line a file.");
        inspect.Subcommands.Add(Build("dns", "A DNS question or answer, as in a datagram.", DnsInspector.Inspect));
        inspect.Subcommands.Add(Build("hello", "The first bytes of a TLS client.", HelloInspector.Inspect));
        inspect.Subcommands.Add(Build("http", "An HTTP/1.1 request or response with its body.", HttpInspector.Inspect));
        inspect.Subcommands.Add(Build("url", "A URL; one line end behind it is left out.", UrlInspector.Inspect));
        return inspect;
    }

    private static Command Build(string name, string description, Func<InspectedBytes, InspectionLine, bool> look)
    {
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Files to read; - is standard input." };
        Command command = new(name, description) { files };
        command.SetAction(parsed => InspectAll(name, parsed.GetValue(files)!, look));
        return command;
    }

    private static int InspectAll(string kind, string[] files, Func<InspectedBytes, InspectionLine, bool> look)
    {
        using Stream output = Console.OpenStandardOutput();
        bool areAllRead = true;

        foreach (string file in files)
        {
            InspectedBytes bytes = InspectedBytes.Read(file);
            using InspectionLine line = new(output, kind, bytes);
            areAllRead &= look(bytes, line);
        }

        return areAllRead ? 0 : OneWasRefused;
    }
}
