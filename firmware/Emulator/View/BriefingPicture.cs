using System.Collections.Generic;
using System.Linq;

using Spectre.Console;
using Spectre.Console.Rendering;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Look;

namespace ToyGuard.Emulator.View;

/// <summary>The briefing as people see it.</summary>
internal static class BriefingPicture
{
    /// <summary>Everything but the commands to try, which must stay as they are.</summary>
    public static IEnumerable<IRenderable> Of(Briefing briefing)
    {
        yield return new Rule("ToyGuard hub") { Justification = Justify.Left, Style = Paint.Frame };
        yield return Facts(briefing);

        if (briefing.Listens.FirstOrDefault(listening => listening.Service == "page-lan") is Listening page)
        {
            yield return new Text($"\nThe page on a phone in the same network: {page.Url}\n\n", Paint.Strong);
            yield return QrPicture.Of(page.Url);
        }

        yield return new Text("\nTry it in another terminal:\n", Paint.Strong);
    }

    /// <summary>The commands to try, those together that play one toy and have one outcome. The title is a shell comment, so that a whole block can be pasted.</summary>
    public static IEnumerable<(IRenderable Title, IReadOnlyList<string> Commands)> TriesOf(Briefing briefing)
    {
        foreach (IGrouping<(string Toy, Reason Expected), TryLine> group in briefing.TryLines.GroupBy(line => (line.Toy, line.Expected)))
        {
            Paragraph title = group.First().IsWithoutVerdict
                ? new Paragraph("# The page, and what our reader makes of it\n", Paint.Soft)
                : new Paragraph($"# {Texts.Shown(group.Key.Toy)} · ", Paint.Soft)
                    .Append(ReasonWords.Of(group.Key.Expected) + "\n", Paint.Of(group.Key.Expected));
            yield return (title, [.. group.Select(line => line.Command)]);
        }
    }

    private static Grid Facts(Briefing briefing)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap().PadRight(2));
        grid.AddColumn();
        AddFact(grid, "paired", briefing.PairedWords);
        AddFact(grid, "start", BootWords.WordsOf(briefing.Start));

        foreach (BootFinding finding in briefing.Start.Findings)
        {
            AddFact(grid, "found", BootFindingWords.Of(finding));
        }

        AddFact(grid, "clock", briefing.Clock);

        foreach (Listening listening in briefing.Listens)
        {
            AddFact(grid, listening.Service, listening.Words);
        }

        AddFact(grid, "names", briefing.Resolver);

        if (briefing.AuthorityFile is not null)
        {
            AddFact(grid, "lab CA", briefing.AuthorityFile);
        }

        foreach (string note in briefing.Notes)
        {
            AddFact(grid, "note", note);
        }

        return grid;
    }

    private static void AddFact(Grid grid, string what, string how)
    {
        grid.AddRow(new Text(what, Paint.Soft), new Text(how));
    }
}
