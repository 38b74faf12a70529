using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;

namespace ToyGuard.Simulation.Month;

/// <summary>The figures of a hundred months as a page.</summary>
internal static class MonthPage
{
    /// <summary>Months that CI lives through.</summary>
    public const int Seeds = 100;

    /// <summary>Months in which a planted mistake has to be found.</summary>
    public const int SeedsToFind = 20;

    /// <summary>Where the page stands.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "..", "..", "month.md"));

    /// <summary>The planted mistakes.</summary>
    public static RuleFault[] Faults { get; } = [.. Enum.GetValues<RuleFault>().Where(fault => fault != RuleFault.None)];

    /// <summary>Lives through all months of the seeds.</summary>
    public static MonthTally Live(int seeds)
    {
        MonthTally all = new();

        for (int seed = 1; seed <= seeds; seed++)
        {
            all.Add(MonthRun.Live(seed, RuleFault.None));
        }

        return all;
    }

    /// <summary>What the first month to find a planted mistake says; null when none does.</summary>
    public static string? Found(RuleFault fault)
    {
        for (int seed = 1; seed <= SeedsToFind; seed++)
        {
            try
            {
                MonthRun.Live(seed, fault);
            }
            catch (MonthBrokenException e)
            {
                return e.Message;
            }
        }

        return null;
    }

    /// <summary>Lives, and writes the page.</summary>
    public static string Make()
    {
        Stopwatch clock = Stopwatch.StartNew();
        MonthTally tally = Live(Seeds);
        StringBuilder page = new();
        page.Append("# A month, a hundred times\n\nWritten by `dotnet run -c Release --project tests/Simulation -- month --write`.\n\n");
        Line(page, $"{tally.Months} months of 30 days, each from its own seed, without a broken invariant, in {clock.Elapsed.TotalSeconds:0} s.\n");
        Line(page, $"| what happened | how often |");
        Line(page, $"|---|---|");
        Line(page, $"| asked: places, open connections, microphones | {tally.Asked:N0} |");
        Line(page, $"| let out | {tally.Allowed:N0} |");
        Line(page, $"| compared in both directions: nothing held without a rule either | {tally.Exact:N0} |");
        Line(page, $"| minutes played | {tally.Played:N0} |");
        Line(page, $"| changes by a guardian | {tally.Changes:N0} |");
        Line(page, $"| pulled plugs | {tally.Cuts:N0} |");
        Line(page, $"| of these in the middle of a write | {tally.CutsInWrites:N0} |");
        Line(page, $"| changes of the hour | {tally.HourChanges:N0} |");
        Line(page, $"| clocks set back by 1 to 40 hours by a phone that is wrong | {tally.WrongClocks:N0} |");
        Line(page, $"| times the network lied by up to 40 hours | {tally.Lies:N0} |");
        Line(page, $"| days that began new counts | {tally.NewDays:N0} |");
        Line(page, $"| tickets that a child spent | {tally.Tickets:N0} |");
        Line(page, $"| toys erased | {tally.Erased:N0} |");
        Line(page, $"| files brought in | {tally.Imports:N0} |");
        Line(page, $"| of these spoilt on the way | {tally.SpoiltFiles:N0} |");
        Line(page, $"| things that happened at the desk of phones | {tally.DeskEvents:N0} |");
        Line(page, $"| wrong PINs | {tally.WrongPins:N0} |");
        page.Append("\nPlanted mistakes, and what found them:\n\n| mistake | found |\n|---|---|\n");

        foreach (RuleFault fault in Faults)
        {
            Line(page, $"| {fault} | {Found(fault) ?? "not found"} |");
        }

        return page.ToString();
    }

    private static void Line(StringBuilder page, FormattableString text)
    {
        page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Here([CallerFilePath] string path = "")
    {
        return path;
    }
}
