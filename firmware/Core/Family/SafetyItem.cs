namespace ToyGuard.Core.Family;

/// <summary>What "Is my toy safely set up?" looks at (INFO-05). Messages carry the word of <see cref="SafetyWords"/>; never renumber.</summary>
public enum SafetyItem : byte
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Somebody else can help when a phone is lost: a second guardian, or the owner code on paper.</summary>
    Spare = 1,

    /// <summary>Every phone has a PIN.</summary>
    Pins = 2,

    /// <summary>The home's Wi-Fi could be joined.</summary>
    Wifi = 3,

    /// <summary>The time is known.</summary>
    Clock = 4,

    /// <summary>The start found nothing amiss with what is kept.</summary>
    Settings = 5,

    /// <summary>No record is missing or altered.</summary>
    Records = 6,

    /// <summary>No place is open in plain text.</summary>
    Plain = 7,

    /// <summary>No place of a third party is open without an end.</summary>
    Ends = 8,

    /// <summary>No toy's maker has stopped mending it.</summary>
    Support = 9,

    /// <summary>No notice is unread.</summary>
    Notices = 10,
}
