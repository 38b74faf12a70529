namespace ToyGuard.Core.Boot;

/// <summary>What a start found amiss. Records keep the number: add in the gaps, never renumber.</summary>
public enum BootFinding : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    // 1-9: settings.

    /// <summary>One of the two copies of the settings was damaged, and was written anew from the other.</summary>
    SettingsRepaired = 1,

    /// <summary>One copy of the settings is damaged and could not be written anew.</summary>
    SettingsOneCopy = 2,

    /// <summary>Both copies of the settings are damaged: nothing is approved, nobody is paired.</summary>
    SettingsDamaged = 3,

    /// <summary>The settings are of a newer version of this program, which this one cannot read: nothing is approved.</summary>
    SettingsNewer = 4,

    /// <summary>There are no settings where there were some: nothing is approved, nobody is paired.</summary>
    SettingsLost = 5,

    /// <summary>The settings were of an older version of this program. What that did not know got its most private value.</summary>
    SettingsOlder = 6,

    // 10-19: what was used of the day.

    /// <summary>What was used of the day is lost or damaged: it counts as used up until the next day.</summary>
    UsageUnknown = 10,

    // 20-29: records.

    /// <summary>A record was altered, or taken out, or put elsewhere.</summary>
    RecordsAltered = 20,

    // 30-39: the boots themselves.

    /// <summary>Three or more boots in a row went wrong: the last good settings are in force.</summary>
    LadderLastGood = 30,

    /// <summary>Five or more boots in a row went wrong: everything is held.</summary>
    LadderSafe = 31,

    /// <summary>How the last boots went is not known.</summary>
    BootsUnknown = 32,

    // 40-49: the flash.

    /// <summary>The flash takes no bytes: nothing that a guardian loosens will last.</summary>
    FlashNotWritable = 40,

    /// <summary>The start itself failed at something that the flash holds or did: everything is held.</summary>
    StartFailed = 41,

    // 50-59: wiping.

    /// <summary>A wipe that had been cut off was ended.</summary>
    WipeFinished = 50,

    /// <summary>A wipe that had been cut off could not be ended: everything is held, nobody is paired.</summary>
    WipeUnfinished = 51,

    // 60-69: the device itself.

    /// <summary>The device computes wrong: everything is held.</summary>
    SelfCheckFailed = 60,

    // 70-79: delete-requests.

    /// <summary>What services were asked to delete does not read: nobody is told any more.</summary>
    DeletesLost = 70,
}
