using Spectre.Console;
using Spectre.Console.Rendering;

using ToyGuard.Core.Boot;
using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.View;

/// <summary>The last line of a picture: how to end it, and what there is to say besides.</summary>
internal static class LabLine
{
    /// <summary>The line, beginning with <paramref name="beginning"/>.</summary>
    public static Text Of(string beginning, Tally tally, long lost, int answerMax)
    {
        string line = beginning + " Ctrl-C ends.";

        if (lost > 0)
        {
            line += $" {lost} more happened too fast to show.";
        }

        if (tally.LatestFailure is ServiceFailed failure)
        {
            line += $" {failure.Service} failed: {Texts.Shown(failure.Fault)}";
        }

        if (tally.LatestFinding != BootFinding.None)
        {
            line += $" Found: {BootFindingWords.Of(tally.LatestFinding)}.";
        }

        if (tally.LatestAnswer is string answer)
        {
            line += $" > {Cut(Texts.Shown(answer), answerMax)}";
        }

        return new Text(line, Paint.Soft);
    }

    /// <summary>The link that the device shows, for a phone's camera and for whoever clicks; null while it shows none.</summary>
    public static IRenderable? LinkOf(Tally tally)
    {
        return tally.Link.Length == 0 ? null : new Rows(new Text(tally.Link, Paint.Strong), QrPicture.Of(tally.Link));
    }

    /// <summary>A text that is at most so long.</summary>
    public static string Cut(string text, int lengthMax)
    {
        return text.Length <= lengthMax ? text : text[..(lengthMax - 1)] + "…";
    }
}
