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

    /// <summary>What was given to a toy that is erased comes back when a toy of its name is there again.</summary>
    ErasedBonusStays,

    /// <summary>A ticket gives its minutes, and stays.</summary>
    TicketTwice,

    /// <summary>A pause with an end never ends.</summary>
    PauseHasNoEnd,

    /// <summary>A pause with an end ends an hour early.</summary>
    PauseEndsEarly,

    /// <summary>A yes for a time is a yes for ever.</summary>
    ApprovalHasNoEnd,

    /// <summary>A yes that was over comes back when the clock goes back.</summary>
    ApprovalRevives,

    /// <summary>Each toy of a child has all of the child's minutes.</summary>
    ChildSharesNothing,

    /// <summary>A toy of several children has the rules of the first of them only.</summary>
    SharedToyHasOneChild,

    /// <summary>Minutes of play are those of tomorrow's weekday.</summary>
    WrongWeekday,

    /// <summary>Who plays along does so for four hours, whatever was said.</summary>
    TogetherHasNoEnd,

    /// <summary>Who played along still does after a pulled plug.</summary>
    TogetherOutlivesPower,

    /// <summary>A time of the network counts as a guardian's.</summary>
    NetworkConfirms,

    /// <summary>The network moves the clock as far as it likes.</summary>
    NetworkMovesFar,

    /// <summary>A later day begins new counts, whoever says that it is one.</summary>
    RefillsUnconfirmed,

    /// <summary>A file brings in a toy that was erased here.</summary>
    ImportAddsToys,

    /// <summary>An import ends the pauses that the file does not know.</summary>
    ImportEndsPauses,

    /// <summary>A phone that was removed is there again after the next start.</summary>
    RemovedPhoneStays,

    /// <summary>Wrong PINs are forgotten with the power.</summary>
    TriesEndWithPower,

    /// <summary>Coming back leaves the lost phone's key in force.</summary>
    OldKeyStays,

    /// <summary>A pass for days is one for ever.</summary>
    PassHasNoEnd,
}
