namespace ToyGuard.Core.Storage;

/// <summary>The drive under a flash, as <see cref="FlashEraser"/> needs it.</summary>
public interface IEraseDrive
{
    /// <summary>Deletes every file of the family's, whatever its name, but for the one of <see cref="FlashLayout.Wipe"/>, and but for what outlives a wipe.</summary>
    /// <returns>True when none is left.</returns>
    bool DeleteAll();

    /// <summary>Writes one more filler, a file of its own, durable when this returns.</summary>
    /// <returns>False when the drive took no more.</returns>
    bool Fill(byte[] bytes, int count);

    /// <summary>Deletes the fillers, also those of a run that was cut off.</summary>
    /// <returns>True when none is left.</returns>
    bool DeleteFillers();
}
