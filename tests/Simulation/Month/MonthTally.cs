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

    /// <summary>Files that were brought in.</summary>
    public long Imports { get; set; }

    /// <summary>Files that were spoilt on the way.</summary>
    public long SpoiltFiles { get; set; }

    /// <summary>Tickets that a child spent.</summary>
    public long Tickets { get; set; }

    /// <summary>Toys that were erased.</summary>
    public long Erased { get; set; }

    /// <summary>Things that happened at the desk of phones.</summary>
    public long DeskEvents { get; set; }

    /// <summary>Wrong PINs.</summary>
    public long WrongPins { get; set; }

    /// <summary>Times that the network lied.</summary>
    public long Lies { get; set; }

    /// <summary>Days that began new counts.</summary>
    public long NewDays { get; set; }

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
        Imports += other.Imports;
        SpoiltFiles += other.SpoiltFiles;
        Tickets += other.Tickets;
        Erased += other.Erased;
        DeskEvents += other.DeskEvents;
        WrongPins += other.WrongPins;
        Lies += other.Lies;
        NewDays += other.NewDays;
    }
}
