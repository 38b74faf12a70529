namespace ToyGuard.Core.Family;

/// <summary>What mends a red item: one thing to do, which a page has its own words and its own way for.</summary>
public enum SafetyFix : byte
{
    /// <summary>Nothing to do: the item is fine.</summary>
    None = 0,

    /// <summary>Pair the device.</summary>
    Pair = 1,

    /// <summary>Invite a second guardian.</summary>
    Invite = 2,

    /// <summary>Set a PIN on the phone that has none.</summary>
    SetPin = 3,

    /// <summary>Choose the Wi-Fi again.</summary>
    ChooseWifi = 4,

    /// <summary>Set the clock from this phone.</summary>
    SetClock = 5,

    /// <summary>Look through the rules, and start the device again.</summary>
    LookAtRules = 6,

    /// <summary>Look at the history.</summary>
    LookAtHistory = 7,

    /// <summary>Close the place that is open in plain text.</summary>
    ClosePlain = 8,

    /// <summary>Close the third party's place, or open it for a time.</summary>
    GiveAnEnd = 9,

    /// <summary>Think about whether the toy should stay online.</summary>
    AskMaker = 10,

    /// <summary>Read the notices.</summary>
    ReadNotices = 11,
}
