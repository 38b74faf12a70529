namespace ToyGuard.Core.Records;

/// <summary>What a record tells of (LOG-01). Flash and exports keep the number: add at the end of a group, never renumber, never reuse.</summary>
public enum RecordKind : byte
{
    /// <summary>No event. The ring uses the number for rows of its own, so nobody can add a record of this kind.</summary>
    None = 0,

    // 1-9: starting.

    /// <summary>The device started. Reason: the stage of the boot ladder.</summary>
    DeviceStarted = 1,

    /// <summary>This start was a good one.</summary>
    BootMarkedGood = 2,

    /// <summary>Too many bad starts: the ladder went to another stage. Reason: which; first number: bad starts.</summary>
    LadderStageEntered = 3,

    /// <summary>The device computes wrong, or could not start. Reason: what the start found.</summary>
    StartFailed = 4,

    // 10-19: settings.

    /// <summary>A guardian's change is saved. First number: its sequence.</summary>
    SettingsSaved = 10,

    /// <summary>A change was not taken. Reason: why.</summary>
    SettingsRefused = 11,

    /// <summary>Settings were found damaged, and the strict ones are in force. Reason: what was wrong.</summary>
    SettingsDamaged = 12,

    /// <summary>One of the two copies of the settings was damaged, and was written again from the other.</summary>
    SettingsRepaired = 13,

    /// <summary>What was used of the day could not be read; the day counts as used up.</summary>
    UsageUnknown = 14,

    /// <summary>Agreements to sensors went from the settings, since they were over. First number: the sequence of what was saved.</summary>
    ConsentsOver = 15,

    /// <summary>A phone changed something. Reason: which operation; first number: the phone; second: 1 when rules are looser by it.</summary>
    RuleChanged = 16,

    // 20-29: calls.

    /// <summary>Calls were held. Toy, endpoint and reason say which, the first number how many, the second within how many seconds.</summary>
    CallsHeld = 20,

    // 30-39: the clock.

    /// <summary>The clock was set. First number: by how many seconds, 0 when no time was known before.</summary>
    ClockSet = 30,

    // 40-49: what failed.

    /// <summary>A service failed and was started again. Reason: which.</summary>
    ServiceFailed = 40,

    /// <summary>Flash did not take what was to be kept.</summary>
    FlashFailed = 41,

    // 50-59: wiping.

    /// <summary>A wipe began.</summary>
    WipeBegun = 50,

    /// <summary>A wipe is done.</summary>
    WipeDone = 51,

    // 60-69: the records themselves.

    /// <summary>The check found records missing. First number: from which sequence on.</summary>
    RecordsLost = 60,

    /// <summary>The check found records altered. First number: the sequence of the first.</summary>
    RecordsAltered = 61,

    // 70-79: the family's phones. The first number is the phone's, unless something else is said.

    /// <summary>A phone signed in. Reason: 1 with its PIN, 0 without.</summary>
    SignedIn = 70,

    /// <summary>A wrong PIN (reason 8), or wrong codes while a window was open (reason 1, first number: how many).</summary>
    TryFailed = 71,

    /// <summary>A press opened a window. Reason: 0 for a claim, 1 for a family that is known.</summary>
    WindowOpened = 72,

    /// <summary>A phone joined. Reason: 1 the first guardian, 2 by an invitation.</summary>
    PhoneJoined = 73,

    /// <summary>A phone has a new key. Reason: 3 welcome back, 5 by a ticket, 6 after a forgotten PIN.</summary>
    PhoneMoved = 74,

    /// <summary>A phone was taken out.</summary>
    PhoneRemoved = 75,

    /// <summary>A phone changed its PIN.</summary>
    PinChanged = 76,

    /// <summary>The wait for a forgotten PIN began.</summary>
    ForgotBegun = 77,

    /// <summary>It was stopped.</summary>
    ForgotStopped = 78,

    /// <summary>A loosening was confirmed. Reason: which operation.</summary>
    LooseningConfirmed = 79,

    // 80-99: kept free for what is to come, so that nobody takes the numbers.

    /// <summary>Reserved: a sensor was used.</summary>
    SensorUsed = 80,

    /// <summary>Reserved: the software was updated.</summary>
    Updated = 90,
}
