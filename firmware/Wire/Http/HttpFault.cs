namespace ToyGuard.Wire.Http;

/// <summary>Why an HTTP/1.1 message was refused. Logs keep the number: add at the end of a group, never renumber, never reuse.</summary>
/// <remarks>Each value names the rule that was broken and where it stands. Words are in <see cref="HttpFaultWords"/>.</remarks>
public enum HttpFault : byte
{
    /// <summary>Nothing was wrong, so far.</summary>
    None = 0,

    // 1-19: the first line.

    /// <summary>An empty line stands before the message. RFC 9112, 2.2 lets a server skip one; two readers then count from different places.</summary>
    LeadingLine = 1,

    /// <summary>The request line begins with its space (RFC 9112, 3).</summary>
    MethodEmpty = 2,

    /// <summary>The method holds a byte that no method has, as anything does that is not HTTP (RFC 9110, 5.6.2).</summary>
    MethodBytes = 3,

    /// <summary>The method is longer than <see cref="RequestHead.MethodMax"/>.</summary>
    MethodTooLong = 4,

    /// <summary>No target stands between the two spaces: more than one space there, too (RFC 9112, 3).</summary>
    TargetEmpty = 5,

    /// <summary>The target is longer than <see cref="RequestHead.TargetMax"/>.</summary>
    TargetTooLong = 6,

    /// <summary>The target holds a byte that no path, query or authority has: a control, a quote, a backslash, a fragment, a byte above 127 (RFC 3986, 3.3 and 3.4).</summary>
    TargetBytes = 7,

    /// <summary>A percent sign in the target without two hexadecimal digits behind it (RFC 3986, 2.1).</summary>
    TargetPercent = 8,

    /// <summary>The target has none of the four forms, or one that its method does not go with (RFC 9112, 3.2).</summary>
    TargetForm = 9,

    /// <summary>An absolute target with another scheme than http, on a port that speaks only that (RFC 9112, 3.2.2).</summary>
    TargetScheme = 10,

    /// <summary>An absolute target without a path. Legal, but the path would have to be made up (RFC 9112, 3.2.1).</summary>
    TargetPath = 11,

    /// <summary>The host or port in an absolute target, or in that of CONNECT, cannot be read in one way (RFC 9112, 3.2.2 and 3.2.3).</summary>
    TargetHost = 12,

    /// <summary>The first line ends before its last part, as in HTTP/0.9 (RFC 9112, 3 and 4).</summary>
    LineShort = 13,

    /// <summary>The version is not exactly HTTP/1.1 or HTTP/1.0 (RFC 9112, 2.3).</summary>
    Version = 14,

    /// <summary>The status is not three digits between two spaces (RFC 9112, 4).</summary>
    StatusDigits = 15,

    /// <summary>The status is not one from 100 to 599 (RFC 9110, 15).</summary>
    StatusRange = 16,

    /// <summary>The words behind the status hold a byte that is neither printable ASCII, space nor tab (RFC 9112, 4).</summary>
    ReasonBytes = 17,

    // 20-29: lines, in heads and in trailers.

    /// <summary>A carriage return without the line feed that belongs to it (RFC 9112, 2.2).</summary>
    BareCr = 20,

    /// <summary>A line feed without the carriage return that belongs to it. RFC 9112, 2.2 lets readers take it for a line end, and not all do.</summary>
    BareLf = 21,

    /// <summary>A field line begins with a space or tab: obsolete folding, or a space in front of the first name (RFC 9112, 5.2 and 2.2).</summary>
    Folded = 22,

    /// <summary>A field line begins with its colon (RFC 9112, 5.1).</summary>
    NameEmpty = 23,

    /// <summary>A space or tab in a field name, or between it and the colon (RFC 9112, 5.1).</summary>
    NameSpace = 24,

    /// <summary>A field name holds a byte that no name has (RFC 9110, 5.1 and 5.6.2).</summary>
    NameBytes = 25,

    /// <summary>A field line ends before its colon (RFC 9112, 5).</summary>
    NoColon = 26,

    /// <summary>A field's value holds NUL, DEL or another control (RFC 9110, 5.5).</summary>
    ValueControl = 27,

    /// <summary>A field's value holds a byte above 127. Legal once, without any meaning (RFC 9110, 5.5).</summary>
    ValueNotAscii = 28,

