using ToyGuard.Core.Records;

namespace ToyGuard.Core.Family;

/// <summary>Who changed what, newest first: a view over the records, a page at a time (LOG-01). Give it to a walk; what stands behind a fault is not shown.</summary>
public sealed class ChangeHistory : IRecordReader
{
    /// <summary>Most lines of a page.</summary>
    public const int LinesMax = 16;

    private readonly Record[] _records = new Record[LinesMax];
    private readonly uint[] _sequences = new uint[LinesMax];
    private readonly uint _before;
    private int _seen;

    /// <summary>The page of the newest changes, or of those before one.</summary>
    /// <param name="before">The number of the oldest change that was shown; 0 for none.</param>
    public ChangeHistory(uint before)
    {
        _before = before;
    }

    /// <summary>How many lines the page has.</summary>
    public int Count
    {
        get { return _seen < LinesMax ? _seen : LinesMax; }
    }

    /// <summary>The number to ask for the next page with; 0 when this one is the last.</summary>
    public uint More
    {
        get { return _seen > LinesMax ? SequenceAt(LinesMax - 1) : 0; }
    }

    /// <summary>The records are damaged or incomplete somewhere.</summary>
    public bool HasFault { get; private set; }

    /// <summary>The change at a place, 0 is the newest.</summary>
    public Record At(int index)
    {
        return _records[PlaceOf(index)];
    }

    /// <summary>Its number, which rises from change to change.</summary>
    public uint SequenceAt(int index)
    {
        return _sequences[PlaceOf(index)];
    }

    /// <summary>True for what a family sees as a change. A loosening that was confirmed has a record of its own once it is done.</summary>
    public static bool IsChange(RecordKind kind)
    {
        return kind switch
        {
            RecordKind.RuleChanged => true,
            RecordKind.SettingsDamaged => true,
            RecordKind.ConsentsOver => true,
            RecordKind.ClockSet => true,
            RecordKind.WipeDone => true,
            RecordKind.PhoneJoined => true,
            RecordKind.PhoneMoved => true,
            RecordKind.PhoneRemoved => true,
            RecordKind.PinChanged => true,
            RecordKind.ForgotBegun => true,
            RecordKind.ForgotStopped => true,
            RecordKind.Updated => true,
            _ => false,
        };
    }

    /// <inheritdoc/>
    public void OnRecord(uint sequence, Record record)
    {
        if (IsChange(record.Kind) && (_before == 0 || sequence < _before))
        {
            _records[_seen % LinesMax] = record;
            _sequences[_seen % LinesMax] = sequence;
            _seen++;
        }
    }

    /// <inheritdoc/>
    public void OnUnproved(uint sequence, Record record)
    {
    }

    /// <inheritdoc/>
    public void OnFault(RecordFault fault, uint sequence)
    {
        HasFault |= fault != RecordFault.TornTail;
    }

    private int PlaceOf(int index)
    {
        return (_seen - 1 - index) % LinesMax;
    }
}
