namespace ToyGuard.Simulation.Month;

/// <summary>A mistake about a family's rules, made on purpose around the real device. Each must be found by a month of the simulation.</summary>
internal enum RuleFault
{
    /// <summary>None: the device as it is.</summary>
    None,

    /// <summary>Pauses end with the power.</summary>
    PausesEndWithPower,

    /// <summary>A start begins the day anew: a pulled plug gives back what was used.</summary>
    StartRefills,

    /// <summary>A clock that goes back to another day begins it anew.</summary>
    ClockBackRefills,

    /// <summary>While the time is not known, the last one known counts.</summary>
    LastTimeStays,

    /// <summary>The change of the hour is not followed: from that night on rules are an hour off.</summary>
    NoSummerTime,

    /// <summary>Minutes given for a day are given again the next one.</summary>
    BonusStays,

    /// <summary>A bonus that is asked for once is given twice.</summary>
    BonusTwice,

    /// <summary>What a guardian loosens is in force, whether it could be saved or not.</summary>
    EagerLoosening,

    /// <summary>A loosening is done at its first message, without the second.</summary>
    NoSecondMessage,

    /// <summary>A file that is imported counts as it is, looser or not.</summary>
    ImportLoosens,

    /// <summary>An agreement to a sensor that was over comes back when the clock goes back.</summary>
    AgreementRevives,

    /// <summary>A start approves all of the maker's own places, those that were withdrawn too.</summary>
    StartApproves,

    /// <summary>Names of held hosts go to flash.</summary>
    HeldNamesKept,

    /// <summary>A connection that is open is not asked about again.</summary>
    OpenConnectionStays,

    /// <summary>A toy that was erased comes back as it was.</summary>
    ErasedComesBack,
}
