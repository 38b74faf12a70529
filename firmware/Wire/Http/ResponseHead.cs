namespace ToyGuard.Wire.Http;

/// <summary>Reads the head of an HTTP/1.1 response, and none that two readers could read in two ways. Reused; allocates nothing; never throws on input.</summary>
/// <remarks>
/// <para>RFC 9112, 4 to 6; RFC 9110, 15. Each fault is one rule, in <see cref="HttpFault"/>.</para>
/// <code>
/// HTTP/1.1 200 OK               version, one space, three digits, one space, words or none, CR LF
/// Content-Length: 5             at most one, and never beside
/// Transfer-Encoding: chunked    which is this or nothing
/// </code>
/// <para>A response of 1xx is a head of its own: read it, <see cref="MessageHead.Reset"/>, and read the next behind it.</para>
/// </remarks>
public sealed class ResponseHead : MessageHead
{
    private const int VersionLength = 8;
    private const int StatusEnd = VersionLength + 4;
    private const int NoContent = 204;
    private const int NotModified = 304;

    private bool _isLineEnd;
    private int _number;

    /// <summary>100 to 599; 0 unless the head was read whole. One of 1xx is followed by another head (RFC 9110, 15.2).</summary>
    public int Status { get; private set; }

    /// <summary>True when the body comes in chunks.</summary>
    public bool IsChunked { get; private set; }

    /// <summary>How the body ends that follows this head, as the answer to a request of that method (RFC 9112, 6.3).</summary>
    public BodyKind BodyOf(HttpMethod request)
    {
        if (request == HttpMethod.Head || IsBodyless(Status) || Status == NotModified || (request == HttpMethod.Connect && Status < 300))
        {
            return BodyKind.None;
        }

        return IsChunked ? BodyKind.Chunked
            : ContentLength >= 0 ? BodyKind.Length
            : BodyKind.ToClose;
    }

    private protected override HttpFault TakeFirstLine(byte value)
    {
        if (_isLineEnd)
        {
            return EndFirstLine(value);
        }

        if (At == 0 && (value == '\r' || value == '\n'))
        {
            return HttpFault.LeadingLine;
        }

        if (At < VersionLength)
        {
            return TakeVersion(At, value);
        }

        if (value == '\r')
        {
            _isLineEnd = true;

            return At > StatusEnd ? HttpFault.None : HttpFault.LineShort;
        }

        if (value == '\n')
        {
            return HttpFault.BareLf;
        }

        if (At > StatusEnd)
        {
            return HttpBytes.IsText(value) ? HttpFault.None : HttpFault.ReasonBytes;
        }

        return At == VersionLength && value != ' ' ? HttpFault.Version : TakeStatus(value);
    }

    private protected override HttpFault JudgeField(int index)
    {
        if (IsField(index, "content-length"))
        {
            HttpFault fault = TakeContentLength(index);

            return fault != HttpFault.None ? fault
                : IsChunked ? HttpFault.TwoFramings
                : IsBodyless(_number) && ContentLength > 0 ? HttpFault.BodyForbidden
                : HttpFault.None;
        }

        return IsField(index, "transfer-encoding") ? JudgeEncoding(index) : HttpFault.None;
    }

    private protected override HttpFault JudgeHead()
    {
        Status = _number;

        return HttpFault.None;
    }

    private protected override void Clear()
    {
        _isLineEnd = false;
        _number = 0;
        Status = 0;
        IsChunked = false;
    }

    // The three digits, and a space on each side of them. Servers must send the second one even when no words follow.
    private HttpFault TakeStatus(byte value)
    {
        if (At == VersionLength || At == StatusEnd)
        {
            return value == ' ' ? HttpFault.None : HttpFault.StatusDigits;
        }

        if (!HttpBytes.IsDigit(value))
        {
            return HttpFault.StatusDigits;
        }

        _number = (_number * 10) + (value - '0');

        return At == VersionLength + 1 && (_number < 1 || _number > 5) ? HttpFault.StatusRange : HttpFault.None;
    }

    private HttpFault JudgeEncoding(int index)
    {
        if (IsVersion10)
        {
            return HttpFault.EncodingInOld;
        }

        if (IsBodyless(_number))
        {
            return HttpFault.BodyForbidden;
        }

        if (IsChunked)
        {
            return HttpFault.EncodingTwice;
        }

        if (!IsValue(index, "chunked"))
        {
            return HttpFault.EncodingOther;
        }

        IsChunked = true;

        return ContentLength >= 0 ? HttpFault.TwoFramings : HttpFault.None;
    }

    // 1xx and 204 end with their head, whatever they say (RFC 9112, 6.3), and may not say otherwise (RFC 9110, 8.6).
    private static bool IsBodyless(int status)
    {
        return status < 200 || status == NoContent;
    }
}
