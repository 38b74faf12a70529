using ToyGuard.Core.Records;

namespace ToyGuard.Core.Pairing;

/// <summary>The rest of the device, as the desk needs it. Called with the desk's lock held: come back soon, and do not call the desk.</summary>
public interface IDeskHome
{
    /// <summary>The device is on the home's Wi-Fi.</summary>
    bool IsJoined { get; }

    /// <summary>The time in seconds since 1970 in UTC; 0 while nobody knows. Passes end by it, notices carry it.</summary>
    long UtcSeconds { get; }

    /// <summary>The first guardian is saved: settings say paired from now on. Called again at the next start when it failed or was cut off; nothing to do where they do.</summary>
    /// <returns>True once that is saved.</returns>
    bool OnFirstGuardian();

    /// <summary>Shows the code of ten bytes on the display, as a link and as text; null takes it away.</summary>
    void ShowCode(byte[]? code10);

    /// <summary>Adds a record.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="reason">A number whose meaning depends on the kind.</param>
    /// <param name="first">Another.</param>
    void Note(RecordKind kind, int reason, int first);

    /// <summary>Erases everything of the family's (DEL-01); the desk reads its own part again afterwards.</summary>
    /// <param name="kept">What the eraser's mark carries across and puts into <see cref="Storage.FlashLayout.FamilyA"/> when all is erased: the hash of the owner code. Null for nothing.</param>
    /// <returns>False when not all of it could be erased.</returns>
    bool Wipe(byte[]? kept);
}
