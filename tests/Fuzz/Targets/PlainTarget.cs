using System;
using System.Collections.Generic;

using ToyGuard.Core.Policy;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Guard.Plain;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Fuzz.Targets;

/// <summary>A toy's plain request: what is allowed of it, and what then goes to the server. Whatever is allowed and rewritten must name the judged host when it is read again.</summary>
internal sealed class PlainTarget : Target
{
    private const int Port = 80;

    private readonly HeadJudge _used = new(Household.NewGate(), Port);
    private readonly HeadJudge _other = new(Household.NewGate(), Port);
    private readonly RequestHead _again = new();
    private readonly byte[] _written = new byte[RequestHead.HeadMax];
    private readonly byte[] _writtenAgain = new byte[RequestHead.HeadMax];

    private HeadJudge _judge;
    private int _length;

    public PlainTarget()
    {
        _judge = _used;
    }

    public override string Name
    {
        get { return "plain"; }
    }

    public override string Hurdle
    {
        get { return "request line"; }
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
        _judge = pieces.IsOtherwise ? _other : _used;
        _judge.Begin(Household.Toy);
        _length = 0;
        ReadStatus status = ReadStatus.NeedMore;
        byte[] buffer = pieces.Buffer;

        while (status == ReadStatus.NeedMore && pieces.Next(out int have))
        {
            // The judge takes no offset: what stands before the input is left out.
            buffer = pieces.Offset == 0 ? pieces.Buffer : pieces.Buffer[pieces.Offset..];
            status = _judge.Read(buffer, have);
        }

        RequestHead head = _judge.Head;

        if (_judge.Verdict.IsAllowed)
        {
            _length = RequestRewriter.Write(head, buffer, _written);
        }

        long sum = Outcome.Add(Outcome.Add((int)_judge.Verdict.Reason, _judge.Verdict.Endpoint), _written, 0, _length);
        bool isPast = HttpSeeds.HasLine(buffer, 0, status == ReadStatus.Refused ? head.FaultOffset : pieces.Count);

        return new Outcome(status, (int)head.Fault, head.FaultOffset, head.HeadLength, sum, isPast);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        if (!_judge.Verdict.IsAllowed)
        {
            return null;
        }

        RequestHead head = _judge.Head;

        return outcome.Status != ReadStatus.Complete ? "allowed, and not read"
            : _judge.Query.Host.ToString() != Household.Plain ? "allowed, for another host than the one that is open"
            : head.Method == HttpMethod.Connect || head.HasUpgrade ? "allowed, a tunnel"
            : head.HostPort is not -1 and not Port ? "allowed, for another port"
            : _length > 0 ? JudgeWritten(head)
            : null;
    }

    public override int StepsMax(int count)
    {
        // Each of 64 fields may be looked for in a list that Connection holds.
        return 6000 + (400 * count);
    }

    private string? JudgeWritten(RequestHead head)
    {
        ReadOnlySpan<byte> written = _written.AsSpan(0, _length);
        _again.Reset();

        if (_again.Read(_written, 0, _length) != ReadStatus.Complete || _again.HeadLength != _length)
        {
            return "rewritten, and not to be read";
        }

        return Ascii.Text(written.Slice(_again.HostOffset, _again.HostLength)) != Household.Plain ? "rewritten, for another host"
            : _again.HostPort is not -1 and not Port ? "rewritten, for another port"
            : _again.IsAbsolute || _again.HasUpgrade ? "rewritten, and not in the form for a server"
            : _again.Method != head.Method || _again.ContentLength != head.ContentLength ? "rewritten, to another request"
            : HttpSeeds.WrongHead(written) is not null ? "rewritten, with bytes that no head may have"
            : HttpSeeds.Fields(written, "host:") != 1 || HttpSeeds.Fields(written, "connection:") != 1 ? "rewritten, with another number of hosts or connections than one"
            : HttpSeeds.Fields(written, "transfer-encoding:") + HttpSeeds.Fields(written, "keep-alive:") + HttpSeeds.Fields(written, "te:") > 0 ? "rewritten, with what belongs to one connection"
            : RequestRewriter.Write(_again, _written, _writtenAgain) != _length || !written.SequenceEqual(_writtenAgain.AsSpan(0, _length)) ? "rewritten again, another request"
            : null;
    }
}
