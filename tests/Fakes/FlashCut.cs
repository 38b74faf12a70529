namespace ToyGuard.Fakes;

/// <summary>What a power cut leaves of the call that it met.</summary>
public enum FlashCut : byte
{
    /// <summary>What was done so far, byte by byte; the area ends there.</summary>
    Prefix = 0,

    /// <summary>The same, but the area already has its new length, and what was not programmed reads 0xFF.</summary>
    Filled = 1,

    /// <summary>As <see cref="Prefix"/>, and the next byte has only some of its bits, the sector under erase only some of its ones.</summary>
    TornByte = 2,

    /// <summary>The page under the cut, or the sector under erase, holds chance between what it held and what it should hold.</summary>
    TornPage = 3,

    /// <summary>Any of the call's sectors and pieces are done, in no order.</summary>
    Reordered = 4,

    /// <summary>Nothing of a call is there before all of it is: LittleFS's files.</summary>
    OldOrNew = 5,

    /// <summary>A replaced area is empty until all of the new is there: a file that is created anew. An addition as <see cref="OldOrNew"/>.</summary>
    Emptied = 6,
}
