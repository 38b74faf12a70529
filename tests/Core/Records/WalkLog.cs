using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Records;

/// <summary>Writes down what a walk tells.</summary>
public sealed class WalkLog : IRecordReader
{
    private const int Max = 2500;

    public int Count { get; private set; }

    public int UnprovedCount { get; private set; }

    public int FaultCount { get; private set; }

    public uint[] Sequences { get; } = new uint[Max];

    public Record[] Records { get; } = new Record[Max];

    public uint[] UnprovedSequences { get; } = new uint[Max];

    public int[] Faults { get; } = new int[Max];

    public uint[] Places { get; } = new uint[Max];

    /// <summary>Everything that a ring tells now.</summary>
    public static WalkLog Of(RecordRing ring)
    {
        WalkLog log = new WalkLog();
        ring.Walk(log);
        return log;
    }

    public void OnRecord(uint sequence, Record record)
    {
        Sequences[Count] = sequence;
        Records[Count] = record;
        Count++;
    }

    public void OnUnproved(uint sequence, Record record)
    {
        UnprovedSequences[UnprovedCount] = sequence;
        UnprovedCount++;
    }

    public void OnFault(RecordFault fault, uint sequence)
    {
        Faults[FaultCount] = (int)fault;
        Places[FaultCount] = sequence;
        FaultCount++;
    }

    /// <summary>True when this fault was told there.</summary>
    public bool Has(RecordFault fault, uint sequence)
    {
        for (int i = 0; i < FaultCount; i++)
        {
            if (Faults[i] == (int)fault && Places[i] == sequence)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Faults as text, for a message.</summary>
    public string Told()
    {
        string told = Count.ToString() + " records";

        for (int i = 0; i < FaultCount && i < 8; i++)
        {
            told += ", " + RecordWords.Of((RecordFault)Faults[i]) + " at " + Places[i].ToString();
        }

        return told;
    }
}