    // 30-39: bounds of our own.

    /// <summary>The head is not whole after <see cref="MessageHead.HeadMax"/> bytes.</summary>
    HeadTooLong = 30,

    /// <summary>More field lines than <see cref="MessageHead.HeadersMax"/>.</summary>
    TooManyFields = 31,

    // 40-49: the host.

    /// <summary>No Host field. Required since HTTP/1.1 and, here, before it as well (RFC 9112, 3.2).</summary>
    NoHost = 40,

    /// <summary>More than one Host field, even of one value (RFC 9112, 3.2).</summary>
    TwoHosts = 41,

    /// <summary>The Host field names no host (RFC 9112, 3.2; RFC 9110, 4.2.1).</summary>
    HostEmpty = 42,

    /// <summary>The host holds a byte other than a letter, digit, hyphen, dot or underscore: user info, brackets, percent signs and lists, too (RFC 9110, 7.2).</summary>
    HostBytes = 43,

    /// <summary>The host is longer than <see cref="RequestHead.HostMax"/>.</summary>
    HostTooLong = 44,

    /// <summary>The port behind the host is not a number from 1 to 65535, written without zeros in front (RFC 3986, 3.2.3).</summary>
    HostPort = 45,

    /// <summary>The target names another host or port than the Host field (RFC 9112, 3.2).</summary>
    HostDiffers = 46,

    // 50-59: where the body ends.

    /// <summary>A request with Transfer-Encoding of any value: nobody we listen to needs one, and smuggling does (RFC 9112, 6.1 and 11.2).</summary>
    TransferEncoding = 50,

    /// <summary>Content-Length is not one number in digits: a sign, a list, a zero in front, nothing (RFC 9110, 8.6).</summary>
    LengthDigits = 51,

    /// <summary>Content-Length is more than <see cref="MessageHead.ContentLengthMax"/>.</summary>
    LengthTooLarge = 52,

    /// <summary>More than one Content-Length field, even of one value. RFC 9112, 6.3 lets readers take equal ones, and not all do.</summary>
    LengthTwice = 53,

    /// <summary>Transfer-Encoding and Content-Length in one response (RFC 9112, 6.1 and 6.3).</summary>
    TwoFramings = 54,

    /// <summary>More than one Transfer-Encoding field (RFC 9112, 6.1: nothing is chunked twice).</summary>
    EncodingTwice = 55,

    /// <summary>A Transfer-Encoding that is not exactly chunked (RFC 9112, 6.1).</summary>
    EncodingOther = 56,

    /// <summary>Transfer-Encoding in HTTP/1.0, which does not know it (RFC 9112, 6.1).</summary>
    EncodingInOld = 57,

    /// <summary>Framing of a body where there can be none: Transfer-Encoding with 1xx or 204, or a Content-Length above 0 (RFC 9110, 8.6; RFC 9112, 6.1).</summary>
    BodyForbidden = 58,

    /// <summary>Connection names Host, Content-Length or Transfer-Encoding: whoever obeyed it would forward another message (RFC 9110, 7.6.1).</summary>
    ConnectionOption = 59,

    // 60-69: the body.

    /// <summary>A chunk's size is not hexadecimal digits and nothing else (RFC 9112, 7.1).</summary>
    ChunkSize = 60,

    /// <summary>A chunk's size has more than 8 digits or is more than 2,147,483,647 (RFC 9112, 7.1: recipients must watch for overflow).</summary>
    ChunkTooLarge = 61,

    /// <summary>A chunk extension holds a byte that is neither printable ASCII, space nor tab (RFC 9112, 7.1.1).</summary>
    ChunkExtension = 62,

    /// <summary>A chunk extension is longer than <see cref="BodyReader.ExtensionMax"/>.</summary>
    ChunkExtensionTooLong = 63,

    /// <summary>A chunk's data is not followed by its line end (RFC 9112, 7.1).</summary>
    ChunkEnd = 64,

    /// <summary>The fields behind the last chunk are longer than <see cref="BodyReader.TrailersMax"/>.</summary>
    TrailersTooLong = 65,

    /// <summary>The connection ended before the body did (RFC 9112, 8).</summary>
    BodyCutShort = 66,
}
