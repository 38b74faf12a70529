namespace ToyGuard.Wire.Tls;

/// <summary>Why a ClientHello was refused. Logs keep the number: add at the end of a group, never renumber, never reuse.</summary>
/// <remarks>Each value names the rule that was broken and where it stands. Words are in <see cref="HelloFaultWords"/>.</remarks>
public enum HelloFault : byte
{
    /// <summary>Nothing was wrong, so far.</summary>
    None = 0,

    // 1-9: what came is not TLS, or not as records.

    /// <summary>The first byte is not that of any TLS record, as in HTTP, SSH or an SSLv2 hello (RFC 8446, 5.1).</summary>
    NotTls = 1,

    /// <summary>A TLS record of another kind stands before or inside the hello: an alert, ChangeCipherSpec, data (RFC 8446, 5.1).</summary>
    OtherRecord = 2,

    /// <summary>The record's version does not begin with 3 (RFC 8446, 5.1).</summary>
    RecordVersion = 3,

    /// <summary>A handshake record without content, which the standard forbids (RFC 8446, 5.1).</summary>
    EmptyRecord = 4,

    /// <summary>A record that says it holds more than 16,384 bytes (RFC 8446, 5.1).</summary>
    RecordTooLong = 5,

    // 10-19: the handshake message.

    /// <summary>The first handshake message is not a ClientHello (RFC 8446, 4).</summary>
    NotClientHello = 10,

    /// <summary>The ClientHello is longer than <see cref="ClientHelloReader.MessageMax"/>. Our own bound; the standard has 16 MB (RFC 8446, 4).</summary>
    TooLong = 11,

    /// <summary>More handshake bytes follow the ClientHello in its last record; nothing may before the server answers (RFC 8446, 5.1).</summary>
    MoreAfterHello = 12,

    // 20-29: the fields of the ClientHello.

    /// <summary>The hello ends inside a field, or a field's length leads past the end (RFC 8446, 4.1.2).</summary>
    CutShort = 20,

    /// <summary>legacy_version does not begin with 3 (RFC 8446, 4.1.2).</summary>
    HelloVersion = 21,

    /// <summary>The session ID is longer than 32 bytes (RFC 8446, 4.1.2).</summary>
    SessionId = 22,

    /// <summary>The cipher suite list is empty or has an odd length (RFC 5246, 7.4.1.2).</summary>
    CipherSuites = 23,

    /// <summary>The compression methods are empty or lack null (RFC 5246, 7.4.1.2).</summary>
    Compression = 24,

    /// <summary>The extensions' total length is not exactly what is left of the hello (RFC 8446, 4.1.2).</summary>
    ExtensionsLength = 25,

    // 30-39: the extensions.

    /// <summary>An extension's length leads past the end of the extensions (RFC 8446, 4.2).</summary>
    ExtensionCutShort = 30,

    /// <summary>Two extensions of one type (RFC 8446, 4.2).</summary>
    ExtensionTwice = 31,

    /// <summary>More than <see cref="ClientHelloReader.ExtensionsMax"/> extensions. Our own bound: real clients send under 25.</summary>
    TooManyExtensions = 32,

    /// <summary>pre_shared_key is not the last extension (RFC 8446, 4.2.11).</summary>
    KeyNotLast = 33,

    /// <summary>The list of application protocols cannot be read (RFC 7301, 3.1).</summary>
    Protocols = 34,

    // 40-49: the server name.

    /// <summary>There is no server name extension, so nobody can say where this leads (RFC 6066, 3).</summary>
    NoName = 40,

    /// <summary>The server name list's length, or a name's length in it, does not agree with what is there (RFC 6066, 3).</summary>
    NameListLength = 41,

    /// <summary>The server name list has an entry that is not a host name (RFC 6066, 3).</summary>
    NameType = 42,

    /// <summary>The server name list has more than one entry (RFC 6066, 3).</summary>
    TwoNames = 43,

    /// <summary>The server name is empty (RFC 6066, 3).</summary>
    NameEmpty = 44,

    /// <summary>The server name is longer than <see cref="ClientHelloReader.NameMax"/> bytes (RFC 1035, 2.3.4).</summary>
    NameTooLong = 45,

    /// <summary>The server name holds a byte that is not printable ASCII, as NUL, a line end or a space (RFC 6066, 3).</summary>
    NameBytes = 46,

    /// <summary>The server name ends in a dot (RFC 6066, 3).</summary>
    NameTrailingDot = 47,
}
