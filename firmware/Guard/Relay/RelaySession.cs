using System;
using ToyGuard.Core.Policy;
using ToyGuard.Wire;

namespace ToyGuard.Guard.Relay;

/// <summary>One connection of a toy, from its first byte to its end: what may happen next, and why it ended. It sees neither sockets nor clock.</summary>
/// <remarks>
/// <code>
///  Idle --Begin--> Hello ----------> Resolving ----------> Connecting ----------> Splicing --+
///                    |  name allowed     |   all addresses     |   connected and      |  ^    | moved, and
///                    |                   |   good              |   still allowed      |  +----+ still allowed
///                    |                   |                     |                      |
///                    | garbled, two      | not found,          | refused,             | a side ended, idle,
///                    | names, held,      | an address held,    | silent, held,        | too long open, held,
///                    | slow, cut short   | silent, held        | no socket            | budget used up
///                    v                   v                     v                      v
///                  Ended  (Begin starts the next one; any other event answers Close)
/// </code>
/// The name that is looked up is the judged one, every one of its addresses is judged, and the address that is connected to is one of those:
/// nothing in between is asked twice or spelled anew (EGR-01, EGR-03). From the verdict on, the gate is asked again and again, so that a pause,
/// a changed list or a used-up budget ends a live connection too (PCTL-07, EGR-09).
/// Not safe for two threads at once: the caller has one lock for each session.
/// </remarks>
public sealed class RelaySession
{
    private const int AddressLength = 4;

    private readonly Gate _gate;
    private readonly RelayLimits _limits;
    private readonly IOpeningJudge _judge;

    private long _begunMs;
    private long _enteredMs;
    private long _movedMs;
    private long _judgedMs;
    private long _unjudgedBytes;

    /// <summary>A session for TLS that has not begun. Sessions are used again and again, one connection at a time.</summary>
    public RelaySession(Gate gate, RelayLimits limits)
        : this(gate, limits, new HelloJudge(gate, limits.JudgedPort))
    {
    }

    /// <summary>A session for what <paramref name="judge"/> reads. The judge asks the same gate and belongs to the session from now on.</summary>
    public RelaySession(Gate gate, RelayLimits limits, IOpeningJudge judge)
    {
        _gate = gate;
        _limits = limits;
        _judge = judge;
    }

    /// <summary>Where it stands.</summary>
    public RelayState State { get; private set; }

    /// <summary>Why it ended, when something held or failed; <see cref="Reason.None"/> while it lives, and when a side simply ended.</summary>
    public Reason End { get; private set; }

    /// <summary>The server that the client named, once that was judged.</summary>
    public HostName Host
    {
        get { return _judge.Query.Host; }
    }

    /// <summary>The judged address to connect to, 4 bytes; means something from <see cref="RelayState.Connecting"/> on.</summary>
    public byte[] Address { get; } = new byte[AddressLength];

    /// <summary>Bytes moved from the client to the server, the opening included.</summary>
    public long UpBytes { get; private set; }

    /// <summary>Bytes moved from the server to the client.</summary>
    public long DownBytes { get; private set; }

    /// <summary>A toy has connected; 0 for <paramref name="toy"/> is an unknown one. Times are milliseconds of one monotonic clock.</summary>
    public RelayEffect Begin(int toy, long nowMs)
    {
        _judge.Begin(toy);
        _begunMs = nowMs;
        _unjudgedBytes = 0;
        End = Reason.None;
        UpBytes = 0;
        DownBytes = 0;

        return Enter(RelayState.Hello, nowMs, RelayEffect.NeedMore);
    }

    /// <summary>The client has sent; <paramref name="buffer"/> holds all <paramref name="count"/> bytes since its first.</summary>
    public RelayEffect OnClientBytes(byte[] buffer, int count, long nowMs)
    {
        if (IsOver(RelayState.Hello))
        {
            return RelayEffect.Close;
        }

        // A byte that comes late does not make an opening that came in time.
        if (nowMs - _begunMs >= _limits.HelloMs)
        {
            return Fail(_judge.TooSlow, RelayEffect.Refuse);
        }

        if (_judge.Read(buffer, count) == ReadStatus.NeedMore)
        {
            return count < _limits.HelloBytes ? RelayEffect.NeedMore : Fail(_judge.TooLong, RelayEffect.Refuse);
        }

        if (!_judge.Verdict.IsAllowed)
        {
            return Over(_judge.Verdict.Reason, RelayEffect.Refuse);
        }

        _judgedMs = nowMs;

        return Enter(RelayState.Resolving, nowMs, RelayEffect.Resolve);
    }

    /// <summary>The look-up is done: <see cref="Reason.None"/> and <paramref name="count"/> IPv4 addresses of 4 bytes each, or why there are none.</summary>
    public RelayEffect OnResolved(Reason reason, byte[] addresses, int count, long nowMs)
    {
        if (IsOver(RelayState.Resolving))
        {
            return RelayEffect.Close;
        }

        if (reason != Reason.None || count == 0)
        {
            return Fail(reason != Reason.None ? reason : Reason.NameWithoutAddress, RelayEffect.Close);
        }

        // All of them, not only the one to be used: who puts one address of ours into an answer does it on purpose (DNS rebinding).
        for (int i = 0; i < count; i++)
        {
            if (!AddressJudge.IsGlobal(addresses, i * AddressLength, AddressLength, out Reason held))
            {
                return Fail(held, RelayEffect.Refuse);
            }
        }

        Array.Copy(addresses, Address, AddressLength);

        // Looking up took its time.
        return Rejudge(nowMs) == RelayEffect.Continue
            ? Enter(RelayState.Connecting, nowMs, RelayEffect.Connect)
            : RelayEffect.Refuse;
    }

