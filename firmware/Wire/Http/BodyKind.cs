namespace ToyGuard.Wire.Http;

/// <summary>How the end of a body is known (RFC 9112, 6.3).</summary>
public enum BodyKind : byte
{
    /// <summary>There is no body: the message ends with its head.</summary>
    None = 0,

    /// <summary>So many bytes as Content-Length says.</summary>
    Length = 1,

    /// <summary>In chunks, the last of size 0.</summary>
    Chunked = 2,

    /// <summary>Until the connection ends; only responses may.</summary>
    ToClose = 3,
}
