namespace ToyGuard.Wire.Http;

/// <summary>English words for each <see cref="HttpFault"/>, for logs and the live view.</summary>
public static class HttpFaultWords
{
    /// <summary>At most 90 characters; a number that is none of the values has words too.</summary>
    public static string Of(HttpFault fault)
    {
        switch (fault)
        {
            case HttpFault.None:
                return "Nothing wrong.";
            case HttpFault.LeadingLine:
                return "An empty line stands before the message.";
            case HttpFault.MethodEmpty:
                return "The request line begins with a space.";
            case HttpFault.MethodBytes:
                return "The method holds a byte that no method has.";
            case HttpFault.MethodTooLong:
                return "The method is longer than 32 bytes.";
            case HttpFault.TargetEmpty:
                return "No target follows the method and its one space.";
            case HttpFault.TargetTooLong:
                return "The target is longer than 2,048 bytes.";
            case HttpFault.TargetBytes:
                return "The target holds a byte that no URL has there.";
            case HttpFault.TargetPercent:
                return "A percent sign in the target is not followed by two hex digits.";
            case HttpFault.TargetForm:
                return "The target has a form that does not go with its method.";
            case HttpFault.TargetScheme:
                return "The absolute target is of another scheme than http.";
            case HttpFault.TargetPath:
                return "The absolute target has no path.";
            case HttpFault.TargetHost:
                return "The host in the target cannot be read in one way.";
            case HttpFault.LineShort:
                return "The first line ends before its last part.";
            case HttpFault.Version:
                return "The version is neither HTTP/1.1 nor HTTP/1.0.";
            case HttpFault.StatusDigits:
                return "The status is not three digits and a space.";
            case HttpFault.StatusRange:
                return "The status is not from 100 to 599.";
            case HttpFault.ReasonBytes:
                return "The words behind the status are not printable ASCII.";
            case HttpFault.BareCr:
                return "A carriage return without its line feed.";
            case HttpFault.BareLf:
                return "A line feed without its carriage return.";
            case HttpFault.Folded:
                return "A field line begins with a space or tab.";
            case HttpFault.NameEmpty:
                return "A field without a name.";
            case HttpFault.NameSpace:
                return "A space or tab before a field's colon.";
            case HttpFault.NameBytes:
                return "A field name holds a byte that no name has.";
            case HttpFault.NoColon:
                return "A field line has no colon.";
            case HttpFault.ValueControl:
                return "A field's value holds a control byte.";
            case HttpFault.ValueNotAscii:
                return "A field's value holds a byte that is not ASCII.";
            case HttpFault.HeadTooLong:
                return "The head is longer than 8,192 bytes.";
            case HttpFault.TooManyFields:
                return "Too many fields.";
            case HttpFault.NoHost:
                return "There is no Host.";
            case HttpFault.TwoHosts:
                return "More than one Host.";
            case HttpFault.HostEmpty:
                return "The Host is empty.";
            case HttpFault.HostBytes:
                return "The Host holds a byte that no host name has.";
            case HttpFault.HostTooLong:
                return "The Host is longer than 255 bytes.";
            case HttpFault.HostPort:
                return "The Host's port is not a number from 1 to 65535.";
            case HttpFault.HostDiffers:
                return "The target and Host name different hosts.";
            case HttpFault.TransferEncoding:
                return "A request with Transfer-Encoding.";
            case HttpFault.LengthDigits:
                return "Content-Length is not one plain number.";
            case HttpFault.LengthTooLarge:
                return "Content-Length is more than 15 digits long.";
            case HttpFault.LengthTwice:
                return "More than one Content-Length.";
            case HttpFault.TwoFramings:
                return "Both Transfer-Encoding and Content-Length.";
            case HttpFault.EncodingTwice:
                return "More than one Transfer-Encoding.";
            case HttpFault.EncodingOther:
                return "A Transfer-Encoding other than chunked.";
            case HttpFault.EncodingInOld:
                return "Transfer-Encoding in HTTP/1.0.";
            case HttpFault.BodyForbidden:
                return "A body is announced where none can be.";
            case HttpFault.ConnectionOption:
                return "Connection names a field that no hop may drop.";
            case HttpFault.ChunkSize:
                return "A chunk's size is not a hexadecimal number.";
            case HttpFault.ChunkTooLarge:
                return "A chunk is larger than 2,147,483,647 bytes.";
            case HttpFault.ChunkExtension:
                return "A chunk extension holds a byte that is not printable.";
            case HttpFault.ChunkExtensionTooLong:
                return "A chunk extension is longer than 256 bytes.";
            case HttpFault.ChunkEnd:
                return "A chunk's data does not end where its size says.";
            case HttpFault.TrailersTooLong:
                return "The trailers are longer than 2,048 bytes.";
            case HttpFault.BodyCutShort:
                return "The connection ended inside the body.";
            default:
                return "An unknown fault.";
        }
    }
}
