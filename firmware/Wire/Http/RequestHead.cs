namespace ToyGuard.Wire.Http;

/// <summary>Reads the head of an HTTP/1.1 request, and none that two readers could read in two ways. Reused; allocates nothing; never throws on input.</summary>
/// <remarks>
/// <para>RFC 9112, 2 to 6 and 11.2; RFC 9110, 7.2 and 8.6. Each fault is one rule, in <see cref="HttpFault"/>.</para>
/// <code>
/// POST /a/b?c HTTP/1.1          method, one space, target, one space, version, CR LF
/// Host: stories.toys.example    exactly one, in HTTP/1.0 as well
/// Content-Length: 5             at most one; without it there is no body
///                               the empty line; what follows is not looked at
/// </code>
/// <para>Narrower than the RFC on purpose: no Transfer-Encoding, no empty line in front, no bytes above 127, and an absolute target only for http and with a path.</para>
/// </remarks>
public sealed class RequestHead : MessageHead
{
    /// <summary>Longest target, as long as the longest URL of Wire/Url.</summary>
    public const int TargetMax = 2048;

    /// <summary>Longest method; the longest registered one has 17 letters.</summary>
    public const int MethodMax = 32;

    /// <summary>Longest host; whether it is a host name is for others to say (RFC 1035, 2.3.4).</summary>
    public const int HostMax = 255;

    private const string AbsoluteStart = "http://";

    private Step _step;

    // What the target has to go with, where it and the version begin, and how many hex digits a percent sign still wants.
    private HttpMethod _method;
    private int _target;
    private int _version;
    private int _percent;

    // Host and port in the target itself, if it has them: counted from the head's first byte.
    private int _authority;
    private int _authorityHostLength;
    private int _authorityPort;

    private enum Step : byte
    {
        Method,
        Target,
        Version,
        LineEnd,
    }

    /// <summary>What is asked for; None unless the head was read whole.</summary>
    public HttpMethod Method { get; private set; }

    /// <summary>Index in the buffer of the method's first byte.</summary>
    public int MethodOffset { get; private set; }

    /// <summary>Bytes of the method.</summary>
    public int MethodLength { get; private set; }

    /// <summary>Index in the buffer of the target's first byte: the "/" of a path, "*", or the host of CONNECT.</summary>
    public int TargetOffset { get; private set; }

    /// <summary>Bytes of the target; of an absolute one, its path and query. 0 unless the head was read whole.</summary>
    public int TargetLength { get; private set; }

    /// <summary>True when the target was absolute, as clients send it to proxies. Its host and port are those of Host then, or the head is refused.</summary>
    public bool IsAbsolute { get; private set; }

    /// <summary>Index in the buffer of the Host's first byte.</summary>
    public int HostOffset { get; private set; }

    /// <summary>Bytes of the Host without its port, as written; 0 unless the head was read whole.</summary>
    public int HostLength { get; private set; }

    /// <summary>1 to 65535; -1 when Host names none.</summary>
    public int HostPort { get; private set; } = -1;

    /// <summary>True when there is an Upgrade field, of whatever value.</summary>
    public bool HasUpgrade { get; private set; }

    /// <summary>True when the client waits for "100 Continue" before it sends the body (RFC 9110, 10.1.1).</summary>
    public bool ExpectsContinue { get; private set; }

    private protected override HttpFault TakeFirstLine(byte value)
    {
        switch (_step)
        {
            case Step.Method:
                return TakeMethod(value);

            case Step.Target:
                return TakeTarget(value);

            case Step.Version when At - _version < 8:
                return TakeVersion(At - _version, value);

            case Step.Version when value == '\r':
                _step = Step.LineEnd;

                return HttpFault.None;

            case Step.Version:
                return value == '\n' ? HttpFault.BareLf : HttpFault.Version;

            default:
                return EndFirstLine(value);
        }
    }

