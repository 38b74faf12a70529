using System;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Guard.Time;

namespace ToyGuard.Edge.Toy;

/// <summary>All that a toy itself sends goes through here: the gate is asked before each step, and the connection goes to exactly the judged address.</summary>
public sealed class OutgoingClient : ITurn
{
    private readonly Gate _gate;
    private readonly int _toy;
    private bool _isStopped;

    /// <summary>A client for one toy.</summary>
    /// <param name="gate">Asked before each step and while bytes move.</param>
    /// <param name="toy">The toy's number, from 1.</param>
    /// <param name="lookup">Finds addresses of allowed names.</param>
    /// <param name="dialer">Connects.</param>
    /// <param name="roots">The manifest's trust anchors; without any, https is held.</param>
    /// <param name="clock">The time by which certificates are judged.</param>
    /// <param name="before">Told before and after each TLS handshake.</param>
    public OutgoingClient(Gate gate, int toy, INameLookup lookup, Dialer dialer, TlsRoots roots, ITimeOfDay clock, IBeforeHandshake before)
    {
        _gate = gate;
        _toy = toy;
    }

    /// <summary>Sends a request and waits for its answer's head. One call at a time: while a body is open, another is held for want of a socket.</summary>
    public OutgoingAnswer Send(OutgoingRequest request)
    {
        Reason reason = _gate.Hold(new GateQuery { Toy = _toy }, Reason.RequestUnfit).Reason;

        return new OutgoingAnswer(reason, "", 0);
    }

    /// <inheritdoc/>
    public void Turn(long nowMs)
    {
    }

    /// <summary>Ends a call that is going on, and takes no more.</summary>
    public void Stop()
    {
        _isStopped = true;
    }

    internal int ReadBody(BodyStream body, byte[] buffer, int offset, int count)
    {
        throw new BodyException(_isStopped ? Reason.AnswerCutShort : body.End);
    }

    internal void CloseBody(BodyStream body)
    {
        body.IsOver = body.IsOver || !_isStopped;
    }
}
