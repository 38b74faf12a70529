using System;
using System.Globalization;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;

namespace ToyGuard.Emulator.Look;

/// <summary>Each record as a JSON object on one line, and each fault as one of its own, at its place.</summary>
/// <remarks>
/// <c>{"sequence":N,"kind":WORD,"utc":TIME or null,"boot":N,"toy":N,"endpoint":N,"reason":N,"first":N,"second":N,"flags":N}</c> ·
/// <c>{"fault":WORD,"sequence":N}</c>. What stands behind a fault and proves nothing has <c>"proved":false</c>.
/// </remarks>
internal sealed class RecordLines : IRecordReader
{
    private readonly Action<string> _write;

    /// <summary>Lines for <paramref name="write"/>.</summary>
    public RecordLines(Action<string> write)
    {
        _write = write;
    }

    /// <summary>How many records were read.</summary>
    public int Records { get; private set; }

    /// <summary>How many places are not as they were written. The end of a record that a power cut tore is none.</summary>
    public int Faults { get; private set; }

    /// <inheritdoc/>
    public void OnRecord(uint sequence, Record record)
    {
        Records++;
        _write($"{{{Members(sequence, record)}}}");
    }

    /// <inheritdoc/>
    public void OnUnproved(uint sequence, Record record)
    {
        _write($"{{{Members(sequence, record)},\"proved\":false}}");
    }

    /// <inheritdoc/>
    public void OnFault(RecordFault fault, uint sequence)
    {
        Faults += fault == RecordFault.TornTail ? 0 : 1;
        _write($"{{\"fault\":\"{RecordWords.Of(fault)}\",\"sequence\":{sequence}}}");
    }

    private static string Members(uint sequence, Record record)
    {
        // Behind a fault any number may stand.
        string utc = record.UtcSeconds is 0 or > Moment.LatestSeconds
            ? "null"
            : "\"" + DateTimeOffset.FromUnixTimeSeconds(record.UtcSeconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + "\"";

        return $"\"sequence\":{sequence},\"kind\":\"{RecordWords.Of(record.Kind)}\",\"utc\":{utc},\"boot\":{record.Boot},\"toy\":{record.Toy},"
            + $"\"endpoint\":{record.Endpoint},\"reason\":{record.Reason},\"first\":{record.First},\"second\":{record.Second},\"flags\":{record.Flags}";
    }
}
