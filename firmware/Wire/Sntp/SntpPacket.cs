namespace ToyGuard.Wire.Sntp;

/// <summary>Reads the 48 bytes that are a time packet (RFC 4330, 4; RFC 5905, 7.3). Reused; allocates nothing; never throws on input.</summary>
public sealed class SntpPacket
{
    /// <summary>Bytes of a packet without extensions, and of every one that we send.</summary>
    public const int Length = 48;

    /// <summary>Longest datagram read. Extensions and MACs behind the packet are not.</summary>
    public const int DatagramMax = 512;

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

    /// <summary>Seconds between requests, as a power of two; the sender's wish.</summary>
    public int Poll { get; private set; }

    /// <summary>The sender's clock's step in seconds, as a power of two, from -128.</summary>
    public int Precision { get; private set; }

    /// <summary>Round trip to the clock, in 1/65536 s, as a signed number.</summary>
    public int RootDelay { get; private set; }

    /// <summary>How wrong the clock may be, in 1/65536 s. Unsigned; a long so that it stays so.</summary>
    public long RootDispersion { get; private set; }

    /// <summary>Index in the buffer of the 4 bytes that name the sender's source.</summary>
    public int ReferenceOffset { get; private set; }

    /// <summary>When the sender's clock was last set.</summary>
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
        Fault = SntpFault.TooShort;

        return false;
    }
}
