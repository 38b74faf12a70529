using System;
using System.CommandLine;
using System.Globalization;
using System.IO;

using ToyGuard.Fakes;
using ToyGuard.Simulation.Cuts;
using ToyGuard.Simulation.Month;
using ToyGuard.Simulation.Wear;

namespace ToyGuard.Simulation;

/// <summary>The command line.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Command cuts = new("cuts", "Pulls the plug everywhere, once and twice, on one core.");
        cuts.SetAction(static _ => Cuts());
        Option<bool> write = new("--write") { Description = "Writes tests/Simulation/results.md." };
        Command wear = new("wear", "Lives through normal days and counts what they cost the flash.") { write };
        wear.SetAction(result => Wear(result.GetValue(write)));
        Option<int> seed = new("--seed") { Description = "Lives through the month of that seed only." };
        Option<bool> writeMonths = new("--write") { Description = "Writes tests/Simulation/month.md." };
        Command month = new("month", "Lives through months of a whole device, each from its seed.") { seed, writeMonths };
        month.SetAction(result => Months(result.GetValue(seed), result.GetValue(writeMonths)));
        RootCommand root = new("A home over a flash that breaks in every way.") { cuts, wear, month };

        return root.Parse(args).Invoke();
    }

    private static int Wear(bool isWritten)
    {
        string page = WearPage.Make();
        Console.Write(page);

        if (isWritten)
        {
            File.WriteAllText(WearPage.Path, page);
        }

        return 0;
    }

    private static int Months(int seed, bool isWritten)
    {
        try
        {
            if (seed != 0)
            {
                MonthTally one = MonthRun.Live(seed, RuleFault.None);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {one.Asked:N0} asked, {one.Allowed:N0} let out, {one.Played:N0} minutes played, {one.Cuts:N0} pulled plugs"));
                return 0;
            }

            string page = MonthPage.Make();
            Console.Write(page);

            if (isWritten)
            {
                File.WriteAllText(MonthPage.Path, page);
            }

            return 0;
        }
        catch (MonthBrokenException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static int Cuts()
    {
        try
        {
            CutTally tally = CutRun.Run();

            foreach (FlashCut cut in Enum.GetValues<FlashCut>())
            {
                (long singles, long doubles) = tally.Of(cut);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cut,-10} {singles,9:N0} once {doubles,9:N0} twice"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Cuts:N0} distinct cuts in {tally.Seconds:0.0} s, {tally.Cuts / tally.Seconds:N0} a second; {tally.Repeats:N0} repeats not counted"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a start: at most {tally.BootCallsMost} calls, {tally.BootBytesMost:N0} bytes read, {tally.BootErasesMost} sectors erased"));
            return 0;
        }
        catch (CutFoundException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
