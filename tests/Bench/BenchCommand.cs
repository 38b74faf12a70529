using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;

using ToyGuard.Bench.Benches;
using ToyGuard.Bench.Load;
using ToyGuard.Bench.Report;
using ToyGuard.Bench.Running;

namespace ToyGuard.Bench;

/// <summary>The command line, and one run of the benches it names.</summary>
internal static class BenchCommand
{
    private const int RoundsStandard = 3;

    private static readonly IBench[] All =
    [
        new VerdictBench(), new DnsBench(), new DnsFairnessBench(), new RelayConnectBench(), new RelayBulkBench(), new RelaySilenceBench(),
        new RelayIdleBench(), new PageBench(), new CutsBench(), new SlowClientsBench(),
    ];

    /// <summary>The command with its options, and the load tool as a hidden command of its own.</summary>
    public static RootCommand Build()
    {
        Option<string[]> only = new("--only") { HelpName = "NAME", Description = "Only this bench: " + string.Join(", ", All.Select(bench => bench.Name)) + ". May be repeated." };
        Option<int> rounds = new("--rounds") { HelpName = "N", Description = "How often both sides take turns.", DefaultValueFactory = _ => RoundsStandard };
        Option<bool> quick = new("--quick") { Description = "Under a minute, with floors at a third: that everything runs, not how fast." };
        Option<string?> output = new("--out") { HelpName = "FILE", Description = "Where the table goes; without it a complete run writes tests/Bench/results.md." };
        Argument<string[]> words = new("words") { Arity = ArgumentArity.OneOrMore };
        Command load = new("load", "The load tool, as the benches start it.") { Hidden = true };
        RootCommand root = new("Measures ToyGuard beside dnsmasq and nginx, in turns, in one run, on loopback.");

        load.Arguments.Add(words);
        load.SetAction(parsed => LoadTool.Run(parsed.GetValue(words)!));
        root.Subcommands.Add(load);
        root.Options.Add(only);
        root.Options.Add(rounds);
        root.Options.Add(quick);
        root.Options.Add(output);
        root.SetAction(parsed => Run(parsed.GetValue(only) ?? [], parsed.GetValue(rounds), parsed.GetValue(quick), parsed.GetValue(output)));
        return root;
    }

    private static int Run(string[] only, int rounds, bool isQuick, string? output)
    {
        string? unknown = only.FirstOrDefault(name => !All.Any(bench => bench.Name == name));

        if (unknown is not null || rounds is < 1 or > 99 || !OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine(unknown is not null ? $"--only: there is no bench '{unknown}'" : rounds is < 1 or > 99 ? "--rounds: 1 to 99" : "the benches need Linux");
            return 2;
        }

        using BenchRun run = new(rounds, isQuick);
        IEnumerable<IBench> chosen = All.Where(bench => only.Length == 0 || only.Contains(bench.Name));

        foreach (IBench bench in chosen)
        {
            RunOne(bench, run);
        }

        if (output is null && only.Length == 0 && !isQuick)
        {
            output = Path.Combine(Repository(), "tests", "Bench", "results.md");
        }

        if (output is not null)
        {
            File.WriteAllText(output, run.Results.ToMarkdown());
            Console.WriteLine("written: " + Path.GetFileName(output));
        }

        Console.WriteLine(run.Results.Verdict());
        return run.Results.IsAllHeld ? 0 : 1;
    }

    private static void RunOne(IBench bench, BenchRun run)
    {
        Tool[] missing = [.. bench.Tools.Where(tool => tool.Find() is null)];

        if (missing.Length > 0)
        {
            run.Results.Skip(bench.Name, missing);
            return;
        }

        try
        {
            Console.WriteLine($"{bench.Name}: {bench.About}");
            bench.Run(run);
        }
        catch (Exception e) when (e is BenchFailedException or IOException or System.Net.Sockets.SocketException)
        {
            run.Results.Fail(bench.Name, e.Message);
        }
    }

    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;

        while (folder is not null && !File.Exists(Path.Combine(folder, "ToyGuard.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? Directory.GetCurrentDirectory();
    }
}
