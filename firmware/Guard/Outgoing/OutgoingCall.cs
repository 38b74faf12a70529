using System;
using ToyGuard.Core.Policy;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;
using ToyGuard.Wire.Url;

namespace ToyGuard.Guard.Outgoing;

/// <summary>One call of the toy itself, from its URL to the last byte of its answer: what may happen next, and why it ended. It sees neither sockets nor clock.</summary>
/// <remarks>
/// <code>
///           +--------------- Follow, a new decision, at most five times ---------------+
///           v                                                                          |
///  Begin--> Resolving --> Connecting --> Securing --> Sending --> Receiving --> Redirecting
///              |  all         |  still      | server     |            |  head read
///              |  addresses   |  allowed    | checked,   |            v
///              |  good        |             | allowed    |           Body --> Done --> Ended
///              v              v             v            v            v
///            Ended, with a reason, the place, and everything counted (Begin starts the next call)
/// </code>
/// The name that is looked up is the judged one, every one of its addresses is judged, the address that is connected to is one of those, and the
/// certificate and the Host line are for that same name (EGR-01, EGR-03). A redirect gets nothing for free: it is read, asked, looked up and
/// judged like the first URL. From the verdict on, the gate is asked again and again (PCTL-07, EGR-09).
/// Not safe for two threads at once: the caller has one lock.
/// </remarks>
public sealed class OutgoingCall
{
    /// <summary>Redirects that are followed. A loop ends here too.</summary>
    public const int RedirectsMax = 5;

    /// <summary>Heads of 1xx that are read over, in one answer.</summary>
    public const int InterimMax = 4;

    /// <summary>Milliseconds for looking up, and again for connecting, and for a TLS handshake.</summary>
    public const int StepMs = 10 * 1000;

    /// <summary>Milliseconds between two questions to the gate. A pause closes within 2 s (PCTL-07), so this and the caller's ticks together stay well below.</summary>
    public const int RejudgeMs = 500;

    /// <summary>Bytes moved after which the gate is asked at once: what a daily budget can be overrun by (EGR-09).</summary>
    public const int RejudgeBytes = 64 * 1024;

    private const int AddressLength = 4;

    private readonly Gate _gate;
    private readonly bool _hasRoots;
    private readonly bool _isErase;
    private readonly GateQuery _query;
    private readonly HostName _firstHost = new HostName();
    private readonly RequestWriter _writer = new RequestWriter();
    private readonly ResponseHead _head = new ResponseHead();
    private readonly BodyReader _reader = new BodyReader();
    private UrlReference _here = new UrlReference();
    private UrlReference _next = new UrlReference();

    private OutgoingRequest? _request;
    private HttpMethod _method;
    private UrlScheme _firstScheme;
    private int _firstPort;
    private bool _isSecure;
    private bool _hasLeft;
    private int _endpoint;
    private int _timeMs;
    private int _bodyMax;
    private int _interims;
    private long _bodyBytes;
    private long _begunMs;
    private long _enteredMs;
    private long _judgedMs;
    private long _unjudgedBytes;

    /// <summary>A call that has not begun; used again and again, one at a time.</summary>
    /// <param name="gate">Asked before each step.</param>
    /// <param name="toy">Whose calls these are, from 1.</param>
    /// <param name="hasRoots">False when there is no trust anchor: https is held before any look-up then.</param>
    /// <param name="isErase">True for calls that are no toy's: the device's own delete-requests, over https only. A redirect is an answer to them, and is not followed.</param>
    public OutgoingCall(Gate gate, int toy, bool hasRoots, bool isErase = false)
    {
        _gate = gate;
        _hasRoots = hasRoots;
        _isErase = isErase;
        _query = new GateQuery { Toy = toy };
    }

    /// <summary>Where it stands.</summary>
    public OutgoingState State { get; private set; }

    /// <summary>True while a call is going on.</summary>
    public bool IsGoing
    {
        get { return State != OutgoingState.Idle && State != OutgoingState.Ended; }
    }

    /// <summary>Why it ended, when something held or failed; <see cref="Reason.None"/> while it lives, after a whole answer, and when the caller gave it up.</summary>
    public Reason End { get; private set; }

    /// <summary>The host of the place that the call is at, as the gate judged it.</summary>
    public HostName Host
    {
        get { return _query.Host; }
    }

