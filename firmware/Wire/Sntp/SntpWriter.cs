namespace ToyGuard.Wire.Sntp;

/// <summary>Writes a client's request and a server's reply, 48 bytes each, from the buffer's first on (RFC 4330, 5 and 6).</summary>
public static class SntpWriter
{
    // "LOCL", an uncalibrated local clock: what a hub is that a phone has set (RFC 4330, 4).
    private const int LocalClock = 0x4c4f434c;

    // 1/1024 s, as both runtimes' clocks count milliseconds.
    private const int Precision = -10;

    /// <summary>A request of version 4 that says nothing but <paramref name="nonce"/>, which the reply must bring back. Returns its length.</summary>
    /// <remarks>All else is 0 on purpose: a client's clock, and what runs on it, is nobody's business.</remarks>
    public static int WriteRequest(byte[] buffer, long nonce)
    {
        Write(buffer, 4 << 3 | (int)SntpMode.Client, 0, 0, 0);
        WriteFour(buffer, 12, 0);
        WriteTimes(buffer, 0, 0, 0, nonce);

        return SntpPacket.Length;
    }

    /// <summary>The reply to <paramref name="request"/>, in its version. Returns its length, 0 when it was no client's request.</summary>
    /// <param name="request">A packet that was read, of mode Client.</param>
    /// <param name="stratum">1 to 15: how far our clock is from one that is right by itself.</param>
    /// <param name="referenceTime">When our clock was last set; a timestamp.</param>
    /// <param name="receiveTime">When the request came in; a timestamp.</param>
    /// <param name="transmitTime">Now; a timestamp.</param>
    /// <param name="buffer">48 bytes or more. May be the one that the request was read from.</param>
    public static int WriteReply(SntpPacket request, int stratum, long referenceTime, long receiveTime, long transmitTime, byte[] buffer)
    {
        // An answer to an answer would let two servers talk for ever.
        if (request.Mode != SntpMode.Client)
        {
            return 0;
        }

        Write(buffer, request.Version << 3 | (int)SntpMode.Server, stratum, request.Poll, Precision);
        WriteFour(buffer, 12, LocalClock);
        WriteTimes(buffer, referenceTime, request.TransmitTime, receiveTime, transmitTime);

        return SntpPacket.Length;
    }

    // Root delay and dispersion are 0: what our own clock is worth is not known to the millisecond, and clients of SNTP do not ask.
    private static void Write(byte[] buffer, int first, int stratum, int poll, int precision)
    {
        buffer[0] = (byte)first;
        buffer[1] = (byte)stratum;
        buffer[2] = (byte)poll;
        buffer[3] = (byte)precision;
        WriteFour(buffer, 4, 0);
        WriteFour(buffer, 8, 0);
    }

    private static void WriteTimes(byte[] buffer, long reference, long origin, long receive, long transmit)
    {
        WriteEight(buffer, 16, reference);
        WriteEight(buffer, 24, origin);
        WriteEight(buffer, 32, receive);
        WriteEight(buffer, 40, transmit);
    }

    private static void WriteEight(byte[] buffer, int offset, long value)
    {
        WriteFour(buffer, offset, (int)(value >> 32));
        WriteFour(buffer, offset + 4, (int)value);
    }

    private static void WriteFour(byte[] buffer, int offset, int value)
    {
        buffer[offset] = (byte)(value >> 24);
        buffer[offset + 1] = (byte)(value >> 16);
        buffer[offset + 2] = (byte)(value >> 8);
        buffer[offset + 3] = (byte)value;
    }
}
