namespace ToyGuard.Wire.Sntp;

/// <summary>English words for each <see cref="SntpFault"/>, for logs and the live view.</summary>
public static class SntpFaultWords
{
    /// <summary>At most 90 characters; a number that is none of the values has words too.</summary>
    public static string Of(SntpFault fault)
    {
        switch (fault)
        {
            case SntpFault.None:
                return "Nothing wrong.";
            case SntpFault.TooShort:
                return "The packet is shorter than 48 bytes.";
            case SntpFault.TooLong:
                return "The packet is longer than 512 bytes.";
            case SntpFault.TailLength:
                return "What follows the packet's 48 bytes is not in words of 4.";
            case SntpFault.Version:
                return "The version is none of 1 to 4.";
            case SntpFault.Mode:
                return "The packet is neither a client's nor a server's.";
            default:
                return "An unknown fault.";
        }
    }
}
