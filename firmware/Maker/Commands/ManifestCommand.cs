using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;

using ToyGuard.Maker.Manifests;

namespace ToyGuard.Maker.Commands;

/// <summary>Checks manifests as every toy and hub reads them, and says what a parent will read about them.</summary>
internal static class ManifestCommand
{
    public static Command Build()
    {
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Manifests, one JSON file each." };
        Option<bool> watch = new("--watch") { Description = "Again each time one is saved, with what a parent will read, until Ctrl-C." };
        Command check = new("check", "Finds everything that is wrong with a manifest: line, reason, and what to write instead.") { files, watch };
        check.SetAction((parsed, ended) => System.Threading.Tasks.Task.FromResult(Check(parsed.GetValue(files)!, parsed.GetValue(watch), ended)));

        Argument<string> file = new("FILE") { Description = "A manifest." };
        Command explain = new("explain", "Says what a parent will read about a manifest.") { file };
        explain.SetAction(parsed => Explain(parsed.GetValue(file)!));

        return new Command("manifest", "What a toy's maker declares: the most that the toy may ever do.") { check, explain };
    }

    private static int Check(string[] files, bool isWatched, CancellationToken ended)
    {
        using StreamWriter output = Output();

        if (isWatched)
        {
            new ManifestWatch(files).Run(output, ended);
            return 0;
        }

        // All are there before any is judged, and all are judged.
        ManifestFile[] read = [.. files.Select(ManifestFile.Read)];
        bool areAllUsable = true;

        foreach (ManifestFile file in read)
        {
            areAllUsable &= file.WriteCheck(output);
        }

        return areAllUsable ? 0 : CommandLine.SomethingIsWrong;
    }

    private static int Explain(string path)
    {
        using StreamWriter output = Output();
        ManifestFile file = ManifestFile.Read(path);

        if (file.Reading.Manifest is null)
        {
            file.WriteCheck(output);
            return CommandLine.SomethingIsWrong;
        }

        foreach (string line in Explanation.Of(file.Reading.Manifest))
        {
            output.WriteLine(line);
        }

        return 0;
    }

    private static StreamWriter Output()
    {
        return new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
    }
}
