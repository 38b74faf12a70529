using System.Collections.Generic;
using System.Linq;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Guard.Manifests;
using ToyGuard.Wire;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The reader of a toy's manifest.</summary>
internal sealed class ManifestTarget : Target
{
    private ManifestReading? _reading;

    public override string Name
    {
        get { return "manifest"; }
    }

    public override string Hurdle
    {
        get { return "the first member"; }
    }

    public override int LengthMax
    {
        get { return 4096; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return ManifestSeeds.All();
    }

    public override IEnumerable<byte[]> Words()
    {
        return Ascii.All(
            "\"manifest\":1,", "\"host\":\"", "*.", "\"port\":", "65536", "\"scheme\":\"http\"", "\"party\":\"third\"", "\"hours\":[", "\"days\":[", "\"from\":\"24:00\"", "\"roots\":[",
            "\"dailyBytes\":", "\"sensors\":[]", "\"ageBand\":\"9to12\"", "2031-02-30", "9223372036854775808", "\\u0000", "xn--", "null", "{}", "[]", ",", "\"$schema\":\"\",");
    }

    public override Outcome Read(Pieces pieces)
    {
        pieces.All();

        // The reader takes no offset: what stands before the input is left out of this one.
        byte[] bytes = pieces.Offset == 0 ? pieces.Buffer : pieces.Buffer[pieces.Offset..];
        _reading = ManifestReader.Read(bytes, pieces.Count);
        long sum = _reading.Manifest is null ? 0 : Outcome.Add(_reading.Manifest.Endpoints.Length, _reading.Manifest.Model.Length);
        bool isPast = _reading.Manifest is not null;

        foreach (Complaint complaint in _reading.Complaints)
        {
            sum = Outcome.Add(Outcome.Add(sum, complaint.Line), complaint.Text.Length + complaint.Path.Length + (complaint.Suggestion ?? "").Length);
            isPast |= complaint.Path.Length > 0;
        }

        bool isRead = _reading.Manifest is not null;

        return new Outcome(isRead ? ReadStatus.Complete : ReadStatus.Refused, isRead ? 0 : 1, 0, 0, sum, isPast);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        if (_reading!.Manifest is not null == _reading.Complaints.Count > 0)
        {
            return "a manifest and complaints, or neither";
        }

        int lines = 1 + input.Take(count).Count(static b => b == '\n');

        foreach (Complaint complaint in _reading.Complaints)
        {
            if (complaint.Line < 1 || complaint.Line > lines || complaint.Text.Length == 0 || complaint.Text.Any(static c => c is < ' ' or > '~'))
            {
                return "a complaint that nobody can use";
            }
        }

        return null;
    }

    public override int StepsMax(int count)
    {
        return 30000 + (1500 * count);
    }

    public override long AllocatedMax(int count)
    {
        return 40000 + (400 * count);
    }
}
