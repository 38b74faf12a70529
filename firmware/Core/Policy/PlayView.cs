namespace ToyGuard.Core.Policy;

/// <summary>How a toy stands with its day, as <see cref="Gate.ShowPlay"/> saw it. The default value shows nothing that is left.</summary>
public readonly struct PlayView
{
    internal PlayView(Reason held, int playLeft, int minutesLeft, bool isQuietNext)
    {
        Held = held;
        PlayLeft = playLeft;
        MinutesLeft = minutesLeft;
        IsQuietNext = isQuietNext;
    }

    /// <summary>What holds the toy as a whole right now: not paired, a pause, the clock, quiet hours, play time. None when nothing does.</summary>
    public Reason Held { get; }

    /// <summary>Minutes of the day's play time that are left, whatever holds the toy; -1 without a limit. Having no clock gives no extra time (PCTL-03).</summary>
    public int PlayLeft { get; }

    /// <summary>Minutes until play time is used up or quiet hours begin, whichever is nearer; 0 while it is held, -1 without either.</summary>
    public int MinutesLeft { get; }

    /// <summary>True when quiet hours are the nearer end, or have begun.</summary>
    public bool IsQuietNext { get; }
}