    /// <summary>The server has accepted the connection.</summary>
    public RelayEffect OnConnected(long nowMs)
    {
        if (IsOver(RelayState.Connecting))
        {
            return RelayEffect.Close;
        }

        // The last moment at which nothing of the toy's has left.
        return Rejudge(nowMs) == RelayEffect.Continue
            ? Enter(RelayState.Splicing, nowMs, RelayEffect.Splice)
            : RelayEffect.Refuse;
    }

    /// <summary>There is no connection, and why.</summary>
    public RelayEffect OnConnectFailed(Reason reason)
    {
        return IsOver(RelayState.Connecting) ? RelayEffect.Close : Fail(reason, RelayEffect.Close);
    }

    /// <summary>That many bytes have moved, to the server and to the client.</summary>
    public RelayEffect OnMoved(int up, int down, long nowMs)
    {
        if (IsOver(RelayState.Splicing))
        {
            return RelayEffect.Close;
        }

        UpBytes += up;
        DownBytes += down;
        _unjudgedBytes += up + down;
        _movedMs = nowMs;

        return _unjudgedBytes >= _limits.RejudgeBytes ? Rejudge(nowMs) : RelayEffect.Continue;
    }

    /// <summary>Time has passed: keeps every deadline, and asks the gate again when that is due. Call it a few times a second.</summary>
    public RelayEffect OnTick(long nowMs)
    {
        if (State == RelayState.Idle)
        {
            return RelayEffect.Continue;
        }

        if (State == RelayState.Ended)
        {
            return RelayEffect.Close;
        }

        if (nowMs - _begunMs >= _limits.TotalMs)
        {
            return Fail(Reason.OpenTooLong, RelayEffect.Close);
        }

        switch (State)
        {
            case RelayState.Hello when nowMs - _begunMs >= _limits.HelloMs:
                return Fail(_judge.TooSlow, RelayEffect.Refuse);

            case RelayState.Resolving when nowMs - _enteredMs >= _limits.ConnectMs:
                return Fail(Reason.ResolverSilent, RelayEffect.Close);

            case RelayState.Connecting when nowMs - _enteredMs >= _limits.ConnectMs:
                return Fail(Reason.ServerSilent, RelayEffect.Close);

            case RelayState.Splicing when nowMs - _movedMs >= _limits.IdleMs:
                return Fail(Reason.IdleTooLong, RelayEffect.Close);
        }

        // No verdict yet in Hello, so none to be judged again.
        return State != RelayState.Hello && nowMs - _judgedMs >= _limits.RejudgeMs ? Rejudge(nowMs) : RelayEffect.Continue;
    }

    /// <summary>A side has ended or broken off.</summary>
    public RelayEffect OnEnded()
    {
        if (State == RelayState.Hello)
        {
            return Fail(_judge.CutShort, RelayEffect.Close);
        }

        return State == RelayState.Ended ? RelayEffect.Close : Over(Reason.None, RelayEffect.Close);
    }

    /// <summary>Its place goes to another (<see cref="Sockets.SocketBudget"/>).</summary>
    public RelayEffect OnGaveWay()
    {
        return State == RelayState.Idle || State == RelayState.Ended ? RelayEffect.Close : Fail(Reason.GaveWay, RelayEffect.Close);
    }

    // Late events come because the two threads of a relay do not wait for each other. An event that never fits is our mistake.
    private bool IsOver(RelayState expected)
    {
        if (State != expected && State != RelayState.Ended)
        {
            throw new InvalidOperationException();
        }

        return State == RelayState.Ended;
    }

    private RelayEffect Rejudge(long nowMs)
    {
        long bytes = _unjudgedBytes;
        _unjudgedBytes = 0;
        _judgedMs = nowMs;
        Verdict verdict = _gate.Recheck(_judge.Query, _judge.Verdict.Endpoint, bytes);

        if (verdict.IsAllowed)
        {
            return RelayEffect.Continue;
        }

        return Over(verdict.Reason, State == RelayState.Splicing ? RelayEffect.Close : RelayEffect.Refuse);
    }

    // An end that the gate has not counted yet.
    private RelayEffect Fail(Reason reason, RelayEffect effect)
    {
        Over(reason, effect);
        _gate.Hold(_judge.Query, reason);

        return effect;
    }

    // Over first of all: a gate that throws must not leave a session that looks alive.
    private RelayEffect Over(Reason reason, RelayEffect effect)
    {
        End = reason;
        State = RelayState.Ended;

        if (_unjudgedBytes > 0)
        {
            _gate.AddBytes(_judge.Query.Toy, _judge.Verdict.Endpoint, _unjudgedBytes);
            _unjudgedBytes = 0;
        }

        return effect;
    }

    private RelayEffect Enter(RelayState next, long nowMs, RelayEffect effect)
    {
        State = next;
        _enteredMs = nowMs;
        _movedMs = nowMs;

        return effect;
    }
}
