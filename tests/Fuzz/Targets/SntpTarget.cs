using System.Collections.Generic;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Guard.Time;
using ToyGuard.Wire;
using ToyGuard.Wire.Sntp;

namespace ToyGuard.Fuzz.Targets;

/// <summary>A packet with the time in it, and what a toy that sends it is answered.</summary>
internal sealed class SntpTarget : Target, ITimeOfDay
{
    private const long NowMs = 1800000000000;

    private readonly SntpResponder _used;
    private readonly SntpResponder _other;
    private readonly SntpPacket _packet = new();
    private readonly SntpPacket _reply = new();
    private readonly byte[] _answer = new byte[SntpPacket.Length];

    private int _length;

    public SntpTarget()
    {
        _used = new SntpResponder(Household.NewGate(), this);
        _other = new SntpResponder(Household.NewGate(), this);
    }

    public override string Name
    {
        get { return "sntp"; }
    }

    public override string Hurdle
    {
        get { return "length"; }
    }

    public override int LengthMax
    {
        get { return 600; }
    }

    /// <inheritdoc/>
    public bool TryUtcMs(out long utcMs)
    {
        utcMs = NowMs;

        return true;
    }

    public override IEnumerable<byte[]> Seeds()
    {
        byte[] request = new byte[SntpPacket.Length];
        SntpWriter.WriteRequest(request, 0x0123456789abcdef);
        yield return request;

        foreach (byte first in new byte[] { 0x0b, 0x1b, 0xe3, 0x24, 0xdc, 0x26, 0x00, 0x2b })
        {
            byte[] other = (byte[])request.Clone();
            other[0] = first;
            yield return other;
            yield return Fakes.Bytes.Join(other, new byte[20]);
        }
    }

    public override IEnumerable<byte[]> Words()
    {
        yield return new byte[] { 0x1b };
        yield return new byte[] { 0x23 };
        yield return new byte[] { 0x24 };
        yield return new byte[4];
        yield return new byte[16];
        yield return new byte[SntpPacket.Length];
    }

    public override Outcome Read(Pieces pieces)
    {
        pieces.All();
        bool isRead = _packet.Read(pieces.Buffer, pieces.Offset, pieces.Count);

        // The responder takes no offset: only what stands at the front is asked of it.
        if (pieces.Offset == 0)
        {
            _length = (pieces.IsOtherwise ? _other : _used).Answer(pieces.Buffer, pieces.Count, Household.Toy, _answer);
        }

        long sum = Outcome.Add(Outcome.Add((int)_packet.Mode, _packet.Version), Outcome.Add(_packet.Leap, _packet.Stratum));
        sum = Outcome.Add(Outcome.Add(sum, _packet.Poll), Outcome.Add(_packet.Precision, _packet.RootDelay));
        sum = Outcome.Add(Outcome.Add(sum, _packet.OriginTime), Outcome.Add(_packet.ReceiveTime, _packet.TransmitTime));
        sum = Outcome.Add(sum, _answer, 0, _length);

        return new Outcome(isRead ? ReadStatus.Complete : ReadStatus.Refused, (int)_packet.Fault, 0, 0, sum, isRead || _packet.Fault >= SntpFault.Version);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        bool isRequest = outcome.Status == ReadStatus.Complete && _packet.Mode == SntpMode.Client;

        if (_length == 0)
        {
            return isRequest ? "silence to a request" : null;
        }

        long utcMs = SntpTime.ToUnixMs(_packet.TransmitTime, NowMs);

        return !isRequest || (input[0] & 7) != 3 ? "an answer to what is no request"
            : _length > count ? "an answer longer than the request"
            : !_reply.Read(_answer, 0, _length) || _reply.Mode != SntpMode.Server ? "an answer that is none"
            : _reply.OriginTime != _packet.TransmitTime || _reply.Version != _packet.Version ? "an answer to another request"
            : SntpTime.ToUnixMs(_reply.TransmitTime, NowMs) != NowMs ? "another time than it is"
            : utcMs < NowMs - (1L << 31) * 1000 - 1000 || utcMs > NowMs + (1L << 31) * 1000 + 1000 ? "a time of another era"
            : null;
    }

    public override int Repair(byte[] input, int count, Dice dice)
    {
        return count < SntpPacket.Length ? SntpPacket.Length : count & ~3;
    }

    public override int StepsMax(int count)
    {
        return 2000;
    }
}
