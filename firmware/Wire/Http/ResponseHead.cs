namespace ToyGuard.Wire.Http;

/// <summary>Reads the head of an HTTP/1.1 response, and none that two readers could read in two ways. Reused; allocates nothing; never throws on input.</summary>
public sealed class ResponseHead
{
    /// <summary>Why the head was refused; <see cref="HttpFault.None"/> otherwise.</summary>
    public HttpFault Fault { get; private set; }

    /// <summary>How many bytes of the head stand before the one that is wrong.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>100 to 599; 0 unless the head was read whole. One of 1xx is followed by another head (RFC 9110, 15.2).</summary>
    public int Status { get; private set; }

    /// <summary>True for HTTP/1.0.</summary>
    public bool IsVersion10 { get; private set; }

    /// <summary>What Content-Length says; -1 when there is none.</summary>
    public long ContentLength { get; private set; }

    /// <summary>True when the body comes in chunks.</summary>
    public bool IsChunked { get; private set; }

    /// <summary>Number of field lines; 0 unless the head was read whole.</summary>
    public int HeaderCount { get; private set; }

    /// <summary>Bytes up to and with the empty line; 0 unless the head was read whole.</summary>
    public int HeadLength { get; private set; }

    /// <summary>Forgets everything, for the next response.</summary>
    public void Reset()
    {
        HeadLength = 0;
    }

    /// <summary>Reads on. Each call gets all bytes since the head's first, at <paramref name="offset"/>, of which the earlier ones have not changed.</summary>
    /// <remarks><see cref="ReadStatus.Complete"/> and <see cref="ReadStatus.Refused"/> are final until <see cref="Reset"/>. Keeps the array, not its bytes.</remarks>
    public ReadStatus Read(byte[] buffer, int offset, int count)
    {
        Fault = HttpFault.HeadTooLong;
        ContentLength = -1;

        return ReadStatus.Refused;
    }

    /// <summary>How the body ends that follows this head, as the answer to a request of that method (RFC 9112, 6.3).</summary>
    public BodyKind BodyOf(HttpMethod request)
    {
        return IsChunked ? BodyKind.Chunked : BodyKind.None;
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
