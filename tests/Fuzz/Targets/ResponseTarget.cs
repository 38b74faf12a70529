using System;
using System.Collections.Generic;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The reader of an HTTP response's head.</summary>
internal sealed class ResponseTarget : Target
{
    private readonly ResponseHead _used = new();

    private ResponseHead _head = new();

    public override string Name
    {
        get { return "http-response"; }
    }

    public override string Hurdle
    {
        get { return "status line"; }
    }

    public override int LengthMax
    {
        get { return 9000; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return HttpSeeds.Responses();
    }

    public override IEnumerable<byte[]> Words()
    {
        return HttpSeeds.ResponseWords();
    }

    public override Outcome Read(Pieces pieces)
    {
        ResponseHead head = pieces.IsOtherwise ? new ResponseHead() : _used;
        head.Reset();
        ReadStatus status = ReadStatus.NeedMore;

        while (pieces.Next(out int have))
        {
            status = head.Read(pieces.Buffer, pieces.Offset, have);

            if (status != ReadStatus.NeedMore)
            {
                break;
            }
        }

        _head = head;
        bool isPast = HttpSeeds.HasLine(pieces.Buffer, pieces.Offset, status == ReadStatus.Refused ? head.FaultOffset : pieces.Count);

        return new Outcome(status, (int)head.Fault, head.FaultOffset, head.HeadLength, status == ReadStatus.Complete ? Sum(head, pieces) : 0, isPast);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        if (outcome.Status != ReadStatus.Complete)
        {
            return _head.HeadLength == 0 ? null : "a length of a head that was not read";
        }

        ReadOnlySpan<byte> head = input.AsSpan(0, _head.HeadLength);

        return HttpSeeds.WrongHead(head)
            ?? (_head.Status is < 100 or > 599 ? "a status that is none" : null)
            ?? (HttpSeeds.Fields(head, "content-length:") + HttpSeeds.Fields(head, "transfer-encoding:") > 1 ? "two framings" : null)
            ?? (_head.BodyOf(HttpMethod.Head) != BodyKind.None ? "a body behind HEAD" : null)
            ?? (_head.Status is < 200 or 204 or 304 && _head.BodyOf(HttpMethod.Get) != BodyKind.None ? "a body that cannot be" : null);
    }

    public override int StepsMax(int count)
    {
        return 2000 + (60 * count);
    }

    private static long Sum(ResponseHead head, Pieces pieces)
    {
        long sum = Outcome.Add(head.Status, head.HeaderCount);
        sum = Outcome.Add(Outcome.Add(sum, head.ContentLength), (head.IsChunked ? 1 : 0) + (head.IsVersion10 ? 2 : 0));
        sum = Outcome.Add(Outcome.Add(sum, (int)head.BodyOf(HttpMethod.Get)), (int)head.BodyOf(HttpMethod.Connect));

        for (int i = 0; i < head.HeaderCount; i++)
        {
            sum = Outcome.Add(sum, pieces.Buffer, head.NameOffset(i), head.NameLength(i));
            sum = Outcome.Add(sum, pieces.Buffer, head.ValueOffset(i), head.ValueLength(i));
        }

        return sum;
    }
}
