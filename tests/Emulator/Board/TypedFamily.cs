using System;
using System.Linq;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Board;

/// <summary>A family that types what it wants into a run with --commands.</summary>
internal sealed class TypedFamily
{
    private static readonly string[] s_answers = ["done", "saved", "granted", "refused", "tightened", "settings"];

    private readonly EmulatorRun _run;

    public TypedFamily(EmulatorRun run)
    {
        _run = run;
    }

    /// <summary>Types a line and gives its answer: each is answered before the next is read.</summary>
    public string Type(string line)
    {
        int before = _run.Lines.Count(IsAnswer);
        _run.Type(line);
        _run.Line(_ => _run.Lines.Count(IsAnswer) > before);
        return _run.Lines.Last(IsAnswer);
    }

    /// <summary>Whether all is paused, and everything else that is set.</summary>
    public (bool IsPaused, string Others) Kept()
    {
        const string Paused = "\"everythingPaused\":true";
        string text = Type("settings");
        text = text[text.IndexOf("\"paired\"", StringComparison.Ordinal)..];
        bool isPaused = text.Contains(Paused, StringComparison.Ordinal);
        return (isPaused, text.Replace(isPaused ? Paused : Paused.Replace("true", "false", StringComparison.Ordinal), "", StringComparison.Ordinal));
    }

    /// <summary>Changes something until the power fails in the middle of a write, so many times; nothing else that is set may change by it.</summary>
    public void LiveThroughBrownOuts(BoardClient board, int times)
    {
        (bool isPaused, string set) = Kept();

        for (int seed = 1; seed <= times; seed++)
        {
            int failures = _run.Count("power", " off");
            board.Do("brown-out", $$"""{"seed":{{seed}}}""");
            bool isTorn = false;

            // Change after change, until one of them is the one that is torn: that one may be done or not.
            for (int i = 0; i < 200 && !isTorn; i++)
            {
                isTorn = !Type(isPaused ? "resume all" : "pause all").StartsWith("saved", StringComparison.Ordinal);
                isPaused = isTorn ? isPaused : !isPaused;
            }

            _run.Line(_ => _run.Count("power", " off") > failures);
            _run.Line(_ => _run.Count("power", " on") > failures);
            (isPaused, string now) = Kept();
            Assert.AreEqual(set, now, "seed " + seed);
        }
    }

    private static bool IsAnswer(string line)
    {
        return s_answers.Contains(line.Split(' ')[0]);
    }
}
