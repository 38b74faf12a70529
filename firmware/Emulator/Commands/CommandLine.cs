using System.CommandLine;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Commands;

/// <summary>What can be typed behind the program's name.</summary>
internal static class CommandLine
{
    /// <summary>Reads <paramref name="args"/> and does it.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        return CommandRun.RunAsync(Build(), args);
    }

    private static Task<int> RunAsync(RunSettings settings)
    {
        return settings.IsToy ? ToyCommand.RunAsync(settings) : RunCommand.RunAsync(settings);
    }

    private static RootCommand Build()
    {
        RunOptions options = new();
        RootCommand root = new("ToyGuard's hub, or a toy that guards itself, on this machine, with real sockets and a lab network.");
        root.Directives.Clear();
        options.AddTo(root);
        root.SetAction((parsed, _) => RunAsync(options.Read(parsed)));
        root.Subcommands.Add(AskCommand.Build());
        root.Subcommands.Add(InspectCommand.Build());
        root.Subcommands.Add(SettingsCommand.Build());
        root.Subcommands.Add(RecordsCommand.Build());
        return root;
    }
}
