namespace ToyGuard.Wire.Http;

/// <summary>Reads the head of an HTTP/1.1 request, and none that two readers could read in two ways. Reused; allocates nothing; never throws on input.</summary>
public sealed class RequestHead
{
    /// <summary>Longest head, its empty line included. A buffer of this size holds every head that can be read.</summary>
    public const int HeadMax = 8192;

    /// <summary>Most field lines; browsers send under 25.</summary>
    public const int HeadersMax = 64;

    /// <summary>Longest target, as long as the longest URL of Wire/Url.</summary>
    public const int TargetMax = 2048;

    /// <summary>Longest method; the longest registered one has 17 letters.</summary>
    public const int MethodMax = 32;

    /// <summary>Longest host; whether it is a host name is for others to say (RFC 1035, 2.3.4).</summary>
    public const int HostMax = 255;

    /// <summary>Largest Content-Length: 15 digits, which no reader's number overflows.</summary>
    public const long ContentLengthMax = 999999999999999;

    /// <summary>Why the head was refused; <see cref="HttpFault.None"/> otherwise.</summary>
    public HttpFault Fault { get; private set; }

    /// <summary>How many bytes of the head stand before the one that is wrong.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>None unless the head was read whole.</summary>
    public HttpMethod Method { get; private set; }

    /// <summary>Index in the buffer of the method's first byte.</summary>
    public int MethodOffset { get; private set; }

    /// <summary>Bytes of the method; 0 unless the head was read whole.</summary>
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
    public int HostPort { get; private set; }

    /// <summary>True for HTTP/1.0.</summary>
    public bool IsVersion10 { get; private set; }

    /// <summary>Bytes of the body that follows; -1 when there is no Content-Length, and then no body.</summary>
    public long ContentLength { get; private set; }

    /// <summary>True when there is an Upgrade field, of whatever value.</summary>
    public bool HasUpgrade { get; private set; }

    /// <summary>True when the client waits for "100 Continue" before it sends the body (RFC 9110, 10.1.1).</summary>
    public bool ExpectsContinue { get; private set; }

    /// <summary>Number of field lines; 0 unless the head was read whole.</summary>
    public int HeaderCount { get; private set; }

    /// <summary>Bytes up to and with the empty line; 0 unless the head was read whole. What follows is the body.</summary>
    public int HeadLength { get; private set; }

    /// <summary>Forgets everything, for the next request.</summary>
    public void Reset()
    {
        HeadLength = 0;
    }

    /// <summary>Reads on. Each call gets all bytes since the head's first, at <paramref name="offset"/>, of which the earlier ones have not changed.</summary>
    /// <remarks><see cref="ReadStatus.Complete"/> and <see cref="ReadStatus.Refused"/> are final until <see cref="Reset"/>. Keeps the array, not its bytes.</remarks>
    public ReadStatus Read(byte[] buffer, int offset, int count)
    {
        Fault = HttpFault.HeadTooLong;
        HostPort = -1;
        ContentLength = -1;

        return ReadStatus.Refused;
    }

    /// <summary>Index in the buffer of a field's name.</summary>
    public int NameOffset(int index)
    {
        return HeadLength + index;
    }

    /// <summary>Bytes of a field's name, 1 or more.</summary>
    public int NameLength(int index)
    {
        return HeadLength + index;
    }

    /// <summary>Index in the buffer of a field's value, blanks in front left out.</summary>
    public int ValueOffset(int index)
    {
        return HeadLength + index;
    }

    /// <summary>Bytes of a field's value, blanks behind it left out; may be 0.</summary>
    public int ValueLength(int index)
    {
        return HeadLength + index;
    }

    /// <summary>The first field of this name, whatever its case; -1 when there is none.</summary>
    /// <param name="lowerName">The name in lower case.</param>
    public int Find(byte[] lowerName)
    {
        return HeaderCount - 1;
    }
}