    private protected override HttpFault JudgeField(int index)
    {
        if (IsField(index, "host"))
        {
            return HostLength == 0 ? TakeHost(index) : HttpFault.TwoHosts;
        }

        if (IsField(index, "content-length"))
        {
            return TakeContentLength(index);
        }

        if (IsField(index, "transfer-encoding"))
        {
            return HttpFault.TransferEncoding;
        }

        if (IsField(index, "connection"))
        {
            return Lists(index, "host") || Lists(index, "content-length") || Lists(index, "transfer-encoding")
                ? HttpFault.ConnectionOption
                : HttpFault.None;
        }

        HasUpgrade |= IsField(index, "upgrade");
        ExpectsContinue |= !IsVersion10 && IsField(index, "expect") && IsValue(index, "100-continue");

        return HttpFault.None;
    }

    private protected override HttpFault JudgeHead()
    {
        if (HostLength == 0)
        {
            return HttpFault.NoHost;
        }

        int target = IsAbsolute ? PathOf(_target) : _target;

        Method = _method;
        MethodOffset = IndexOf(0);
        TargetOffset = IndexOf(target);
        TargetLength = _version - 1 - target;

        return HttpFault.None;
    }

    private protected override void Clear()
    {
        _step = Step.Method;
        _method = HttpMethod.None;
        _target = 0;
        _version = 0;
        _percent = 0;
        _authority = 0;
        _authorityHostLength = 0;
        _authorityPort = -1;
        Method = HttpMethod.None;
        MethodOffset = 0;
        MethodLength = 0;
        TargetOffset = 0;
        TargetLength = 0;
        IsAbsolute = false;
        HostOffset = 0;
        HostLength = 0;
        HostPort = -1;
        HasUpgrade = false;
        ExpectsContinue = false;
    }

    private HttpFault TakeMethod(byte value)
    {
        if (HttpBytes.IsToken(value))
        {
            return At < MethodMax ? HttpFault.None : HttpFault.MethodTooLong;
        }

        if (value == ' ' && At > 0)
        {
            MethodLength = At;
            _method = MethodOf(IndexOf(0), At);
            _target = At + 1;
            _step = Step.Target;

            return HttpFault.None;
        }

        if (value == '\r' || value == '\n')
        {
            return At == 0 ? HttpFault.LeadingLine
                : value == '\r' ? HttpFault.LineShort
                : HttpFault.BareLf;
        }

        return value == ' ' ? HttpFault.MethodEmpty : HttpFault.MethodBytes;
    }

    private HttpFault TakeTarget(byte value)
    {
        if (_percent > 0 && !HttpBytes.IsHex(value))
        {
            return HttpFault.TargetPercent;
        }

        if (HttpBytes.IsTarget(value))
        {
            _percent = value == '%' ? 2 : _percent == 2 ? 1 : 0;

            return At - _target < TargetMax ? HttpFault.None : HttpFault.TargetTooLong;
        }

        if (value == ' ')
        {
            _version = At + 1;
            _step = Step.Version;

            return At == _target ? HttpFault.TargetEmpty : JudgeTarget();
        }

        return value == '\r' ? HttpFault.LineShort
            : value == '\n' ? HttpFault.BareLf
            : HttpFault.TargetBytes;
    }

    // The target ends at At. Which of the four forms it has is seen by its begin, and has to go with the method (RFC 9112, 3.2).
    private HttpFault JudgeTarget()
    {
        int index = IndexOf(_target);
        int length = At - _target;

        WrongAt = _target;

        if (_method == HttpMethod.Connect)
        {
            return JudgeConnect();
        }

        if (Source[index] == '/')
        {
            return HttpFault.None;
        }

        if (HttpBytes.IsAnyCase(Source, index, AbsoluteStart.Length < length ? AbsoluteStart.Length : length, AbsoluteStart))
        {
            return JudgeAbsolute();
        }

        bool isAsterisk = length == 1 && Source[index] == '*';

        return isAsterisk && _method == HttpMethod.Options ? HttpFault.None
            : IsOtherScheme() ? HttpFault.TargetScheme
            : HttpFault.TargetForm;
    }

