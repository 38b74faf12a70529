namespace ToyGuard.Simulation.Month;

/// <summary>What happened in one month or in several.</summary>
internal sealed class MonthTally
{
    /// <summary>Months.</summary>
    public int Months { get; set; }

    /// <summary>Times something was asked for.</summary>
    public long Asked { get; set; }

    /// <summary>Times it was let out.</summary>
    public long Allowed { get; set; }

    /// <summary>Minutes played.</summary>
    public long Played { get; set; }

    /// <summary>Changes that a guardian made.</summary>
    public long Changes { get; set; }

    /// <summary>Pulled plugs.</summary>
    public long Cuts { get; set; }

    /// <summary>Of these, in the middle of a write.</summary>
    public long CutsInWrites { get; set; }

    /// <summary>Changes of the hour that were lived through.</summary>
    public long HourChanges { get; set; }

    /// <summary>Times the clock was wrong.</summary>
    public long WrongClocks { get; set; }

    /// <summary>Times it was compared that nothing is held without a rule.</summary>
    public long Exact { get; set; }

    /// <summary>Adds another month.</summary>
    public void Add(MonthTally other)
    {
        Months += other.Months;
        Asked += other.Asked;
        Allowed += other.Allowed;
        Played += other.Played;
        Changes += other.Changes;
        Cuts += other.Cuts;
        CutsInWrites += other.CutsInWrites;
        HourChanges += other.HourChanges;
        WrongClocks += other.WrongClocks;
        Exact += other.Exact;
    }
}
