using ToyGuard.Fuzz.Loop;
using ToyGuard.Fuzz.Targets;

namespace ToyGuard.Fuzz.Commands;

/// <summary>Runs the loop on our reader of ClientHellos with the second one beside it, from the seeds of the first.</summary>
internal static class OracleCommand
{
    public static int Run(long inputs, ulong seed, string corpus, bool isWritten)
    {
        Tally tally = RunCommand.RunOne(new OracleTarget(), inputs, seed, new SeedFolder(corpus, "hello"));
        Table table = RunCommand.NewTable("oracle");
        RunCommand.AddTo(table, tally);
        table.Print();

        if (isWritten)
        {
            table.WriteTo(Folders.Results());
        }

        return tally.Finding is null ? 0 : 1;
    }
}
