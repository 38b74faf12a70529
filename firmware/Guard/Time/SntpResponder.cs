using ToyGuard.Core.Policy;
using ToyGuard.Wire.Sntp;

namespace ToyGuard.Guard.Time;

/// <summary>Answers a toy's question for the time by the hub's own clock. Nobody else is asked for it.</summary>
/// <remarks>
/// Silence is the answer to whatever is no client's request, to a toy that the gate holds, and while the clock is not known: the standard's
/// "not synchronised" answer carries a time as well, and small clients take it. So no answer is ever answered, and none is longer than its question.
/// One instance serves one thread. Allocates nothing.
/// </remarks>
public sealed class SntpResponder
{
    // Far from any reference clock: whoever has a better one should take that.
    private const int Stratum = 10;

    private readonly Gate _gate;
    private readonly ITimeOfDay _time;
    private readonly SntpPacket _packet = new();
    private readonly GateQuery _query = new();

    /// <summary>A responder that asks <paramref name="gate"/> and tells the time of <paramref name="time"/>.</summary>
    public SntpResponder(Gate gate, ITimeOfDay time)
    {
        _gate = gate;
        _time = time;
        _query.Kind = AskKind.Clock;
    }

    /// <summary>Writes the answer to one datagram and returns its length; 0 = say nothing.</summary>
    /// <param name="query">The datagram, from its beginning.</param>
    /// <param name="count">Its length.</param>
    /// <param name="toy">Number of the toy that sent it; 0 = unknown.</param>
    /// <param name="answer">Takes <see cref="SntpPacket.Length"/> bytes; may be the array of the question.</param>
    public int Answer(byte[] query, int count, int toy, byte[] answer)
    {
        if (!_packet.Read(query, 0, count) || _packet.Mode != SntpMode.Client)
        {
            return 0;
        }

        _query.Toy = toy;

        if (!_gate.Ask(_query).IsAllowed || !_time.TryUtcMs(out long utcMs))
        {
            return 0;
        }

        // Coming in, being set and going out are one moment: this clock counts milliseconds and is always right by itself.
        long now = SntpTime.FromUnixMs(utcMs);

        return SntpWriter.WriteReply(_packet, Stratum, now, now, now, answer);
    }
}
