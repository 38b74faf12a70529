using System.Collections.Generic;

using Spectre.Console.Rendering;

namespace ToyGuard.Emulator.View;

/// <summary>What a run tells before anything happens, and how it shows what does: as lines for scripts, as pictures for people.</summary>
internal interface IBriefing
{
    /// <summary>Everything as log lines, each beginning with one word that says what it is.</summary>
    IEnumerable<string> Lines();

    /// <summary>The same as people see it, but for the commands to try, which must stay as they are.</summary>
    IEnumerable<IRenderable> Parts();

    /// <summary>Commands to try, in groups under a title. Often none.</summary>
    IEnumerable<(IRenderable Title, IReadOnlyList<string> Commands)> Tries();

    /// <summary>Hears of everything that happens, before it is shown.</summary>
    /// <returns>What has to be said beside its own line, as a line of its own; null for nothing.</returns>
    string? Take(Happening happening);

    /// <summary>The moving part.</summary>
    /// <param name="tally">What happened until now.</param>
    /// <param name="lost">How much could not be counted.</param>
    /// <param name="width">Characters of the terminal's lines.</param>
    /// <param name="height">The terminal's lines.</param>
    IRenderable Picture(Tally tally, long lost, int width, int height);
}
