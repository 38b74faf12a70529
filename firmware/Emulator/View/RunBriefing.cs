using System.Collections.Generic;
using System.Linq;

using Spectre.Console;
using Spectre.Console.Rendering;

using ToyGuard.Core.Boot;
using ToyGuard.Emulator.Look;

namespace ToyGuard.Emulator.View;

/// <summary>What a hub's run and a toy's run both tell before anything happens.</summary>
internal abstract class RunBriefing : IBriefing
{
    /// <summary>Whether there is a guardian.</summary>
    public required bool IsPaired { get; init; }

    /// <summary>The same in words, with whose settings are in force.</summary>
    public required string PairedWords { get; init; }

    /// <summary>What the start came to.</summary>
    public required BootOutcome Start { get; init; }

    /// <summary>The time as text, or "unknown".</summary>
    public required string Clock { get; init; }

    /// <summary>What listens where.</summary>
    public required IReadOnlyList<Listening> Listens { get; init; }

    /// <summary>Where the virtual board is; null without one.</summary>
    public required string? Board { get; init; }

    /// <summary>Where names are looked up, in words.</summary>
    public required string Resolver { get; init; }

    /// <summary>The lab's CA file, null without one.</summary>
    public required string? AuthorityFile { get; init; }

    /// <summary>What whoever started it should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The line that says what runs here.</summary>
    protected abstract string FirstLine { get; }

    /// <summary>What the picture is headed by.</summary>
    protected abstract string Title { get; }

    /// <summary>What the lab's CA is called for people, and what is said of it.</summary>
    protected abstract (string What, string How) AuthorityWords(string file);

    /// <inheritdoc/>
    public IEnumerable<string> Lines()
    {
        yield return FirstLine;
        yield return BootWords.LineOf(Start);

        foreach (BootFinding finding in Start.Findings)
        {
            yield return BootWords.LineOf(finding);
        }

        foreach (Listening listening in Listens)
        {
            yield return listening.Line;
        }

        if (Board is not null)
        {
            yield return $"board {Board}";
        }

        yield return $"resolver {Resolver}";

        if (AuthorityFile is not null)
        {
            yield return $"ca {AuthorityFile}";
        }

        foreach (string line in ToyLines().Concat(Notes.Select(note => $"note {note}")).Concat(TryTexts()))
        {
            yield return line;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<IRenderable> Parts()
    {
        yield return new Rule(Title) { Justification = Justify.Left, Style = Paint.Frame };
        yield return FactsPicture();

        if (Board is not null)
        {
            yield return new Text($"\nOpen the board, press its button, and begin: {Board}\n", Paint.Strong);
        }

        if (Listens.FirstOrDefault(listening => listening.Service == "page-lan") is Listening page)
        {
            yield return new Text($"\nThe page on a phone in the same network: {page.Url}\n\n", Paint.Strong);
            yield return QrPicture.Of(page.Url);
        }

        foreach (IRenderable part in LastParts())
        {
            yield return part;
        }
    }

    /// <inheritdoc/>
    public virtual IEnumerable<(IRenderable Title, IReadOnlyList<string> Commands)> Tries()
    {
        return [];
    }

    /// <inheritdoc/>
    public virtual string? Take(Happening happening)
    {
        return null;
    }

    /// <inheritdoc/>
    public abstract IRenderable Picture(Tally tally, long lost, int width, int height);

    /// <summary>A line for each toy behind the device.</summary>
    protected virtual IEnumerable<string> ToyLines()
    {
        return [];
    }

    /// <summary>The lines that can be tried.</summary>
    protected virtual IEnumerable<string> TryTexts()
    {
        return [];
    }

    /// <summary>What people are told besides, one fact each.</summary>
    protected virtual IEnumerable<(string What, string How)> LastFacts()
    {
        return [];
    }

    /// <summary>What follows the facts.</summary>
    protected virtual IEnumerable<IRenderable> LastParts()
    {
        return [];
    }

    private Grid FactsPicture()
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap().PadRight(2));
        grid.AddColumn();

        foreach ((string what, string how) in Facts())
        {
            grid.AddRow(new Text(what, Paint.Soft), new Text(how));
        }

        return grid;
    }

    private IEnumerable<(string What, string How)> Facts()
    {
        yield return ("paired", PairedWords);
        yield return ("start", BootWords.WordsOf(Start));

        foreach (BootFinding finding in Start.Findings)
        {
            yield return ("found", BootFindingWords.Of(finding));
        }

        yield return ("clock", Clock);

        foreach (Listening listening in Listens)
        {
            yield return (listening.Service, listening.Words);
        }

        yield return ("names", Resolver);

        if (AuthorityFile is not null)
        {
            yield return AuthorityWords(AuthorityFile);
        }

        foreach ((string what, string how) in Notes.Select(note => ("note", note)).Concat(LastFacts()))
        {
            yield return (what, how);
        }
    }
}
