namespace ToyGuard.Core.Policy;

/// <summary>All that a verdict depends on beside its question: pairing, pauses, the time, the toys.</summary>
/// <remarks>Set it up before it is handed to a <see cref="Gate"/>; from then on only the gate changes it.</remarks>
public sealed class GateState
{
    private ToyState[] _toys = new ToyState[0];

    /// <summary>A home with these toys, not paired, nothing paused, the time not known. Toy number 1 is the first.</summary>
    public GateState(ToyState[] toys)
    {
        Toys = toys;
    }

    /// <summary>True once a guardian exists (DEF-02).</summary>
    public bool IsPaired { get; set; }

    /// <summary>True while a guardian has everything paused (PCTL-07).</summary>
    public bool IsEverythingPaused { get; set; }

    /// <summary>The wall time.</summary>
    public Moment Now { get; set; }

    /// <summary>The latest day that anything was counted for, as <see cref="Moment.Day"/>; 0 when none yet. Keep it together with the counts.</summary>
    public int CountedDay { get; set; }

    /// <summary>The half hour of a new toy; null while none is introduced.</summary>
    public Introduction? Introduction { get; set; }

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

    /// <summary>Notes which agreements to sensors are over.</summary>
    internal void EndAgreements(int nowMinute)
    {
        for (int number = 1; number <= _toys.Length; number++)
        {
            ToyAt(number)?.EndAgreements(nowMinute);
        }
    }

    /// <summary>Forgets what every toy used of its day.</summary>
    internal void BeginDay()
    {
        for (int number = 1; number <= _toys.Length; number++)
        {
            ToyAt(number)?.BeginDay();
        }
    }
}
