using System.Collections.Generic;
using System.Globalization;

using Spectre.Console.Rendering;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.InToy;

/// <summary>What a toy's run tells before anything happens, and how it shows what does.</summary>
internal sealed class ToyBriefing : RunBriefing
{
    private readonly ToyScene _scene = new();

    /// <summary>A briefing on the toy with that manifest.</summary>
    public ToyBriefing(Manifest manifest)
    {
        Manifest = manifest;
    }

    /// <summary>The toy's.</summary>
    public Manifest Manifest { get; }

    /// <summary>True where keys of the terminal play child and guardian.</summary>
    public required bool HasKeys { get; init; }

    /// <inheritdoc/>
    protected override string FirstLine
    {
        get { return $"toy {Words.Value(Manifest.Model)} name={Words.Quoted(Manifest.Name)} paired={(IsPaired ? "yes" : "no")} clock={Clock}"; }
    }

    /// <inheritdoc/>
    protected override string Title
    {
        get { return "ToyGuard in a toy"; }
    }

    /// <inheritdoc/>
    public override string? Take(Happening happening)
    {
        bool isNew = _scene.Add(happening);

        return isNew && happening is VerdictGiven verdict && verdict.Reason != Reason.Allowed
            ? $"parent {happening.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture)} words={Words.Readable(ParentWords.Of(Manifest, verdict, _scene))}"
            : null;
    }

    /// <inheritdoc/>
    public override IRenderable Picture(Tally tally, long lost, int width, int height)
    {
        return ToyPicture.Of(this, _scene, tally, lost, width, height);
    }

    /// <inheritdoc/>
    protected override (string What, string How) AuthorityWords(string file)
    {
        return ("trusts", file + ", the lab's CA, and nobody else");
    }

    /// <inheritdoc/>
    protected override IEnumerable<(string What, string How)> LastFacts()
    {
        return HasKeys ? [("keys", ToyKeys.Help)] : [];
    }
}
