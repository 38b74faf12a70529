namespace ToyGuard.Fakes;

/// <summary>How an area is broken, for good or until it is mended. The first five are LittleFS's bad blocks.</summary>
public enum FlashFault : byte
{
    /// <summary>It works.</summary>
    None = 0,

    /// <summary>Programming says false and does nothing; erasing works.</summary>
    ProgramFails = 1,

    /// <summary>Erasing says false and does nothing; programming works where it is erased.</summary>
    EraseFails = 2,

    /// <summary>Cannot be read.</summary>
    ReadFails = 3,

    /// <summary>Programming says true and does nothing.</summary>
    ProgramIgnored = 4,

    /// <summary>Erasing says true and does nothing, so that the new is programmed over the old: only bits that are one in both stay one.</summary>
    EraseIgnored = 5,

    /// <summary>Neither erases nor programs, and says so.</summary>
    Stuck = 6,

    /// <summary>Neither erases nor programs, and says that it did.</summary>
    Ignoring = 7,
}
