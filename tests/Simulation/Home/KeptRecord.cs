using System.Collections.Generic;

using ToyGuard.Core.Records;

namespace ToyGuard.Simulation.Home;

/// <summary>A record as it is kept.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Record">What it says.</param>
internal readonly record struct KeptRecord(uint Sequence, Record Record);

/// <summary>Gathers what a walk over the records tells.</summary>
internal sealed class RecordList : IRecordReader
{
    /// <summary>All that are proved, oldest first.</summary>
    public List<KeptRecord> Records { get; } = [];

    /// <summary>What was wrong, and from where on. The torn piece that a power cut leaves is nothing wrong.</summary>
    public List<(RecordFault Fault, uint Sequence)> Faults { get; } = [];

    /// <inheritdoc/>
    public void OnRecord(uint sequence, Record record)
    {
        Records.Add(new KeptRecord(sequence, record));
    }

    /// <inheritdoc/>
    public void OnUnproved(uint sequence, Record record)
    {
    }

    /// <inheritdoc/>
    public void OnFault(RecordFault fault, uint sequence)
    {
        if (fault != RecordFault.TornTail)
        {
            Faults.Add((fault, sequence));
        }
    }
}
