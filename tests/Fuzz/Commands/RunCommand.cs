using System;
using System.Globalization;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Fuzz.Targets;

namespace ToyGuard.Fuzz.Commands;

/// <summary>Runs the loop on targets, from the seeds in a folder, and keeps there what it found worth keeping.</summary>
internal static class RunCommand
{
    public static int Run(string[] targets, long inputs, ulong seed, string corpus, bool isWritten)
    {
        Table table = NewTable("run");
        int found = 0;

        foreach (string name in targets)
        {
            Tally tally = RunOne(TargetList.Make(name), inputs, seed, new SeedFolder(corpus, name));
            AddTo(table, tally);
            found += tally.Finding is null ? 0 : 1;
        }

        table.Print();

        if (isWritten)
        {
            table.WriteTo(Folders.Results());
        }

        return found == 0 ? 0 : 1;
    }

    /// <summary>The columns of a run.</summary>
    public static Table NewTable(string heading)
    {
        return new Table(heading, "target", "inputs", "inputs/s", "edges", "corpus", "got past", "share past", "read whole", "slowest: steps, bytes", "seed", "found", "day");
    }

    /// <summary>A run's row.</summary>
    public static void AddTo(Table table, Tally tally)
    {
        table.Add(
            tally.Target, Table.Number(tally.Inputs), Table.Number(tally.InputsASecond), Table.Number(tally.Edges), Table.Number(tally.Corpus), tally.Hurdle,
            tally.PastShare.ToString("P1", CultureInfo.InvariantCulture), Table.Number(tally.Complete), $"{Table.Number(tally.SlowestSteps)}, {Table.Number(tally.SlowestLength)}",
            tally.Seed.ToString(CultureInfo.InvariantCulture), tally.Finding is null ? "nothing" : tally.Finding.What,
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>One target's run. What it finds is told at once.</summary>
    public static Tally RunOne(Target target, long inputs, ulong seed, SeedFolder folder)
    {
        Campaign campaign = new(target, seed);
        Tally tally = campaign.Run(inputs, folder.Read());
        folder.Keep(campaign.Corpus.Inputs);

        if (tally.Finding is not null)
        {
            Console.WriteLine(tally.Finding);
        }

        return tally;
    }
}
