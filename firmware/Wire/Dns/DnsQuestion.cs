namespace ToyGuard.Wire.Dns;

/// <summary>What a client asked, filled in by <see cref="DnsMessageReader"/>. Reusable; after anything but a complete read only what the reader says is valid.</summary>
public sealed class DnsQuestion
{
    internal DnsName NameReader { get; } = new();

    /// <summary>The identifier the client chose, 0 to 65535. Valid once the header was read.</summary>
    public int Id { get; internal set; }

    /// <summary>The operation, 0 to 15; 0 is a standard query. Valid once the header was read.</summary>
    public int OpCode { get; internal set; }

    /// <summary>The client wants the answer looked up for it (RD). Valid once the header was read.</summary>
    public bool IsRecursionDesired { get; internal set; }

    /// <summary>The client checks signatures itself (CD, RFC 4035, 3.2.2). Valid once the header was read.</summary>
    public bool IsCheckingDisabled { get; internal set; }

    /// <summary>The name with dots, case as sent. Always the same array.</summary>
    public byte[] Name
    {
        get { return NameReader.Text; }
    }

    /// <summary>How much of <see cref="Name"/> is the name. 0 for the root and for a name that is no printable ASCII: such a name is no host's.</summary>
    public int NameLength
    {
        get { return NameReader.TextLength; }
    }

    /// <summary>The record type asked for, 0 to 65535.</summary>
    public int Type { get; internal set; }

    /// <summary>Length in bytes of the question as it stands in the message: name, type and class. 0 until it was read.</summary>
    public int Length { get; internal set; }

    /// <summary>An OPT record came with it, so the answer may carry one.</summary>
    public bool HasEdns { get; internal set; }

    /// <summary>Longest answer the client takes, in bytes, by its OPT record; values under 512 mean 512 (RFC 6891, 6.2.3).</summary>
    public int UdpSize { get; internal set; }

    /// <summary>EDNS version of the OPT record, 0 to 255; only 0 is in use.</summary>
    public int EdnsVersion { get; internal set; }

    /// <summary>The client takes signatures (DO, RFC 3225).</summary>
    public bool IsDnssecOk { get; internal set; }

    /// <summary>Why the message was refused.</summary>
    public DnsFault Fault { get; internal set; }

    /// <summary>Offset in the buffer of what was refused.</summary>
    public int FaultOffset { get; internal set; }

    internal void Clear()
    {
        NameReader.Clear();
        Id = 0;
        OpCode = 0;
        IsRecursionDesired = false;
        IsCheckingDisabled = false;
        Type = 0;
        Length = 0;
        HasEdns = false;
        UdpSize = 0;
        EdnsVersion = 0;
        IsDnssecOk = false;
        Fault = DnsFault.None;
        FaultOffset = 0;
    }

    internal ReadStatus Refuse(DnsFault fault, int offset)
    {
        Fault = fault;
        FaultOffset = offset;
        return ReadStatus.Refused;
    }
}
