using System;
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
    // Below this there is no room for all columns: time and kind of question are left out, and a verdict takes up to three lines.
    private const int WideEnough = 120;

    /// <param name="briefing">What was told at the start.</param>
    /// <param name="tally">What happened until now.</param>
    /// <param name="lost">How much could not be counted.</param>
    /// <param name="width">Characters of the terminal's lines.</param>
    /// <param name="height">The terminal's lines.</param>
    public static IRenderable Of(Briefing briefing, Tally tally, long lost, int width, int height)
    {
        bool isWide = width >= WideEnough;
        int rowsMax = Math.Clamp((height - OtherLinesOf(briefing)) / (isWide ? 1 : 3), 3, 20);
        return new Rows(Toys(briefing, tally), LabLine.LinkOf(tally) ?? Verdicts(tally, rowsMax, isWide), LabLine.Of($"Lab resolver asked {tally.ResolverTimes}×, only for open names; lab servers reached {tally.ServerTimes}×.", tally, lost, 100));
    }

    // Two frames with their heads, a row for each toy and one for unknown ones, the last line and a spare one.
    private static int OtherLinesOf(Briefing briefing)
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
            AddCounts(table, tally, toy.Name, NameOf(toy.Name), addresses, $"{accepted} of {accepted + waiting} accepted");
        }

        AddCounts(table, tally, "", NameOf(""), "elsewhere", "none");
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

    private static Table Verdicts(Tally tally, int rowsMax, bool isWide)
    {
        Table table = isWide ? NewTable("time", "toy", "asked", "host", "verdict") : NewTable("toy", "host", "verdict");
        table.Columns[^1].NoWrap = false;

        foreach (VerdictGiven verdict in tally.Recent.TakeLast(rowsMax).Reverse())
        {
            Text time = new(verdict.Time.ToString("HH:mm:ss", CultureInfo.InvariantCulture), Paint.Soft);
            Text toy = new(NameOf(verdict.Toy));
            Text asked = new(Words.AskedOf(verdict.Kind) + (verdict.Port == 0 ? "" : $" :{verdict.Port}"));
            Text host = new(verdict.Host.Length == 0 ? "–" : LabLine.Cut(verdict.Host, 36));
            Text words = new(ReasonWords.Of(verdict.Reason), Paint.Of(verdict.Reason));
            table.AddRow(isWide ? [time, toy, asked, host, words] : [toy, host, words]);
        }

        if (table.Rows.Count == 0)
        {
            table.AddRow(new Text(""), new Text("nothing yet", Paint.Soft));
        }

        return table;
    }

    private static string NameOf(string toy)
    {
        return toy.Length == 0 ? "unknown toy" : LabLine.Cut(Texts.Shown(toy), 20);
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
