using System;
using System.Collections.Generic;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The reader of an HTTP request's head.</summary>
internal sealed class RequestTarget : Target
{
    private readonly RequestHead _used = new();

    private RequestHead _head = new();

    public override string Name
    {
        get { return "http-request"; }
    }

    public override string Hurdle
    {
        get { return "request line"; }
    }

    public override int LengthMax
    {
        get { return 9000; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return HttpSeeds.Requests();
    }

    public override IEnumerable<byte[]> Words()
    {
        return HttpSeeds.RequestWords();
    }

    public override Outcome Read(Pieces pieces)
    {
        RequestHead head = pieces.IsOtherwise ? new RequestHead() : _used;
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
            return _head.HeadLength == 0 && _head.HostLength == 0 ? null : "parts of a head that was not read";
        }

        ReadOnlySpan<byte> head = input.AsSpan(0, _head.HeadLength);

        return HttpSeeds.WrongHead(head)
            ?? (_head.HeadLength > RequestHead.HeadMax || _head.HeaderCount > RequestHead.HeadersMax || _head.TargetLength > RequestHead.TargetMax ? "over a bound" : null)
            ?? (HttpSeeds.Fields(head, "host:") > 1 ? "two hosts" : null)
            ?? (HttpSeeds.Fields(head, "transfer-encoding:") > 0 ? "a transfer encoding" : null)
            ?? (HttpSeeds.Fields(head, "content-length:") > 1 ? "two lengths" : null)
            ?? (_head.HostLength > 0 && _head.HostOffset + _head.HostLength > _head.HeadLength ? "a host outside the head" : null);
    }

    public override int StepsMax(int count)
    {
        return 2000 + (60 * count);
    }

    private static long Sum(RequestHead head, Pieces pieces)
    {
        byte[] buffer = pieces.Buffer;
        int offset = pieces.Offset;
        long sum = Outcome.Add((int)head.Method, head.HeaderCount);
        sum = Outcome.Add(Outcome.Add(sum, head.ContentLength), head.HostPort);
        sum = Outcome.Add(sum, (head.IsAbsolute ? 1 : 0) + (head.IsVersion10 ? 2 : 0) + (head.HasUpgrade ? 4 : 0) + (head.ExpectsContinue ? 8 : 0));
        sum = Outcome.Add(Outcome.Add(sum, head.MethodOffset - offset), head.MethodLength);
        sum = Outcome.Add(sum, buffer, head.TargetOffset, head.TargetLength);
        sum = Outcome.Add(sum, buffer, head.HostOffset, head.HostLength);

        for (int i = 0; i < head.HeaderCount; i++)
        {
            sum = Outcome.Add(sum, buffer, head.NameOffset(i), head.NameLength(i));
            sum = Outcome.Add(sum, buffer, head.ValueOffset(i), head.ValueLength(i));
        }

        return sum;
    }
}
