namespace ToyGuard.Core.Pairing;

/// <summary>Why a sealed question was not carried out. The words for it are <see cref="WhyWords"/>; numbers stay as they are.</summary>
public enum Why : byte
{
    /// <summary>It was carried out.</summary>
    None = 0,

    /// <summary>The question is unfit, or does not belong into this channel.</summary>
    Bad = 1,

    /// <summary>There is no such operation.</summary>
    UnknownOp = 2,

    /// <summary>This phone's role may not do it.</summary>
    Role = 3,

    /// <summary>It takes a session that was opened with the PIN.</summary>
    Pin = 4,

    /// <summary>The device has to be pressed within 60 s; then confirm again.</summary>
    Press = 5,

    /// <summary>The PIN was wrong.</summary>
    WrongPin = 6,

    /// <summary>Too many wrong PINs: wait.</summary>
    Wait = 7,

    /// <summary>What it belongs to is over.</summary>
    Expired = 8,

    /// <summary>No room.</summary>
    Full = 9,

    /// <summary>The last guardian cannot go.</summary>
    LastGuardian = 10,

    /// <summary>The device was wiped by its button; the owner code of before is needed too.</summary>
    OwnerCode = 11,

    /// <summary>No PIN.</summary>
    PinEmpty = 12,

    /// <summary>Fewer than six digits, or than eight characters.</summary>
    PinShort = 13,

    /// <summary>More than 64 characters.</summary>
    PinLong = 14,

    /// <summary>Among the first that anybody would try.</summary>
    PinCommon = 15,

    /// <summary>Neighbours in a row, as 456789.</summary>
    PinSequence = 16,

    /// <summary>The same again and again.</summary>
    PinRepeats = 17,

    /// <summary>Flash did not take it; all is as it was.</summary>
    NotSaved = 18,

    /// <summary>Something else is under way.</summary>
    Busy = 19,

    /// <summary>No such phone, toy or notice.</summary>
    Unknown = 20,
}
