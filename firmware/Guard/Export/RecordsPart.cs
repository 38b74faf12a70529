using ToyGuard.Core.Records;

namespace ToyGuard.Guard.Export;

/// <summary>The records that are kept, some on each page. Each says which row of the data list it belongs to.</summary>
internal sealed class RecordsPart : ExportPart, IRecordReader
{
    private const int RecordsOfPage = 14;

    private readonly IExportHome _home;
    private DataWriter? _writer;
    private int _from;
    private int _count;

    internal RecordsPart(IExportHome home)
    {
        _home = home;
    }

    /// <inheritdoc/>
    public override bool Write(int page, DataWriter writer)
    {
        _writer = writer;
        _from = page * RecordsOfPage;
        _count = 0;
        writer.BeginPage(PageKind.Records);
        writer.BeginRecords();
        _home.Walk(this);
        writer.EndList();
        writer.EndPage();
        _writer = null;
        return _count > _from + RecordsOfPage;
    }

    /// <inheritdoc/>
    public void OnRecord(uint sequence, Record record)
    {
        Put(sequence, record, 1);
    }

    /// <inheritdoc/>
    public void OnUnproved(uint sequence, Record record)
    {
        Put(sequence, record, 0);
    }

    /// <inheritdoc/>
    public void OnFault(RecordFault fault, uint sequence)
    {
        Put(sequence, new Record(fault == RecordFault.RowsLost || fault == RecordFault.SegmentLost ? RecordKind.RecordsLost : RecordKind.RecordsAltered, 0, 0, reason: (int)fault), 0);
    }

    private void Put(uint sequence, Record record, int isProved)
    {
        if (_count >= _from && _count < _from + RecordsOfPage)
        {
            DataWriter writer = _writer!;
            writer.BeginItem();
            writer.Part("row", RowOf(record.Kind));
            writer.Part("kind", RecordWords.Of(record.Kind));
            writer.Part("n", sequence);
            writer.Part("proved", isProved);
            writer.Part("at", record.UtcSeconds);
            writer.Part("start", record.Boot);
            writer.Part("toy", record.Toy);
            writer.Part("place", record.Endpoint);
            writer.Part("reason", record.Reason);
            writer.Part("first", record.First);
            writer.Part("second", record.Second);
            writer.EndItem();
        }

        _count++;
    }

    // The groups of numbers are the groups of the data list.
    private static string RowOf(RecordKind kind)
    {
        int group = (int)kind / 10;

        return group switch
        {
            0 => "record-start",
            1 => "record-settings",
            2 => "record-calls",
            3 => "record-clock",
            4 => "record-faults",
            5 => "record-wipes",
            6 => "record-checks",
            _ => "record-family",
        };
    }
}
