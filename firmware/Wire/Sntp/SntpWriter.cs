namespace ToyGuard.Wire.Sntp;

/// <summary>Writes a client's request and a server's reply, 48 bytes each, from the buffer's first on (RFC 4330, 5 and 6).</summary>
public static class SntpWriter
{
    /// <summary>A request of version 4 that says nothing but <paramref name="nonce"/>, which the reply must bring back. Returns its length.</summary>
    /// <remarks>All else is 0 on purpose: a client's clock, and what runs on it, is nobody's business (draft-ietf-ntp-data-minimization).</remarks>
    public static int WriteRequest(byte[] buffer, long nonce)
    {
        return 0;
    }

    /// <summary>The reply to <paramref name="request"/>, in its version. Returns its length, 0 when it was no client's request.</summary>
    /// <param name="request">A packet that was read, of mode Client.</param>
    /// <param name="stratum">1 to 15; ours, as a clock that is set by hand or by another server.</param>
    /// <param name="referenceTime">When our clock was last set; a timestamp.</param>
    /// <param name="receiveTime">When the request came in; a timestamp.</param>
    /// <param name="transmitTime">Now; a timestamp.</param>
    /// <param name="buffer">48 bytes or more. May be the one that the request was read from.</param>
    public static int WriteReply(SntpPacket request, int stratum, long referenceTime, long receiveTime, long transmitTime, byte[] buffer)
    {
        return 0;
    }
}
