using System;
using System.CommandLine;
using System.IO;

using ToyGuard.Maker.Scan;

namespace ToyGuard.Maker.Commands;

/// <summary>Reads what a toy app's assemblies name, and refuses what goes around ToyGuard. Runs none of it.</summary>
internal static class ScanCommand
{
    public static Command Build()
    {
        Argument<string[]> paths = new("FILE|FOLDER")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "An app's .dll or .exe with the libraries beside it that it names, or a whole folder of build output.",
        };
        Option<string[]> known = new("--known")
        {
            HelpName = "FOLDER",
            Description = "A folder of files that you know: copies of them in a scanned folder are left out when every byte is the same.",
        };

        Command scan = new("scan", "Finds what a toy app would do without asking ToyGuard.") { paths, known };
        scan.SetAction(parsed =>
        {
            using AppFiles files = AppFiles.Gather(parsed.GetValue(paths)!, new KnownFiles(parsed.GetValue(known) ?? []));
            using StreamWriter output = new(Console.OpenStandardOutput()) { NewLine = "\n" };
            return new ScanReport(output).Write(files) ? 0 : CommandLine.SomethingIsWrong;
        });
        return scan;
    }
}
