using System.CommandLine;
using System.Threading.Tasks;

using ToyGuard.Emulator.Commands;

namespace ToyGuard.Maker.Commands;

/// <summary>What can be typed behind the program's name. Exit code 0: nothing is wrong; 1: what was looked at is; 2: wrong use, in one clear line.</summary>
internal static class CommandLine
{
    /// <summary>The exit code for something that has to be changed before it may go into a toy.</summary>
    public const int SomethingIsWrong = 1;

    /// <summary>Reads <paramref name="args"/> and does it.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        RootCommand root = new("ToyGuard for toy makers: is the manifest right, and does the app keep to it, and how does it get onto a board?");
        root.Directives.Clear();
        root.Subcommands.Add(ManifestCommand.Build());
        root.Subcommands.Add(ScanCommand.Build());
        root.Subcommands.Add(FlashCommand.BuildPlan());
        root.Subcommands.Add(FlashCommand.BuildCheck());
        root.Subcommands.Add(FlashCommand.BuildDoctor());
        root.Subcommands.Add(ImageCommand.Build());
        return CommandRun.RunAsync(root, args);
    }
}
