namespace ToyGuard.Core.Storage;

/// <summary>How a journal was found.</summary>
public enum JournalStatus : byte
{
    /// <summary>Nothing was ever kept here, or flash came back empty.</summary>
    Empty = 0,

    /// <summary>Base and entries all read whole.</summary>
    Whole = 1,

    /// <summary>The last entry was cut off while it was written; all before it was read.</summary>
    TornTail = 2,

    /// <summary>The base, or entries in the middle, are lost. What could be read was.</summary>
    Damaged = 3,
}
