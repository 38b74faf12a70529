using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Emulator.Ask;
using ToyGuard.Emulator.Toys;

namespace ToyGuard.Emulator.Commands;

/// <summary>Asks the gate about targets, without any network: one JSON line for each, in the order in which they came.</summary>
/// <remarks>It is the hub's own gate, so it also counts: a seventeenth name under one wildcard is one too many here as well.</remarks>
internal static class AskCommand
{
    public static Command Build()
    {
        Option<string?> manifests = new("--manifests") { HelpName = "DIR", Description = "Folder of manifests; without it the two sample toys." };
        Option<string> toy = new("--toy") { HelpName = "NAME", Description = "The toy that asks: its manifest's file name without .json.", Required = true };
        Option<bool> paired = new("--paired") { Description = "As if a guardian had accepted all first-party https and tls places." };
        Option<string?> clock = new("--clock") { HelpName = "ISO|unknown", Description = "The local time; without it now." };
        Argument<string[]> targets = new("TARGET")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "host:port (a TLS hello) or a URL (its own scheme). Without any, lines of standard input.",
        };

        Command ask = new("ask", "Asks the gate about targets, without any network.") { manifests, toy, paired, clock, targets };
        ask.SetAction(parsed =>
        {
            IReadOnlyList<DeclaredToy> folder = ToyFolder.Read(parsed.GetValue(manifests));
            int number = ToyHome.NumberOf(folder, parsed.GetValue(toy)!, "--toy");
            ClockSetting now = ClockSetting.Read(parsed.GetValue(clock));
            Acceptance accepted = parsed.GetValue(paired) ? Acceptance.OwnTls : Acceptance.NotPaired;
            Gate gate = new(FirstSettings.StateOf(FirstSettings.Of(folder, accepted), folder, now.AsMoment()), new VerdictCounters());
            AnswerAll(gate, number, parsed.GetValue(targets) ?? []);
            return 0;
        });
        return ask;
    }

    private static void AnswerAll(Gate gate, int toy, string[] targets)
    {
        using Stream input = targets.Length == 0 ? Console.OpenStandardInput() : Stream.Null;
        using StreamWriter output = new(Console.OpenStandardOutput()) { NewLine = "\n", AutoFlush = true };
        AskTarget target = new();
        GateQuery query = new() { Toy = toy };

        foreach (byte[] line in targets.Length == 0 ? AskLines.Read(input) : targets.Select(Encoding.UTF8.GetBytes))
        {
            target.Read(line, query);
            output.WriteLine(AskAnswer.Line(line, gate.Ask(query)));
        }
    }
}
