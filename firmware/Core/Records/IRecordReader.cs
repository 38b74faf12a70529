namespace ToyGuard.Core.Records;

/// <summary>Is told of records, oldest first, and of what is wrong with them.</summary>
public interface IRecordReader
{
    /// <summary>A record as it was added.</summary>
    /// <param name="sequence">Its number. Numbers rise from record to record and may skip; see <see cref="RecordRing.HeadSequence"/>.</param>
    /// <param name="record">What it says.</param>
    void OnRecord(uint sequence, Record record);

    /// <summary>What stands where a record was, behind a fault in the same segment. Nothing proves that it is the one that was added: show it as such or not at all.</summary>
    /// <param name="sequence">The number it would have.</param>
    /// <param name="record">What it says.</param>
    void OnUnproved(uint sequence, Record record);

    /// <summary>Something is wrong here.</summary>
    /// <param name="fault">What.</param>
    /// <param name="sequence">The number of the first record that it concerns.</param>
    void OnFault(RecordFault fault, uint sequence);
}
