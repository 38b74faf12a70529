namespace ToyGuard.Wire.Sntp;

/// <summary>Reads the 48 bytes that are a time packet (RFC 4330, 4; RFC 5905, 7.3). Reused; allocates nothing; never throws on input.</summary>
/// <remarks>
/// <code>
///  0  leap 2 bits, version 3, mode 3
///  1  stratum    2  poll, signed    3  precision, signed
///  4  root delay, signed    8  root dispersion    12  reference
/// 16  reference time    24  origin time    32  receive time    40  transmit time
/// 48  extensions and MAC, not read
/// </code>
/// Whether a reply may be believed is not its business: who sent it, what it gives back, and when it came, decide that.
/// </remarks>
public sealed class SntpPacket
{
    /// <summary>Bytes of a packet without extensions, and of every one that we send.</summary>
    public const int Length = 48;

    /// <summary>Longest datagram read; what has extensions and a MAC stays under 200 bytes.</summary>
    public const int DatagramMax = 512;

    private const int VersionMax = 4;

    /// <summary>Why the last datagram is no packet.</summary>
    public SntpFault Fault { get; private set; }

    /// <summary>Who sent it; None unless a packet was read.</summary>
    public SntpMode Mode { get; private set; }

    /// <summary>Leap indicator: 0 none, 1 and 2 a leap second today, 3 not synchronised.</summary>
    public int Leap { get; private set; }

    /// <summary>1 to 4.</summary>
    public int Version { get; private set; }

    /// <summary>0 a "kiss of death" or unset, 1 a clock, 2 to 15 so far from one, 16 not synchronised.</summary>
    public int Stratum { get; private set; }

    /// <summary>Seconds between requests, as a power of two from -128 to 127; the sender's wish.</summary>
    public int Poll { get; private set; }

    /// <summary>The step of the sender's clock in seconds, as a power of two from -128 to 127.</summary>
    public int Precision { get; private set; }

    /// <summary>Round trip to the clock, in 1/65536 s; may be negative.</summary>
    public int RootDelay { get; private set; }

    /// <summary>How wrong the clock may be, in 1/65536 s, 0 to 2^32 - 1.</summary>
    public long RootDispersion { get; private set; }

    /// <summary>Index in the buffer of the 4 bytes that name the sender's source.</summary>
    public int ReferenceOffset { get; private set; }

    /// <summary>When the sender's clock was last set; 0 when it does not say.</summary>
    public long ReferenceTime { get; private set; }

    /// <summary>In a reply: what the request had in <see cref="TransmitTime"/>.</summary>
    public long OriginTime { get; private set; }

    /// <summary>In a reply: when the request came in.</summary>
    public long ReceiveTime { get; private set; }

    /// <summary>When the packet left. In a request, anything: it is only given back.</summary>
    public long TransmitTime { get; private set; }

    /// <summary>Reads a whole datagram. False for what is no packet, and then nothing of it is kept but the fault.</summary>
    public bool Read(byte[] buffer, int offset, int count)
    {
        Clear();
        Fault = FaultOf(buffer, offset, count);

        if (Fault != SntpFault.None)
        {
            return false;
        }

        Mode = (SntpMode)(buffer[offset] & 7);
        Version = (buffer[offset] >> 3) & 7;
        Leap = buffer[offset] >> 6;
        Stratum = buffer[offset + 1];
        Poll = (sbyte)buffer[offset + 2];
        Precision = (sbyte)buffer[offset + 3];
        RootDelay = (int)Four(buffer, offset + 4);
        RootDispersion = Four(buffer, offset + 8);
        ReferenceOffset = offset + 12;
        ReferenceTime = Eight(buffer, offset + 16);
        OriginTime = Eight(buffer, offset + 24);
        ReceiveTime = Eight(buffer, offset + 32);
        TransmitTime = Eight(buffer, offset + 40);

        return true;
    }

    private static SntpFault FaultOf(byte[] buffer, int offset, int count)
    {
        if (count < Length)
        {
            return SntpFault.TooShort;
        }

        if (count > DatagramMax)
        {
            return SntpFault.TooLong;
        }

        if (count % 4 != 0)
        {
            return SntpFault.TailLength;
        }

        int version = (buffer[offset] >> 3) & 7;
        int mode = buffer[offset] & 7;

        return version < 1 || version > VersionMax ? SntpFault.Version
            : mode != (int)SntpMode.Client && mode != (int)SntpMode.Server ? SntpFault.Mode
            : SntpFault.None;
    }

    private void Clear()
    {
        Mode = SntpMode.None;
        Version = 0;
        Leap = 0;
        Stratum = 0;
        Poll = 0;
        Precision = 0;
        RootDelay = 0;
        RootDispersion = 0;
        ReferenceOffset = 0;
        ReferenceTime = 0;
        OriginTime = 0;
        ReceiveTime = 0;
        TransmitTime = 0;
    }

    private static long Four(byte[] buffer, int offset)
    {
        return ((long)buffer[offset] << 24) | (long)((buffer[offset + 1] << 16) | (buffer[offset + 2] << 8) | buffer[offset + 3]);
    }

    private static long Eight(byte[] buffer, int offset)
    {
        return (Four(buffer, offset) << 32) | Four(buffer, offset + 4);
    }
}
