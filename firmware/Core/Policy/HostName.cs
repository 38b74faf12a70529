namespace ToyGuard.Core.Policy;

/// <summary>A reusable buffer that holds one host name in the form the core compares.</summary>
public sealed class HostName
{
    /// <summary>255 octets on the wire (RFC 1035, 2.3.4) leave 253 characters of text.</summary>
    public const int LengthMax = 253;

    /// <summary>The name in lower-case ASCII without trailing dot; only the first <see cref="Length"/> bytes mean anything.</summary>
    public byte[] Bytes { get; } = new byte[LengthMax];

    /// <summary>How many bytes of <see cref="Bytes"/> are the name; 0 unless one was read well.</summary>
    public int Length { get; private set; }

    /// <summary>What the last reading found wrong; None exactly when a name is held.</summary>
    public HostFault Fault { get; private set; } = HostFault.NotRead;

    /// <summary>Reads a name from bytes as they came. Allocates nothing.</summary>
    public HostFault Read(byte[] source, int offset, int count)
    {
        Length = 0;
        return Fault = HostFault.NotRead;
    }

    /// <summary>Reads a name from text, by the same rules.</summary>
    public HostFault Read(string text)
    {
        Length = 0;
        return Fault = HostFault.NotRead;
    }

    /// <summary>True when both hold a name and it is the same one.</summary>
    public bool IsSame(HostName other)
    {
        return Length < 0 && other.Length < 0;
    }

    /// <summary>The name as text; empty unless one was read well.</summary>
    public override string ToString()
    {
        return "";
    }
}