    /// <summary>The port of that place.</summary>
    public int Port
    {
        get { return _query.Port; }
    }

    /// <summary>That place in words: host, and the port when it is not the scheme's own. Empty when no URL was read, or its host is no name.</summary>
    public string Place
    {
        get
        {
            int own = _isSecure ? 443 : 80;

            string host = _query.Host.ToString();

            return host.Length == 0 || _query.Port == own ? host : $"{host}:{_query.Port}";
        }
    }

    /// <summary>Redirects so far.</summary>
    public int Redirects { get; private set; }

    /// <summary>The judged address to connect to, 4 bytes; means something from <see cref="OutgoingState.Connecting"/> on.</summary>
    public byte[] Address { get; } = new byte[AddressLength];

    /// <summary>What is sent behind the head here; null when the request has no body, or lost it on a redirect.</summary>
    public byte[]? Body { get; private set; }

    /// <summary>Bytes of the head that was read last.</summary>
    public int HeadLength { get; private set; }

    /// <summary>Index in the buffer of the body's bytes that the last OnBody found.</summary>
    public int DataOffset
    {
        get { return _reader.DataOffset; }
    }

    /// <summary>How many they are; may be 0.</summary>
    public int DataLength
    {
        get { return _reader.DataLength; }
    }

    /// <summary>How many bytes the last OnBody read over.</summary>
    public int Consumed
    {
        get { return _reader.Consumed; }
    }

    /// <summary>Begins a call: reads the request and its URL, and asks the gate. Times are milliseconds of one monotonic clock.</summary>
    public OutgoingEffect Begin(OutgoingRequest request, long nowMs)
    {
        if (IsGoing)
        {
            throw new InvalidOperationException();
        }

        _request = request;
        _method = request.Method;
        Body = request.Body;
        _timeMs = request.TimeMs;
        _bodyMax = request.BodyBytesMax;
        _begunMs = nowMs;
        _hasLeft = false;
        _unjudgedBytes = 0;
        _endpoint = 0;
        _bodyBytes = 0;
        Redirects = 0;
        HeadLength = 0;
        End = Reason.None;
        _query.Host.Read("");
        _query.Port = 0;
        _query.Kind = AskKind.None;
        _isSecure = false;

        if (!request.IsFit)
        {
            return Fail(Reason.RequestUnfit);
        }

        UrlFault fault = _here.Read(request.Url);

        if (fault != UrlFault.None)
        {
            return Fail(IsAboutHost(fault) ? Reason.NotAName : Reason.RequestUnfit);
        }

        UrlReader url = _here.Url;
        _firstHost.Read(url.Source, url.HostOffset, url.HostLength);
        _firstPort = url.Port;
        _firstScheme = url.Scheme;
        GoTo(url);

        if (_isErase && !_isSecure)
        {
            return Fail(Reason.RequestUnfit);
        }

        return Ask(nowMs);
    }

    /// <summary>The connection that led elsewhere is closed: asks the gate for the new place, as if it were the first.</summary>
    public OutgoingEffect Follow(long nowMs)
    {
        if (IsOver(OutgoingState.Redirecting))
        {
            return OutgoingEffect.Close;
        }

        // The old place pays for its own bytes.
        Settle();
        _endpoint = 0;

        bool wasSecure = _isSecure;
        UrlReference here = _next;
        _next = _here;
        _here = here;
        Rewrite();
        GoTo(here.Url);

        if (Redirects == RedirectsMax)
        {
            return Fail(Reason.TooManyRedirects);
        }

        Redirects++;
        _hasLeft = _hasLeft || here.Url.Scheme != _firstScheme || here.Url.Port != _firstPort || !_firstHost.IsSame(_query.Host);

        // What changes something was meant for the place that the caller named; what another place gets is a plain look.
        bool isMore = Body is not null || (_method != HttpMethod.Get && _method != HttpMethod.Head);

        if ((wasSecure && !_isSecure) || (_hasLeft && isMore))
        {
            return Fail(Reason.RedirectUnfit);
        }

        return Ask(nowMs);
    }

