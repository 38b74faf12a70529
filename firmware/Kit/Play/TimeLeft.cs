using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Play;

/// <summary>The play time of a toy, and its gentle end: a word at ten minutes, a word at two, then the running piece may finish (PCTL-04).</summary>
/// <remarks>Any thread may call. What is played is counted at the <see cref="Gate"/>, which keeps it.</remarks>
public sealed class TimeLeft
{
    /// <summary>How long a piece that runs may go on after the time is over.</summary>
    public const int FinishMs = 90 * 1000;

    private readonly Gate _gate;
    private readonly int _toy;

    /// <summary>The play time of the toy with number <paramref name="toy"/>, from 1.</summary>
    public TimeLeft(Gate gate, int toy)
    {
        _gate = gate ?? throw new ArgumentNullException(nameof(gate));
        _toy = toy;
    }

    /// <summary>Whole minutes that are left until play time or quiet hours end it; -1 is no end in sight, 0 is over.</summary>
    public int MinutesLeft { get; private set; }

    /// <summary>Why no piece may begin now; Allowed when one may.</summary>
    public Reason Why { get; private set; } = Reason.ClockUnknown;

    /// <summary>True while a piece runs that must not stop now. False at once when a guardian pauses, and 90 s after the time is over.</summary>
    public bool MayGoOn { get; private set; }

    /// <summary>How loud the toy may be, in percent: a fifth less after each warning.</summary>
    public int VolumePercent { get; private set; } = 100;

    /// <summary>What the child hears when it asks: "18 minutes left".</summary>
    public string Words { get; } = "";

    /// <summary>Begins a piece, a story for instance, if there is time.</summary>
    /// <returns>Allowed when it may; else why not.</returns>
    public Reason BeginPiece(long nowMs)
    {
        return _toy < 1 || _gate is null ? Reason.UnknownToy : Why;
    }

    /// <summary>Ends the piece; nothing happens when none runs.</summary>
    public void EndPiece(long nowMs)
    {
        MayGoOn = false;
    }

    /// <summary>Counts what was played and looks at the time: call it every 50 ms or so.</summary>
    /// <returns>What has to be told now; each once, in the order of the numbers.</returns>
    public TimeSign Turn(long nowMs)
    {
        return MayGoOn ? TimeSign.Over : TimeSign.None;
    }
}