    private HttpFault JudgeConnect()
    {
        for (int i = _target; i < At; i++)
        {
            if (Source[IndexOf(i)] == '/' || Source[IndexOf(i)] == '?')
            {
                return HttpFault.TargetForm;
            }
        }

        return TakeAuthority(_target, At) && _authorityPort > 0 ? HttpFault.None : HttpFault.TargetHost;
    }

    private HttpFault JudgeAbsolute()
    {
        int path = PathOf(_target);

        IsAbsolute = true;

        if (path == At || Source[IndexOf(path)] != '/')
        {
            return HttpFault.TargetPath;
        }

        return TakeAuthority(_target + AbsoluteStart.Length, path) ? HttpFault.None : HttpFault.TargetHost;
    }

    // Position of what ends the host of an absolute target, or of the target's end.
    private int PathOf(int target)
    {
        int at = target + AbsoluteStart.Length;

        while (at < _version - 1 && Source[IndexOf(at)] != '/' && Source[IndexOf(at)] != '?')
        {
            at++;
        }

        return at;
    }

    private bool IsOtherScheme()
    {
        for (int i = _target; i + 2 < At; i++)
        {
            if (Source[IndexOf(i)] == ':')
            {
                return i > _target && Source[IndexOf(i + 1)] == '/' && Source[IndexOf(i + 2)] == '/';
            }
        }

        return false;
    }

    private bool TakeAuthority(int from, int to)
    {
        _authority = from;

        return Authority.Read(Source, IndexOf(from), to - from, out _authorityHostLength, out _authorityPort) == HttpFault.None;
    }

    private HttpFault TakeHost(int index)
    {
        HttpFault fault = Authority.Read(Source, ValueOffset(index), ValueLength(index), out int length, out int port);

        if (fault != HttpFault.None)
        {
            return fault;
        }

        HostOffset = ValueOffset(index);
        HostLength = length;
        HostPort = port;

        return _authority == 0 || IsSameAuthority() ? HttpFault.None : HttpFault.HostDiffers;
    }

    // Letter by letter but for case: clients must send the same (RFC 9112, 3.2), and ":80" beside nothing is a riddle for the next reader.
    private bool IsSameAuthority()
    {
        if (HostLength != _authorityHostLength || HostPort != _authorityPort)
        {
            return false;
        }

        for (int i = 0; i < HostLength; i++)
        {
            if (HttpBytes.Lower(Source[HostOffset + i]) != HttpBytes.Lower(Source[IndexOf(_authority + i)]))
            {
                return false;
            }
        }

        return true;
    }

    // True when the field's value, a list with commas, has this entry.
    private bool Lists(int index, string lowerWord)
    {
        int at = ValueOffset(index);
        int end = at + ValueLength(index);

        while (at < end)
        {
            int from = at;

            while (at < end && Source[at] != ',')
            {
                at++;
            }

            int to = at;

            while (from < to && HttpBytes.IsBlank(Source[from]))
            {
                from++;
            }

            while (from < to && HttpBytes.IsBlank(Source[to - 1]))
            {
                to--;
            }

            if (HttpBytes.IsAnyCase(Source, from, to - from, lowerWord))
            {
                return true;
            }

            at++;
        }

        return false;
    }

    private HttpMethod MethodOf(int offset, int length)
    {
        return IsMethod(offset, length, "GET") ? HttpMethod.Get
            : IsMethod(offset, length, "HEAD") ? HttpMethod.Head
            : IsMethod(offset, length, "POST") ? HttpMethod.Post
            : IsMethod(offset, length, "PUT") ? HttpMethod.Put
            : IsMethod(offset, length, "DELETE") ? HttpMethod.Delete
            : IsMethod(offset, length, "OPTIONS") ? HttpMethod.Options
            : IsMethod(offset, length, "PATCH") ? HttpMethod.Patch
            : IsMethod(offset, length, "TRACE") ? HttpMethod.Trace
            : IsMethod(offset, length, "CONNECT") ? HttpMethod.Connect
            : HttpMethod.Other;
    }

    private bool IsMethod(int offset, int length, string name)
    {
        return HttpBytes.IsWord(Source, offset, length, name);
    }
}
