using System;
using System.Collections.Generic;
using System.Globalization;

using Spectre.Console.Rendering;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Look;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.InToy;

/// <summary>What a toy's run tells before anything happens, and how it shows what does.</summary>
internal sealed class ToyBriefing : IBriefing
{
    private readonly ToyScene _scene = new();

    /// <summary>A briefing on the toy with that manifest.</summary>
    public ToyBriefing(Manifest manifest)
    {
        Manifest = manifest;
    }

    /// <summary>The toy's.</summary>
    public Manifest Manifest { get; }

    /// <summary>Whether there is a guardian.</summary>
    public required bool IsPaired { get; init; }

    /// <summary>The same in words, with whose settings are in force.</summary>
    public required string PairedWords { get; init; }

    /// <summary>What the start came to.</summary>
    public required BootOutcome Start { get; init; }

    /// <summary>The time as text, or "unknown".</summary>
    public required string Clock { get; init; }

    /// <summary>What listens where: the page, and nothing else.</summary>
    public required IReadOnlyList<Listening> Listens { get; init; }

    /// <summary>Where names are looked up, in words.</summary>
    public required string Resolver { get; init; }

    /// <summary>The lab's CA file, null without one.</summary>
    public required string? AuthorityFile { get; init; }

    /// <summary>What whoever started it should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>True where keys of the terminal play child and guardian.</summary>
    public required bool HasKeys { get; init; }

    /// <inheritdoc/>
    public IEnumerable<string> Lines()
    {
        yield return $"toy {Words.Value(Manifest.Model)} name={Words.Quoted(Manifest.Name)} paired={(IsPaired ? "yes" : "no")} clock={Clock}";
        yield return BootWords.LineOf(Start);

        foreach (BootFinding finding in Start.Findings)
        {
            yield return BootWords.LineOf(finding);
        }

        foreach (Listening listening in Listens)
        {
            yield return listening.Line;
        }

        yield return $"resolver {Resolver}";

        if (AuthorityFile is not null)
        {
            yield return $"ca {AuthorityFile}";
        }

        foreach (string note in Notes)
        {
            yield return $"note {note}";
        }
    }

    /// <inheritdoc/>
    public IEnumerable<IRenderable> Parts()
    {
        return ToyPicture.Of(this);
    }

    /// <inheritdoc/>
    public IEnumerable<(IRenderable Title, IReadOnlyList<string> Commands)> Tries()
    {
        return [];
    }

    /// <inheritdoc/>
    public string? Take(Happening happening)
    {
        bool isNew = _scene.Add(happening);

        return isNew && happening is VerdictGiven verdict && verdict.Reason != Reason.Allowed
            ? $"parent {happening.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture)} words={Words.Readable(ParentWords.Of(Manifest, verdict, _scene))}"
            : null;
    }

    /// <inheritdoc/>
    public IRenderable Picture(Tally tally, long lost, int width, int height)
    {
        return ToyPicture.Of(this, _scene, tally, lost, width, height);
    }
}
