using System;
using System.CommandLine;
using System.Linq;

using ToyGuard.Fuzz.Targets;

namespace ToyGuard.Fuzz.Commands;

/// <summary>What can be typed behind the program's name.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        RootCommand root = new("Throws bytes at ToyGuard's readers, guided by which paths through them the bytes find.")
        {
            RunOnTargets(), Oracle(), Planted(), Record(),
        };

        return root.Parse(args).Invoke();
    }

    private static Command RunOnTargets()
    {
        Argument<string> target = new("TARGET") { Description = "all, or one of: " + string.Join(", ", TargetList.Names) };
        target.AcceptOnlyFromAmong(TargetList.Names.Append("all").ToArray());
        Option<long> inputs = Inputs(1_000_000);
        Option<ulong> seed = Seed();
        Option<string> corpus = CorpusFolder();
        Option<bool> write = Write();
        Command run = new("run", "Looks for inputs on which a reader breaks a rule.") { target, inputs, seed, corpus, write };
        run.SetAction(parsed => RunCommand.Run(
            parsed.GetValue(target) == "all" ? TargetList.Names : new[] { parsed.GetValue(target)! }, parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(corpus)!,
            parsed.GetValue(write)));

        return run;
    }

    private static Command Oracle()
    {
        Option<long> inputs = Inputs(1_000_000);
        Option<ulong> seed = Seed();
        Option<string> corpus = CorpusFolder();
        Option<bool> write = Write();
        Command oracle = new("oracle", "Looks for a ClientHello that the second reader reads otherwise than ours.") { inputs, seed, corpus, write };
        oracle.SetAction(parsed => OracleCommand.Run(parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(corpus)!, parsed.GetValue(write)));

        return oracle;
    }

    private static Command Planted()
    {
        Option<long> inputs = Inputs(300_000);
        Option<ulong> seed = Seed();
        Option<bool> write = Write();
        Command planted = new("planted", "Looks for the bugs that were planted, and for none in their healthy twins.") { inputs, seed, write };
        planted.SetAction(parsed => PlantedCommand.Run(parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(write)));

        return planted;
    }

    private static Command Record()
    {
        Option<string> corpus = CorpusFolder();
        Command record = new("record", "Records what the clients that are installed here say first, as seeds for the others.") { corpus };
        record.SetAction(parsed => RecordCommand.Run(parsed.GetValue(corpus)!));

        return record;
    }

    private static Option<long> Inputs(long usual)
    {
        return new Option<long>("--inputs") { HelpName = "N", Description = "Inputs for each.", DefaultValueFactory = _ => usual };
    }

    private static Option<ulong> Seed()
    {
        return new Option<ulong>("--seed") { HelpName = "S", Description = "The same seed makes the same inputs.", DefaultValueFactory = static _ => 1 };
    }

    private static Option<string> CorpusFolder()
    {
        return new Option<string>("--corpus") { HelpName = "DIR", Description = "Folder of seeds, one below it for each target.", DefaultValueFactory = static _ => Folders.Corpus() };
    }

    private static Option<bool> Write()
    {
        return new Option<bool>("--write") { Description = "Keeps the table in tests/Fuzz/results.md." };
    }
}
