namespace ToyGuard.Core.Policy;

/// <summary>All that a verdict depends on beside its question: pairing, pauses, the time, the toys.</summary>
/// <remarks>Set it up before it is handed to a <see cref="Gate"/>; from then on only the gate changes it.</remarks>
public sealed class GateState
{
    /// <summary>A home with these toys, not paired, nothing paused, the time not known. Toy number 1 is the first.</summary>
    public GateState(ToyState[] toys)
    {
        Toys = toys;
    }

    /// <summary>True once a guardian exists (DEF-02).</summary>
    public bool IsPaired { get; set; }

    /// <summary>True while a guardian has everything paused.</summary>
    public bool IsEverythingPaused { get; set; }

    /// <summary>The wall time.</summary>
    public Moment Now { get; set; }

    /// <summary>The latest day that anything was counted for, as <see cref="Moment.Day"/>; 0 when none yet. Keep it together with the counts.</summary>
    public int CountedDay { get; set; }

    /// <summary>The toys; number n stands at n - 1.</summary>
    public ToyState[] Toys { get; set; }
}
