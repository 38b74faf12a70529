using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Planted;
using ToyGuard.Wire;

namespace ToyGuard.Fuzz.Targets;

/// <summary>A reader with a bug that was put there, or its healthy twin. The loop begins with a few bytes that say nothing of where it is.</summary>
internal sealed class PlantedTarget : Target
{
    private static readonly Type[] s_kinds = typeof(PlantedReader).Assembly.GetExportedTypes().Where(static t => !t.IsAbstract).OrderBy(static t => t.Name, StringComparer.Ordinal).ToArray();

    private readonly Type _kind;
    private readonly bool _isSound;
    private readonly PlantedReader _used;

    private PlantedReader _reader;

    public PlantedTarget(string kind, bool isSound)
    {
        _kind = s_kinds.Single(t => t.Name == kind);
        _isSound = isSound;
        _used = Make();
        _reader = _used;
    }

    /// <summary>The readers there are.</summary>
    public static string[] Kinds
    {
        get { return s_kinds.Select(static t => t.Name).ToArray(); }
    }

    public override string Name
    {
        get { return _kind.Name + (_isSound ? ", sound" : ""); }
    }

    public override string Hurdle
    {
        get { return "anything refused"; }
    }

    public override int LengthMax
    {
        get { return 600; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        yield return Array.Empty<byte>();
        yield return new byte[] { 1, 0, 2, 0, 3 };
    }

    public override IEnumerable<byte[]> Words()
    {
        return Inside.Words(_kind.FullName!);
    }

    public override Outcome Read(Pieces pieces)
    {
        PlantedReader reader = pieces.IsOtherwise ? Make() : _used;
        reader.Reset();
        ReadStatus status = ReadStatus.NeedMore;

        while (pieces.Next(out int have))
        {
            status = reader.Read(pieces.Buffer, pieces.Offset, have);

            if (status != ReadStatus.NeedMore)
            {
                break;
            }
        }

        _reader = reader;

        return new Outcome(status, reader.Fault, reader.FaultOffset, reader.Consumed, reader.Value, status != ReadStatus.Refused);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        // What only this format knows: there is one name.
        return _reader is TwoNames && outcome.Status == ReadStatus.Complete && Names(input, outcome.Consumed) != 1 ? "two names" : null;
    }

    public override int StepsMax(int count)
    {
        return 10000 + (20 * count);
    }

    public override long AllocatedMax(int count)
    {
        return _kind == typeof(GreedyArray) ? 64 + count : 0;
    }

    private static int Names(byte[] input, int count)
    {
        int names = 0;

        for (int at = 0; at < count && input[at] != 0; at += 2 + input[at + 1])
        {
            names += input[at] == 1 ? 1 : 0;
        }

        return names;
    }

    private PlantedReader Make()
    {
        return (PlantedReader)Activator.CreateInstance(_kind, new object[] { _isSound })!;
    }
}
