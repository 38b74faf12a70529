using ToyGuard.Core.Records;

namespace ToyGuard.Edge.Storage;

/// <summary>Remembers the first thing that a walk through the records found wrong.</summary>
internal sealed class RecordCheck : IRecordReader
{
    /// <summary>Where the walk is.</summary>
    public RecordCursor Cursor { get; } = new RecordCursor();

    /// <summary>What was found first; a torn tail is nothing.</summary>
    public RecordFault Fault { get; private set; }

    /// <summary>The record that it concerns first.</summary>
    public uint Sequence { get; private set; }

    /// <inheritdoc/>
    public void OnRecord(uint sequence, Record record)
    {
    }

    /// <inheritdoc/>
    public void OnUnproved(uint sequence, Record record)
    {
    }

    /// <inheritdoc/>
    public void OnFault(RecordFault fault, uint sequence)
    {
        if (Fault == RecordFault.None && fault != RecordFault.TornTail)
        {
            Fault = fault;
            Sequence = sequence;
        }
    }
}
