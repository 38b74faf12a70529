namespace ToyGuard.Core.Pairing;

/// <summary>What every guardian is told of until each has seen it (PAIR-06, INFO-03). Flash keeps the number.</summary>
public enum NoticeKind : byte
{
    /// <summary>No notice.</summary>
    None = 0,

    /// <summary>A phone joined by an invitation.</summary>
    Joined = 1,

    /// <summary>A phone came back with a new browser, by code and PIN.</summary>
    CameBack = 2,

    /// <summary>A phone was taken out.</summary>
    Removed = 3,

    /// <summary>Somebody said that this phone's PIN is forgotten: the wait runs.</summary>
    ForgotBegun = 4,

    /// <summary>That wait is over, and the phone has a new PIN.</summary>
    ForgotDone = 5,

    /// <summary>A guardian took away a phone's PIN.</summary>
    PinReset = 6,

    /// <summary>A Wi-Fi network was added.</summary>
    WifiAdded = 7,

    /// <summary>Another device in the home answers to this one's name.</summary>
    NameConflict = 8,

    /// <summary>Many wrong PINs came from this phone.</summary>
    WrongPins = 9,

    // From here on with the toy, where there is one, and who did it.

    /// <summary>A rule is looser than it was, and it was none of the next two.</summary>
    RuleLoosened = 10,

    /// <summary>A place that a toy may reach was opened.</summary>
    PlaceOpened = 11,

    /// <summary>A use of a sensor was agreed to, or agreed to for longer.</summary>
    SensorAgreed = 12,

    /// <summary>The maker's manifest lists another place or sensor than before; it waits for a guardian (EGR-07).</summary>
    ManifestChanged = 13,

    /// <summary>Settings were read from a file.</summary>
    Imported = 14,

    /// <summary>All that was kept of a toy was erased.</summary>
    ToyErased = 15,

    /// <summary>A toy is being introduced: for half an hour it reaches what it tries.</summary>
    ToyIntroduced = 16,

    /// <summary>A phone set the clock back.</summary>
    ClockSetBack = 17,

    /// <summary>Settings were found damaged or gone, and the strict ones are in force.</summary>
    SettingsDamaged = 18,

    /// <summary>Records were found missing or altered.</summary>
    RecordsDamaged = 19,

    /// <summary>A thing on the hub's own Wi-Fi was made a toy.</summary>
    ThingJoined = 20,
}
