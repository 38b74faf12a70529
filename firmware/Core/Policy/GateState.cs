using ToyGuard.Core.Times;

namespace ToyGuard.Core.Policy;

/// <summary>All that a verdict depends on beside its question: pairing, pauses, the time, the toys.</summary>
/// <remarks>Set it up before it is handed to a <see cref="Gate"/>; from then on only the gate changes it.</remarks>
public sealed class GateState
{
    // By number of a child: minutes played on the counted day with all its toys, and minutes given on top.
    private readonly int[] _playedBy = new int[ChildRules.NumberMax + 1];
    private readonly int[] _bonusOf = new int[ChildRules.NumberMax + 1];
    private ToyState[] _toys = new ToyState[0];
    private int _poweredMinutes;

    /// <summary>A home with these toys, not paired, nothing paused, the time not known. Toy number 1 is the first.</summary>
    public GateState(ToyState[] toys)
    {
        Toys = toys;
    }

    /// <summary>True once a guardian exists (DEF-02).</summary>
    public bool IsPaired { get; set; }

    /// <summary>True while a guardian has everything paused (PCTL-07).</summary>
    public bool IsEverythingPaused { get; set; }

    /// <summary>The minute that this pause ends in, as <see cref="Moment.Minute"/>; 0 until somebody lifts it, below 0 once it was seen to be over.</summary>
    public int PausedUntil { get; set; }

    /// <summary>The wall time.</summary>
    public Moment Now { get; set; }

    /// <summary>The latest day that anything was counted for, as <see cref="Moment.Day"/>; 0 when none yet. Keep it together with the counts.</summary>
    public int CountedDay { get; set; }

    /// <summary>The half hour of a new toy; null while none is introduced.</summary>
    public Introduction? Introduction { get; set; }

    /// <summary>The delete-request that is being sent; null where none ever is.</summary>
    public IEraseInHand? Erase { get; set; }

    /// <summary>Minutes that there was power since the counted day began; stops at the largest number there is. Keep it together with the counts.</summary>
    public int PoweredMinutes
    {
        get { return _poweredMinutes; }
        set { _poweredMinutes = value < 0 ? 0 : value; }
    }

    /// <summary>The toys; number n stands at n - 1. Null means none.</summary>
    public ToyState[] Toys
    {
        get { return _toys; }
        set { _toys = value ?? new ToyState[0]; }
    }

    /// <summary>The toy with <paramref name="number"/>, from 1; null when there is none.</summary>
    public ToyState? ToyAt(int number)
    {
        return number >= 1 && number <= _toys.Length ? _toys[number - 1] : null;
    }

    /// <summary>Minutes that a child played on the counted day, with all its toys; 0 for a number that none can have.</summary>
    public int PlayedBy(int child)
    {
        return IsChild(child) ? _playedBy[child] : 0;
    }

    /// <summary>Minutes that were given on top to a child on the counted day; 0 for a number that none can have.</summary>
    public int BonusOf(int child)
    {
        return IsChild(child) ? _bonusOf[child] : 0;
    }

    /// <summary>Minutes of play that a toy has left of the counted day, by its own limit and by those of its children; -1 without any. Allocates nothing.</summary>
    public int LeftOf(ToyState toy)
    {
        int left = Left(toy.PlayMinutes.On(CountedDay), toy.BonusToday, toy.PlayedToday);

        for (int i = 0; i < toy.Children.Length; i++)
        {
            ChildRules child = toy.Children[i];

            // What was given for a toy of several children is no child's own.
            int bonus = _bonusOf[child.Number] + (toy.Children.Length > 1 ? toy.BonusToday : 0);
            left = DayMinutes.Fewer(left, Left(child.PlayMinutes.On(CountedDay), bonus, _playedBy[child.Number]));
        }

        return left;
    }

    /// <summary>True while a pause that ends in a minute is on; without an end, and while nobody knows the time, it is.</summary>
    internal static bool IsPauseOn(int untilMinute, Moment now)
    {
        return untilMinute == 0 || !now.IsKnown || now.Minute < untilMinute;
    }

    /// <summary>Counts at least these minutes for a child.</summary>
    internal void TakePlayedBy(int child, int minutes)
    {
        if (IsChild(child) && minutes > _playedBy[child])
        {
            _playedBy[child] = minutes;
        }
    }

    /// <summary>Gives back what was given on top to a child before a restart.</summary>
    internal void TakeBonusOf(int child, int minutes)
    {
        if (IsChild(child) && minutes > _bonusOf[child])
        {
            _bonusOf[child] = minutes > Gate.BonusMinutesMax ? Gate.BonusMinutesMax : minutes;
        }
    }

    /// <summary>Counts minutes of play for a toy and for every child whose rules it has; not while a grown-up plays along.</summary>
    internal void AddPlay(ToyState toy, int minutes)
    {
        if (minutes < 1 || toy.IsTogetherAt(Now))
        {
            return;
        }

        toy.AddPlay(minutes);

        for (int i = 0; i < toy.Children.Length; i++)
        {
            int child = toy.Children[i].Number;
            _playedBy[child] = minutes > int.MaxValue - _playedBy[child] ? int.MaxValue : _playedBy[child] + minutes;
        }
    }

    /// <summary>Gives a toy, and the child whose it is, more of the counted day; false for no minutes, without a limit, or past <see cref="Gate.BonusMinutesMax"/> in all.</summary>
    internal bool GiveBonus(ToyState toy, int minutes)
    {
        int child = toy.Children.Length == 1 ? toy.Children[0].Number : 0;

        if (minutes < 1 || LeftOf(toy) < 0 || minutes > Gate.BonusMinutesMax - toy.BonusToday || minutes > Gate.BonusMinutesMax - _bonusOf[child])
        {
            return false;
        }

        toy.BonusToday += minutes;
        _bonusOf[child] += child == 0 ? 0 : minutes;
        return true;
    }

    /// <summary>Notes what is over: agreements, approvals and pauses.</summary>
    internal void EndWhatIsOver(int nowMinute)
    {
        if (IsEverythingPaused && PausedUntil > 0 && PausedUntil <= nowMinute)
        {
            IsEverythingPaused = false;
            PausedUntil = -PausedUntil;
        }

        for (int number = 1; number <= _toys.Length; number++)
        {
            ToyAt(number)?.EndWhatIsOver(nowMinute);
        }
    }

    /// <summary>Forgets what every toy and every child used of the day.</summary>
    internal void BeginDay()
    {
        PoweredMinutes = 0;

        for (int child = 0; child < _playedBy.Length; child++)
        {
            _playedBy[child] = 0;
            _bonusOf[child] = 0;
        }

        for (int number = 1; number <= _toys.Length; number++)
        {
            ToyAt(number)?.BeginDay();
        }
    }

    /// <summary>Forgets all that was used of the day, and who plays along.</summary>
    internal void Forget()
    {
        BeginDay();

        for (int number = 1; number <= _toys.Length; number++)
        {
            ToyAt(number)?.Forget();
        }
    }

    // Minutes played may be as many as there are.
    private static int Left(int limit, int bonus, int played)
    {
        return limit < 0 ? DayMinutes.NoLimit : played >= limit + bonus ? 0 : limit + bonus - played;
    }

    private static bool IsChild(int number)
    {
        return number >= 1 && number <= ChildRules.NumberMax;
    }
}