    /// <summary>The look-up is done: <see cref="Reason.None"/> and <paramref name="count"/> IPv4 addresses of 4 bytes each, or why there are none.</summary>
    public OutgoingEffect OnResolved(Reason reason, byte[] addresses, int count, long nowMs)
    {
        if (IsOver(OutgoingState.Resolving))
        {
            return OutgoingEffect.Close;
        }

        if (reason != Reason.None || count == 0)
        {
            return Fail(reason != Reason.None ? reason : Reason.NameWithoutAddress);
        }

        // All of them, not only the one to be used: who puts one address of ours into an answer does it on purpose (DNS rebinding).
        for (int i = 0; i < count; i++)
        {
            if (!AddressJudge.IsGlobal(addresses, i * AddressLength, AddressLength, out Reason held))
            {
                return Fail(held);
            }
        }

        Array.Copy(addresses, Address, AddressLength);

        // Looking up took its time.
        return Rejudge(nowMs) == OutgoingEffect.Continue
            ? Enter(OutgoingState.Connecting, nowMs, OutgoingEffect.Connect)
            : OutgoingEffect.Close;
    }

    /// <summary>The server has accepted the connection. The last moment at which nothing of the toy's has left.</summary>
    public OutgoingEffect OnConnected(long nowMs)
    {
        if (IsOver(OutgoingState.Connecting) || Rejudge(nowMs) != OutgoingEffect.Continue)
        {
            return OutgoingEffect.Close;
        }

        return _isSecure
            ? Enter(OutgoingState.Securing, nowMs, OutgoingEffect.Secure)
            : Enter(OutgoingState.Sending, nowMs, OutgoingEffect.Send);
    }

    /// <summary>There is no connection, and why.</summary>
    public OutgoingEffect OnConnectFailed(Reason reason)
    {
        return IsOver(OutgoingState.Connecting) ? OutgoingEffect.Close : Fail(reason);
    }

    /// <summary>The server was checked and is the judged one.</summary>
    public OutgoingEffect OnSecured(long nowMs)
    {
        return !IsOver(OutgoingState.Securing) && Rejudge(nowMs) == OutgoingEffect.Continue
            ? Enter(OutgoingState.Sending, nowMs, OutgoingEffect.Send)
            : OutgoingEffect.Close;
    }

    /// <summary>The handshake failed, or the server is not the judged one, and why.</summary>
    public OutgoingEffect OnSecureFailed(Reason reason)
    {
        return IsOver(OutgoingState.Securing) ? OutgoingEffect.Close : Fail(reason == Reason.None ? Reason.TlsBroken : reason);
    }

    /// <summary>Writes the head of the request into <paramref name="buffer"/>; 0 when it does not fit, and then the call is over.</summary>
    public int WriteHead(byte[] buffer)
    {
        if (IsOver(OutgoingState.Sending))
        {
            return 0;
        }

        UrlReader url = _here.Url;
        bool isOwnPort = url.Port == (url.Scheme == UrlScheme.Https ? 443 : 80);
        _writer.Begin(buffer, _method, url.Source, url.TargetOffset, url.TargetLength, url.NeedsSlash, Host.Bytes, Host.Length, isOwnPort ? 0 : url.Port);

        for (int i = 0; i < _request!.HeaderCount; i++)
        {
            string name = _request.HeaderName(i);

            if ((_hasLeft && !OwnHeaders.MayGoElsewhere(name)) || (Body is null && OwnHeaders.IsAboutBody(name)))
            {
                continue;
            }

            _writer.AddField(name, _request.HeaderValue(i));
        }

        bool saysNone = _method == HttpMethod.Post || _method == HttpMethod.Put || _method == HttpMethod.Patch;
        int length = _writer.End(Body is not null ? Body.Length : saysNone ? 0 : -1);

        if (length == 0)
        {
            Fail(Reason.RequestUnfit);
        }

        return length;
    }

    /// <summary>The whole request is with the network.</summary>
    public OutgoingEffect OnSent(long nowMs)
    {
        if (IsOver(OutgoingState.Sending))
        {
            return OutgoingEffect.Close;
        }

        _head.Reset();
        _interims = 0;

        return Enter(OutgoingState.Receiving, nowMs, OutgoingEffect.Receive);
    }

    /// <summary>So many bytes have moved, both directions together, handshakes and what is thrown away included. Counted even after the end, for the last place that was connected to.</summary>
    public OutgoingEffect OnMoved(long bytes, long nowMs)
    {
        _unjudgedBytes += bytes;

        if (!IsGoing)
        {
            Settle();

            return OutgoingEffect.Close;
        }

        return _unjudgedBytes >= RejudgeBytes ? Rejudge(nowMs) : OutgoingEffect.Continue;
    }

