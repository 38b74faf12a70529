namespace ToyGuard.Core.Settings;

/// <summary>Why kept settings were not taken. Records keep the number: add at the end of a group, never renumber.</summary>
public enum SettingsFault : byte
{
    /// <summary>They were taken.</summary>
    None = 0,

    /// <summary>There are none.</summary>
    Missing = 1,

    /// <summary>They end too early.</summary>
    TooShort = 2,

    /// <summary>Something follows behind their end.</summary>
    TooLong = 3,

    /// <summary>A schema that never was.</summary>
    SchemaUnknown = 4,

    /// <summary>A schema of a newer version than this one.</summary>
    SchemaNewer = 5,

    // 10-19: a field that is out of its range.

    /// <summary>A flag that does not exist.</summary>
    Flags = 10,

    /// <summary>Records kept for longer than anybody may keep them.</summary>
    Retention = 11,

    /// <summary>More toys than a home may have.</summary>
    ToyCount = 12,

    /// <summary>A name that no toy may have.</summary>
    Name = 13,

    /// <summary>Two toys of one name.</summary>
    NameTwice = 14,

    /// <summary>More play time than a day has.</summary>
    PlayTime = 15,

    /// <summary>An age band that does not exist.</summary>
    AgeBand = 16,

    /// <summary>Quiet hours that are none, or more than a toy may have.</summary>
    QuietHours = 17,

    /// <summary>More approvals than a toy may have, or none that could be one.</summary>
    Approvals = 18,

    /// <summary>Quiet hours, approvals or consents out of order, twice, or not apart: not as anybody writes them.</summary>
    Spelling = 19,

    // 20-29: more of them.

    /// <summary>More consents to sensors than a toy may have, or one that ends before it could begin.</summary>
    Consents = 20,

    /// <summary>A zone that no rule of a zone spells.</summary>
    Zone = 21,

    /// <summary>A child out of its ranges, twice, or out of order; or a toy given to one that there is not.</summary>
    Child = 22,

    /// <summary>More tickets than a toy may have.</summary>
    Tickets = 23,

    /// <summary>An end of a pause or an approval that is none.</summary>
    EndMinute = 24,
}
