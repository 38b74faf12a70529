namespace ToyGuard.Core.Records;

/// <summary>Counts what is wrong, and cares for nothing else. What a power cut left behind the last record is nothing wrong.</summary>
internal sealed class FaultCount : IRecordReader
{
    internal int Faults { get; private set; }

    public void OnRecord(uint sequence, Record record)
    {
    }

    public void OnUnproved(uint sequence, Record record)
    {
    }

    public void OnFault(RecordFault fault, uint sequence)
    {
        Faults += fault == RecordFault.TornTail ? 0 : 1;
    }
}
