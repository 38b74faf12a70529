namespace ToyGuard.Wire.Dhcp;

/// <summary>English words for each <see cref="DhcpFault"/>, for logs and the live view.</summary>
public static class DhcpFaultWords
{
    /// <summary>At most 90 characters; a number that is none of the values has words too.</summary>
    public static string Of(DhcpFault fault)
    {
        switch (fault)
        {
            case DhcpFault.None:
                return "Nothing wrong.";
            case DhcpFault.TooShort:
                return "The message is shorter than 240 bytes.";
            case DhcpFault.TooLong:
                return "The message is longer than 1472 bytes.";
            case DhcpFault.Operation:
                return "The message is neither a request nor a reply.";
            case DhcpFault.Hardware:
                return "The network address is not of Ethernet's kind.";
            case DhcpFault.HardwareAddress:
                return "The network address is not of one device.";
            case DhcpFault.Cookie:
                return "The four bytes before the options are missing.";
            case DhcpFault.OptionPastEnd:
                return "An option goes past the end of its field.";
            case DhcpFault.NoEnd:
                return "The options have no end.";
            case DhcpFault.OptionLength:
                return "An option has a wrong length.";
            case DhcpFault.OptionTwice:
                return "An option is there twice.";
            case DhcpFault.Overload:
                return "The overload option is wrong.";
            case DhcpFault.NoType:
                return "The message has no type.";
            case DhcpFault.Type:
                return "The type is not one of this kind of message.";
            default:
                return "An unknown fault.";
        }
    }
}
