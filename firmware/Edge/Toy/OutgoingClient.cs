using System;
using System.Net.Sockets;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Guard.Time;
using ToyGuard.Wire.Dns;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Toy;

/// <summary>All that a toy itself sends goes through here: it does what an <see cref="OutgoingCall"/> says, with sockets, and decides nothing.</summary>
/// <remarks>
/// The call stands under a lock that nobody holds while waiting. One thread at a time is inside, in Send or in a body's Read, and only that
/// one waits; the watch ends a call by closing its connection, and the call then answers Close to whatever the waiting thread says.
/// </remarks>
public sealed class OutgoingClient : ITurn
{
    // A body goes out in pieces, so that it is counted and judged on its way.
    private const int PieceBytes = 4096;

    // A connection's own time-out, for a client that nobody gives turns: late enough that the watch is first and says what was waited for.
    private const int NetMs = 1000;

    private readonly object _lock = new object();
    private readonly byte[] _buffer = new byte[MessageHead.HeadMax];
    private readonly byte[] _addresses = new byte[4 * DnsAnswerReader.AddressesMax];
    private readonly Gate _gate;
    private readonly INameLookup _lookup;
    private readonly Dialer _dialer;
    private readonly TlsRoots _roots;
    private readonly ITimeOfDay _clock;
    private readonly IBeforeHandshake _before;
    private readonly OutgoingCall _call;
    private readonly GateQuery _noRoom;

    private OutgoingLine? _line;
    private BodyStream? _body;
    private bool _isInside;
    private bool _isStopped;

    // What was received and not yet read stands from _at to _have in the buffer.
    private int _at;
    private int _have;

    /// <summary>A client for one toy.</summary>
    /// <param name="gate">Asked before each step and while bytes move.</param>
    /// <param name="toy">The toy's number, from 1.</param>
    /// <param name="lookup">Finds addresses of allowed names.</param>
    /// <param name="dialer">Connects.</param>
    /// <param name="roots">The manifest's trust anchors; without any, https is held.</param>
    /// <param name="clock">The time by which certificates are judged.</param>
    /// <param name="before">Told before and after each TLS handshake.</param>
    public OutgoingClient(Gate gate, int toy, INameLookup lookup, Dialer dialer, TlsRoots roots, ITimeOfDay clock, IBeforeHandshake before)
        : this(gate, new OutgoingCall(gate, toy, roots.Count > 0), toy, lookup, dialer, roots, clock, before)
    {
    }

    private OutgoingClient(
        Gate gate, OutgoingCall call, int toy, INameLookup lookup, Dialer dialer, TlsRoots roots, ITimeOfDay clock, IBeforeHandshake before)
    {
        _gate = gate;
        _lookup = lookup;
        _dialer = dialer;
        _roots = roots;
        _clock = clock;
        _before = before;
        _call = call;
        _noRoom = new GateQuery { Toy = toy };
    }

    /// <summary>A client of the device itself, for its delete-requests: the gate lets out the one that is in hand, and no redirect is followed.</summary>
    internal static OutgoingClient ForErase(Gate gate, INameLookup lookup, Dialer dialer, TlsRoots roots, ITimeOfDay clock, IBeforeHandshake before)
    {
        return new OutgoingClient(gate, new OutgoingCall(gate, 0, roots.Count > 0, true), 0, lookup, dialer, roots, clock, before);
    }

    /// <summary>By which words services know the toy, as its own program says.</summary>
    public Accounts Accounts { get; } = new Accounts();

    /// <summary>Sends a request and waits for its answer's head. One call at a time: while a body is open, another is held for want of a socket.</summary>
    public OutgoingAnswer Send(OutgoingRequest request)
    {
        // A body that was left behind may have had its time, even where nobody gives turns.
        Turn(Environment.TickCount64);

        lock (_lock)
        {
            if (_isStopped)
            {
                return new OutgoingAnswer(Reason.None, "", 0);
            }

            if (_isInside || _call.IsGoing)
            {
                _gate.Hold(_noRoom, Reason.NoSocketLeft);

                return new OutgoingAnswer(Reason.NoSocketLeft, "", 0);
            }

            _isInside = true;
            _body = null;
        }

        bool isAnswered = false;

        try
        {
            OutgoingEffect effect;

            lock (_lock)
            {
                effect = _call.Begin(request, Environment.TickCount64);
            }

            OutgoingAnswer answer = Run(request, effect);
            isAnswered = true;

            return answer;
        }
        finally
        {
            Leave(isAnswered);
        }
    }

    /// <inheritdoc/>
    public void Turn(long nowMs)
    {
        bool isOver = true;
        OutgoingLine? line = null;

        try
        {
            lock (_lock)
            {
                if (!_call.IsGoing)
                {
                    return;
                }

                line = _line;

                try
                {
                    isOver = _call.OnTick(nowMs) == OutgoingEffect.Close;
                }
                finally
                {
                    // A gate that fails keeps nothing open either (RES-01).
                    if (isOver)
                    {
                        _call.OnClosed();
                        Cut();
                    }
                }
            }
        }
        finally
        {
            if (isOver)
            {
                line?.Close();
            }
        }
    }

