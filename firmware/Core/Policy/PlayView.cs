namespace ToyGuard.Core.Policy;

/// <summary>How a toy stands with its day, as <see cref="Gate.ShowPlay"/> saw it. The default value shows nothing that is left.</summary>
public readonly struct PlayView
{
    internal PlayView(Reason held)
        : this(held, 0, 0, false, -1, 0, 0, 0)
    {
    }

    internal PlayView(Reason held, int playLeft, int minutesLeft, bool isQuietNext, int wakesIn, int bonusRoom, int bonus, int togetherLeft)
    {
        Held = held;
        PlayLeft = playLeft;
        MinutesLeft = minutesLeft;
        IsQuietNext = isQuietNext;
        WakesIn = wakesIn;
        BonusRoom = bonusRoom;
        Bonus = bonus;
        TogetherLeft = togetherLeft;
    }

    /// <summary>What holds the toy as a whole right now: not paired, a pause, the clock, quiet hours, play time. None when nothing does.</summary>
    public Reason Held { get; }

    /// <summary>Minutes of the day's play time that are left, its own and its children's, whatever holds the toy; -1 without a limit. Having no clock gives no extra time (PCTL-03).</summary>
    public int PlayLeft { get; }

    /// <summary>Minutes until play time is used up or quiet hours begin, whichever is nearer; 0 while it is held, -1 without either.</summary>
    public int MinutesLeft { get; }

    /// <summary>True when quiet hours are the nearer end, or have begun.</summary>
    public bool IsQuietNext { get; }

    /// <summary>Minutes on the clock on the wall until it is awake again by itself; 0 while nothing holds it, -1 when only somebody else can wake it, or nobody knows the time.</summary>
    public int WakesIn { get; }

    /// <summary>The most minutes of bonus that are of use: what fits before quiet hours begin, and what may still be given today; 0 without a limit (experience.md 5.9).</summary>
    public int BonusRoom { get; }

    /// <summary>Minutes that were given on top today.</summary>
    public int Bonus { get; }

    /// <summary>Minutes that a grown-up still plays along; 0 for not.</summary>
    public int TogetherLeft { get; }
}