    /// <summary>Takes the head of the answer; <paramref name="buffer"/> holds all <paramref name="count"/> bytes since its first.</summary>
    public OutgoingEffect OnHead(byte[] buffer, int count, long nowMs)
    {
        if (IsOver(OutgoingState.Receiving))
        {
            return OutgoingEffect.Close;
        }

        switch (_head.Read(buffer, 0, count))
        {
            case ReadStatus.Complete:
                HeadLength = _head.HeadLength;

                return _head.Status < 200 ? Skip()
                    : !_isErase && IsRedirect(_head.Status) && _head.Find("location") >= 0 ? Redirect(buffer, nowMs)
                    : Answer(nowMs);

            case ReadStatus.Refused:
                return Fail(_head.Fault == HttpFault.HeadTooLong ? Reason.AnswerTooLong : Reason.AnswerMalformed);

            default:
                return OutgoingEffect.Receive;
        }
    }

    /// <summary>Takes what comes behind the head, from the first byte that was not consumed, up to and with the next piece of the body.</summary>
    public OutgoingEffect OnBody(byte[] buffer, int offset, int count, long nowMs)
    {
        if (IsOver(OutgoingState.Body))
        {
            return OutgoingEffect.Close;
        }

        ReadStatus status = _reader.Read(buffer, offset, count);
        _bodyBytes += DataLength;

        if (_bodyBytes > _bodyMax)
        {
            return Fail(Reason.AnswerTooLong);
        }

        return status == ReadStatus.Refused ? Fail(Reason.AnswerMalformed)
            : status == ReadStatus.Complete ? Enter(OutgoingState.Done, nowMs, OutgoingEffect.Done)
            : OutgoingEffect.Receive;
    }

    /// <summary>The server has ended the connection; <paramref name="isProper"/> is false when it broke off.</summary>
    public OutgoingEffect OnEnded(bool isProper, long nowMs)
    {
        switch (State)
        {
            case OutgoingState.Done:
                return OutgoingEffect.Done;

            case OutgoingState.Redirecting:
                return OutgoingEffect.Redirect;

            case OutgoingState.Body when isProper && _reader.End() == ReadStatus.Complete:
                return Enter(OutgoingState.Done, nowMs, OutgoingEffect.Done);

            default:
                return IsGoing ? Fail(Reason.AnswerCutShort) : OutgoingEffect.Close;
        }
    }

    /// <summary>The connection is closed: after a whole answer, or because the caller gives the call up.</summary>
    public void OnClosed()
    {
        if (IsGoing)
        {
            Over(Reason.None);
        }
    }

    /// <summary>Time has passed: keeps every deadline, and asks the gate again when that is due. Call it many times a second.</summary>
    public OutgoingEffect OnTick(long nowMs)
    {
        if (!IsGoing)
        {
            return State == OutgoingState.Idle ? OutgoingEffect.Continue : OutgoingEffect.Close;
        }

        bool isStep = State == OutgoingState.Resolving || State == OutgoingState.Connecting || State == OutgoingState.Securing;

        if (nowMs - _begunMs >= _timeMs || (isStep && nowMs - _enteredMs >= StepMs))
        {
            return Fail(LateReason());
        }

        return nowMs - _judgedMs >= RejudgeMs ? Rejudge(nowMs) : OutgoingEffect.Continue;
    }

    private Reason LateReason()
    {
        switch (State)
        {
            case OutgoingState.Resolving:
                return Reason.ResolverSilent;
            case OutgoingState.Connecting:
                return Reason.ServerSilent;
            case OutgoingState.Securing:
                return Reason.TlsSilent;
            default:
                return Reason.AnswerTooSlow;
        }
    }

    private OutgoingEffect Skip()
    {
        _interims++;

        // 101 changes the protocol, which nobody asked for.
        if (_head.Status == 101 || _interims > InterimMax)
        {
            return Fail(Reason.AnswerMalformed);
        }

        _head.Reset();

        return OutgoingEffect.Skip;
    }