    /// <summary>Ends a call that is going on, and takes no more.</summary>
    public void Stop()
    {
        OutgoingLine? line;

        lock (_lock)
        {
            _isStopped = true;
            line = _line;
            _call.OnClosed();
            Cut();
        }

        line?.Close();
    }

    internal int ReadBody(BodyStream body, byte[] buffer, int offset, int count)
    {
        if (offset < 0 || count < 0 || count > buffer.Length - offset)
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }

        lock (_lock)
        {
            if (body.IsWhole || count == 0)
            {
                return 0;
            }

            if (body.IsClosed)
            {
                throw new ObjectDisposedException(nameof(BodyStream));
            }

            if (body.IsBroken || body != _body)
            {
                throw new BodyException(body.End);
            }

            if (_isInside)
            {
                throw new InvalidOperationException();
            }

            _isInside = true;
        }

        bool isRead = false;

        try
        {
            int got = Pull(buffer, offset, count);
            isRead = got > 0 || body.IsWhole;

            if (!isRead)
            {
                lock (_lock)
                {
                    body.Break(_call.End);
                }

                throw new BodyException(body.End);
            }

            return got;
        }
        finally
        {
            Leave(isRead);
        }
    }

    internal void CloseBody(BodyStream body)
    {
        OutgoingLine? line;

        lock (_lock)
        {
            if (body.IsClosed || body.IsWhole || body.IsBroken || body != _body)
            {
                body.IsClosed = true;

                return;
            }

            body.IsClosed = true;
            line = _line;
            _call.OnClosed();
            Cut();
        }

        line?.Close();
    }

    // Under the lock, of a call that is over. Who is inside sees it by itself, and counts what had moved.
    private void Cut()
    {
        if (!_isInside)
        {
            _line = null;
            _body?.Break(_call.End);
        }
    }

    // Whoever was inside goes; what failed on its way leaves nothing open.
    private void Leave(bool isWell)
    {
        try
        {
            if (!isWell)
            {
                CloseLine();
            }
        }
        finally
        {
            lock (_lock)
            {
                _isInside = false;

                if (!isWell)
                {
                    _call.OnClosed();
                }
                else if (!_call.IsGoing)
                {
                    // Ended by the watch, between the last word to the call and this one.
                    _line?.Close();
                    Cut();
                }
            }
        }
    }

    private OutgoingAnswer Run(OutgoingRequest request, OutgoingEffect effect)
    {
        while (true)
        {
            switch (effect)
            {
                case OutgoingEffect.Resolve:
                    effect = Resolve();
                    break;

                case OutgoingEffect.Connect:
                    effect = Connect(request.TimeMs);
                    break;

                case OutgoingEffect.Secure:
                    effect = Secure();
                    break;

                case OutgoingEffect.Send:
                    effect = SendAll();
                    break;

                case OutgoingEffect.Receive:
                    effect = ReceiveHead();
                    break;

                case OutgoingEffect.Redirect:
                    _line?.Drain(_buffer);
                    CloseLine();

                    lock (_lock)
                    {
                        effect = _call.Follow(Environment.TickCount64);
                    }

                    break;

                case OutgoingEffect.Answer:
                    return Answer();

                default:
                    CloseLine();

                    return new OutgoingAnswer(_call.End, _call.Place, _call.Redirects);
            }
        }
    }

    private OutgoingEffect Resolve()
    {
        Reason reason = _lookup.Lookup(_call.Host, _addresses, out int found);

        lock (_lock)
        {
            return _call.OnResolved(reason, _addresses, found, Environment.TickCount64);
        }
    }

    private OutgoingEffect Connect(int waitMs)
    {
        Socket socket;

        try
        {
            socket = Dialer.NewSocket();
        }
        catch (SocketException)
        {
            lock (_lock)
            {
                return _call.OnConnectFailed(Reason.NoSocketLeft);
            }
        }

        OutgoingLine line = new OutgoingLine(socket);

        lock (_lock)
        {
            _line = line;

            // Whoever ended the call before this could not close this socket.
            if (!_call.IsGoing)
            {
                return OutgoingEffect.Close;
            }
        }

        bool isConnected = _dialer.Connect(socket, _call.Address, _call.Port);
        line.WaitAtMost(waitMs + NetMs);

        lock (_lock)
        {
            long nowMs = Environment.TickCount64;

            return isConnected ? _call.OnConnected(nowMs)
                : _call.OnTick(nowMs) == OutgoingEffect.Close ? OutgoingEffect.Close
                : _call.OnConnectFailed(Reason.ServerUnreachable);
        }
    }

    private OutgoingEffect Secure()
    {
        if (!_clock.TryUtcMs(out long utcMs))
        {
            lock (_lock)
            {
                return _call.OnSecureFailed(Reason.ClockUnknown);
            }
        }

        OutgoingLine line = _line!;
        bool isSecure;
        Reason reason;
        _before.BeforeHandshake();

        try
        {
            isSecure = line.Secure(_call.Host.ToString(), _roots, utcMs / 1000, out reason);
        }
        finally
        {
            _before.AfterHandshake();
        }

        lock (_lock)
        {
            long nowMs = Environment.TickCount64;
            _call.OnMoved(line.TakeMoved(), nowMs);

            // A wait that was given up is silence, not a broken handshake.
            return isSecure ? _call.OnSecured(nowMs)
                : _call.OnTick(nowMs) == OutgoingEffect.Close ? OutgoingEffect.Close
                : _call.OnSecureFailed(reason);
        }
    }

    private OutgoingEffect SendAll()
    {
        byte[]? body;
        int length;

        lock (_lock)
        {
            body = _call.Body;
            length = _call.WriteHead(_buffer);
        }

        if (length == 0)
        {
            return OutgoingEffect.Close;
        }

        OutgoingEffect effect = SendPiece(_buffer, 0, length);
        int at = 0;

        while (body != null && at < body.Length && effect == OutgoingEffect.Continue)
        {
            int count = body.Length - at < PieceBytes ? body.Length - at : PieceBytes;
            effect = SendPiece(body, at, count);
            at += count;
        }

        if (effect != OutgoingEffect.Continue)
        {
            return effect;
        }

        _at = 0;
        _have = 0;

        lock (_lock)
        {
            return _call.OnSent(Environment.TickCount64);
        }
    }

    private OutgoingEffect SendPiece(byte[] source, int offset, int count)
    {
        bool isSent = _line!.Write(source, offset, count);

        lock (_lock)
        {
            OutgoingEffect effect = _call.OnMoved(_line.TakeMoved(), Environment.TickCount64);

            return isSent ? effect : Ended(false);
        }
    }

    private OutgoingEffect ReceiveHead()
    {
        OutgoingEffect effect = Receive();

        while (effect == OutgoingEffect.Continue || effect == OutgoingEffect.Skip)
        {
            lock (_lock)
            {
                if (effect == OutgoingEffect.Skip)
                {
                    _have -= _call.HeadLength;
                    Array.Copy(_buffer, _call.HeadLength, _buffer, 0, _have);
                }

                effect = _call.OnHead(_buffer, _have, Environment.TickCount64);
            }
        }

        return effect;
    }

    // Waits for more behind what is there. Continue when it came.
    private OutgoingEffect Receive()
    {
        OutgoingLine line = _line!;
        int got = line.Read(_buffer, _have, _buffer.Length - _have);

        lock (_lock)
        {
            OutgoingEffect effect = _call.OnMoved(line.TakeMoved(), Environment.TickCount64);
            _have += got > 0 ? got : 0;

            return effect != OutgoingEffect.Continue || got > 0 ? effect : Ended(got == 0);
        }
    }

    // Under the lock. A wait that was given up is too slow, not cut short.
    private OutgoingEffect Ended(bool isProper)
    {
        long nowMs = Environment.TickCount64;
        OutgoingEffect effect = _call.OnTick(nowMs);

        return effect == OutgoingEffect.Continue ? _call.OnEnded(isProper, nowMs) : effect;
    }

    private OutgoingAnswer Answer()
    {
        byte[] head = new byte[_call.HeadLength];
        Array.Copy(_buffer, head, head.Length);
        BodyStream body = new BodyStream(this);
        _at = head.Length;

        lock (_lock)
        {
            _body = body;
        }

        OutgoingAnswer answer = new OutgoingAnswer(_call.Place, _call.Redirects, head, body);
        OutgoingEffect effect;

        // A body of nothing is whole already.
        lock (_lock)
        {
            effect = _call.OnBody(_buffer, _at, 0, Environment.TickCount64);
        }

        if (effect == OutgoingEffect.Done)
        {
            Finish();
        }

        return answer;
    }

    // The next bytes of the body; 0 when it is whole or the call is over.
    private int Pull(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            OutgoingEffect effect;
            int length;

            lock (_lock)
            {
                int limit = _have - _at < count ? _have - _at : count;
                effect = _call.OnBody(_buffer, _at, limit, Environment.TickCount64);
                length = effect == OutgoingEffect.Close ? 0 : _call.DataLength;
                Array.Copy(_buffer, _call.DataOffset, buffer, offset, length);
                _at += _call.Consumed;
            }

            if (effect == OutgoingEffect.Receive && length == 0 && _at == _have)
            {
                _at = 0;
                _have = 0;
                effect = Receive();
            }

            if (effect == OutgoingEffect.Done)
            {
                Finish();
            }

            if (length > 0 || effect == OutgoingEffect.Done || effect == OutgoingEffect.Close)
            {
                return length;
            }
        }
    }

    // The answer is whole, whatever comes now.
    private void Finish()
    {
        lock (_lock)
        {
            _body!.IsWhole = true;
        }

        _line?.Drain(_buffer);
        CloseLine();

        lock (_lock)
        {
            _call.OnClosed();
        }
    }

    private void CloseLine()
    {
        OutgoingLine? line;

        lock (_lock)
        {
            line = _line;
            _line = null;
        }

        if (line == null)
        {
            return;
        }

        line.Close();

        lock (_lock)
        {
            _call.OnMoved(line.TakeMoved(), Environment.TickCount64);
        }
    }
}
