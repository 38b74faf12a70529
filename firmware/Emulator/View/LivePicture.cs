using System.Globalization;
using System.Linq;

using Spectre.Console;
using Spectre.Console.Rendering;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Toys;

namespace ToyGuard.Emulator.View;

/// <summary>The moving part of the view: toys with their counts, the latest verdicts, and what reached the lab.</summary>
internal static class LivePicture
{
    /// <param name="briefing">What was told at the start.</param>
    /// <param name="tally">What happened until now.</param>
    /// <param name="lost">How much could not be counted.</param>
    /// <param name="rowsMax">The most verdicts to show.</param>
    public static IRenderable Of(Briefing briefing, Tally tally, long lost, int rowsMax)
    {
        return new Rows(Toys(briefing, tally), Verdicts(tally, rowsMax), Lab(tally, lost));
    }

    /// <summary>Lines that are no verdicts: two frames with their heads, a row for each toy and one for unknown ones, the last line and a spare one.</summary>
    public static int OtherLinesOf(Briefing briefing)
    {
        const int Frames = 8;
        const int Rest = 4;
        return Frames + briefing.Toys.Count + Rest;
    }

    private static Table Toys(Briefing briefing, Tally tally)
    {
        Table table = NewTable("toy", "address", "places", "open", "waiting", "closed");

        foreach (EmulatedToy toy in briefing.Toys)
        {
            (int accepted, int waiting) = briefing.PlacesOf(toy);
            string addresses = toy.Addresses.Count == 0 ? "nowhere" : string.Join(", ", toy.Addresses);
            AddCounts(table, tally, toy.Name, $"{Texts.Shown(toy.Manifest.Name)} ({Texts.Shown(toy.Name)})", addresses, $"{accepted} accepted, {waiting} waiting");
        }

        AddCounts(table, tally, "", "unknown toys", "elsewhere", "none");
        return table;
    }

    private static void AddCounts(Table table, Tally tally, string toy, string name, string addresses, string places)
    {
        table.AddRow(
            new Text(name),
            new Text(addresses, Paint.Soft),
            new Text(places, Paint.Soft),
            Count("open"),
            Count("waiting"),
            Count("closed"));

        Text Count(string state)
        {
            int count = tally.Of(toy, state);
            return new Text(count.ToString(CultureInfo.InvariantCulture), count == 0 ? Paint.Soft : Paint.Of(state));
        }
    }

    private static Table Verdicts(Tally tally, int rowsMax)
    {
        Table table = NewTable("time", "toy", "asked", "host", "verdict");
        table.Columns[^1].NoWrap = false;

        foreach (VerdictGiven verdict in tally.Recent.TakeLast(rowsMax).Reverse())
        {
            table.AddRow(
                new Text(verdict.Time.ToString("HH:mm:ss", CultureInfo.InvariantCulture), Paint.Soft),
                new Text(verdict.Toy.Length == 0 ? "unknown" : Cut(Texts.Shown(verdict.Toy), 20)),
                new Text(Words.AskedOf(verdict.Kind) + (verdict.Port == 0 ? "" : $" :{verdict.Port}")),
                new Text(verdict.Host.Length == 0 ? "–" : Cut(verdict.Host, 36)),
                new Text(ReasonWords.Of(verdict.Reason), Paint.Of(verdict.Reason)));
        }

        if (table.Rows.Count == 0)
        {
            table.AddRow(new Text(""), new Text("nothing yet", Paint.Soft));
        }

        return table;
    }

    private static Text Lab(Tally tally, long lost)
    {
        string line = $"Lab resolver asked {tally.ResolverTimes}×, lab servers reached {tally.ServerTimes}×. Held names reach neither. Ctrl-C ends.";

        if (lost > 0)
        {
            line += $" {lost} more happened too fast to show.";
        }

        if (tally.LatestFailure is ServiceFailed failure)
        {
            line += $" {failure.Service} failed: {Texts.Shown(failure.Fault)}";
        }

        return new Text(line, Paint.Soft);
    }

    private static string Cut(string text, int lengthMax)
    {
        return text.Length <= lengthMax ? text : text[..(lengthMax - 1)] + "…";
    }

    private static Table NewTable(params string[] columns)
    {
        Table table = new() { Border = TableBorder.Rounded, BorderStyle = Paint.Frame, Expand = true };

        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, Paint.Strong)).NoWrap());
        }

        return table;
    }
}