    private OutgoingEffect Redirect(byte[] buffer, long nowMs)
    {
        int location = _head.Find("location");

        // Of two places, readers differ in which they take.
        if (_head.FindFrom(location + 1, "location") >= 0)
        {
            return Fail(Reason.RedirectUnfit);
        }

        UrlFault fault = _next.Resolve(_here.Url, buffer, _head.ValueOffset(location), _head.ValueLength(location));

        return fault == UrlFault.None
            ? Enter(OutgoingState.Redirecting, nowMs, OutgoingEffect.Redirect)
            : Fail(Reason.RedirectUnfit);
    }

    private OutgoingEffect Answer(long nowMs)
    {
        BodyKind kind = _head.BodyOf(_method);

        // Inside TLS, a body that only the connection's end ends may have been cut by anybody on the way: the runtimes do not say how TLS ended.
        if (kind == BodyKind.ToClose && _isSecure)
        {
            return Fail(Reason.AnswerMalformed);
        }

        if (kind == BodyKind.Length && _head.ContentLength > _bodyMax)
        {
            return Fail(Reason.AnswerTooLong);
        }

        _reader.Begin(kind, kind == BodyKind.Length ? _head.ContentLength : 0);

        return Enter(OutgoingState.Body, nowMs, OutgoingEffect.Answer);
    }

    // RFC 9110, 15.4: what is asked for at the new place. 307 and 308 change nothing.
    private void Rewrite()
    {
        int status = _head.Status;
        bool isPostMoved = (status == 301 || status == 302) && _method == HttpMethod.Post;

        if (isPostMoved || (status == 303 && _method != HttpMethod.Head))
        {
            _method = HttpMethod.Get;
            Body = null;
        }
    }

    private void GoTo(UrlReader url)
    {
        _query.Host.Read(url.Source, url.HostOffset, url.HostLength);
        _query.Port = url.Port;
        _isSecure = url.Scheme == UrlScheme.Https;
        _query.Kind = _isErase ? AskKind.OwnErase : _isSecure ? AskKind.Https : AskKind.Http;
    }

    private OutgoingEffect Ask(long nowMs)
    {
        Verdict verdict = _gate.Ask(_query);

        if (!verdict.IsAllowed)
        {
            return Over(verdict.Reason);
        }

        if (_isSecure && !_hasRoots)
        {
            return Fail(Reason.TlsWithoutRoots);
        }

        _endpoint = verdict.Endpoint;
        _judgedMs = nowMs;

        return Enter(OutgoingState.Resolving, nowMs, OutgoingEffect.Resolve);
    }

    // Late events come because the watch ends a call under the thread that makes it. An event that never fits is our mistake.
    private bool IsOver(OutgoingState expected)
    {
        if (State != expected && State != OutgoingState.Ended)
        {
            throw new InvalidOperationException();
        }

        return State == OutgoingState.Ended;
    }

    private OutgoingEffect Rejudge(long nowMs)
    {
        long bytes = _unjudgedBytes;
        _unjudgedBytes = 0;
        _judgedMs = nowMs;
        Verdict verdict = _gate.Recheck(_query, _endpoint, bytes);

        return verdict.IsAllowed ? OutgoingEffect.Continue : Over(verdict.Reason);
    }

    // An end that the gate has not counted yet.
    private OutgoingEffect Fail(Reason reason)
    {
        Over(reason);
        _gate.Hold(_query, reason);

        return OutgoingEffect.Close;
    }

    // Over first of all: a gate that throws must not leave a call that looks alive.
    private OutgoingEffect Over(Reason reason)
    {
        End = reason;
        State = OutgoingState.Ended;
        Body = null;
        _request = null;
        Settle();

        return OutgoingEffect.Close;
    }

    private void Settle()
    {
        long bytes = _unjudgedBytes;
        _unjudgedBytes = 0;

        if (bytes > 0)
        {
            _gate.AddBytes(_query.Toy, _endpoint, bytes);
        }
    }

    private OutgoingEffect Enter(OutgoingState next, long nowMs, OutgoingEffect effect)
    {
        State = next;
        _enteredMs = nowMs;

        return effect;
    }

    private static bool IsRedirect(int status)
    {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    // What makes a URL lead elsewhere than it looks, or to an address (EGR-02, EGR-03).
    private static bool IsAboutHost(UrlFault fault)
    {
        return fault == UrlFault.UserInfo || fault == UrlFault.EmptyHost || fault == UrlFault.PercentInHost || fault == UrlFault.BracketInHost
            || fault == UrlFault.NumericHost || fault == UrlFault.HostCharacter;
    }
}
