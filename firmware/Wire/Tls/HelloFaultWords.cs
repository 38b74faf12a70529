namespace ToyGuard.Wire.Tls;

/// <summary>English words for each <see cref="HelloFault"/>, for logs and the live view.</summary>
public static class HelloFaultWords
{
    /// <summary>At most 90 characters; a number that is none of the values has words too.</summary>
    public static string Of(HelloFault fault)
    {
        switch (fault)
        {
            case HelloFault.None:
                return "Nothing wrong.";
            case HelloFault.NotTls:
                return "This is not TLS.";
            case HelloFault.OtherRecord:
                return "A TLS record that is no handshake stands before or inside the hello.";
            case HelloFault.RecordVersion:
                return "The record's version is none of TLS.";
            case HelloFault.EmptyRecord:
                return "An empty handshake record.";
            case HelloFault.RecordTooLong:
                return "A record longer than 16,384 bytes.";
            case HelloFault.NotClientHello:
                return "The first message is not a ClientHello.";
            case HelloFault.TooLong:
                return "The ClientHello is longer than 8 KiB.";
            case HelloFault.MoreAfterHello:
                return "More handshake bytes follow the ClientHello in its record.";
            case HelloFault.CutShort:
                return "The ClientHello ends inside one of its fields.";
            case HelloFault.HelloVersion:
                return "The ClientHello's version is none of TLS.";
            case HelloFault.SessionId:
                return "The session ID is longer than 32 bytes.";
            case HelloFault.CipherSuites:
                return "The cipher suites are empty or of odd length.";
            case HelloFault.Compression:
                return "The compression methods lack null.";
            case HelloFault.ExtensionsLength:
                return "The extensions do not end where the ClientHello ends.";
            case HelloFault.ExtensionCutShort:
                return "An extension leads past the end of the extensions.";
            case HelloFault.ExtensionTwice:
                return "One extension stands there twice.";
            case HelloFault.TooManyExtensions:
                return "More than 64 extensions.";
            case HelloFault.KeyNotLast:
                return "pre_shared_key is not the last extension.";
            case HelloFault.Protocols:
                return "The list of application protocols cannot be read.";
            case HelloFault.NoName:
                return "The ClientHello names no server.";
            case HelloFault.NameListLength:
                return "Lengths in the server name extension disagree.";
            case HelloFault.NameType:
                return "A server name that is not a host name.";
            case HelloFault.TwoNames:
                return "More than one server name.";
            case HelloFault.NameEmpty:
                return "The server name is empty.";
            case HelloFault.NameTooLong:
                return "The server name is longer than 255 bytes.";
            case HelloFault.NameBytes:
                return "The server name holds bytes that no host name has.";
            case HelloFault.NameTrailingDot:
                return "The server name ends in a dot.";
            default:
                return "An unknown fault.";
        }
    }
}
