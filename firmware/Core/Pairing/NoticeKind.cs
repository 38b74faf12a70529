namespace ToyGuard.Core.Pairing;

/// <summary>What every guardian is told of until each has seen it (PAIR-06). Flash keeps the number.</summary>
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
}
