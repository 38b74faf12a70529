namespace ToyGuard.Core.Policy;

/// <summary>Says whether an address leads out into the Internet, or back into the home or the device.</summary>
public static class AddressJudge
{
    /// <summary>True when the 4 or 16 bytes are a globally reachable unicast address; else false and why it is held.</summary>
    public static bool IsGlobal(byte[] address, int offset, int length, out Reason held)
    {
        held = Reason.AddressMalformed;
        return false;
    }
}
