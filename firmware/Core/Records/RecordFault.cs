namespace ToyGuard.Core.Records;

/// <summary>What a walk through the records finds wrong, each at the sequence of the first record that it concerns.</summary>
public enum RecordFault : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Behind the last record stand bytes that are none: the power went while one was being added. No record that was answered as added is missing.</summary>
    TornTail = 1,

    /// <summary>This is not the row that was written here: it was altered, moved, or a row before it was taken out.</summary>
    RowAltered = 2,

    /// <summary>From here on rows are missing.</summary>
    RowsLost = 3,

    /// <summary>The header of the segment that begins here is not as it was written, or cannot be read. Its rows prove nothing.</summary>
    SegmentAltered = 4,

    /// <summary>The segment that began here is gone, or another one stands in its place.</summary>
    SegmentLost = 5,

    /// <summary>The segment that begins here does not follow from the one before it: one of the two was put in.</summary>
    SegmentUnlinked = 6,
}
