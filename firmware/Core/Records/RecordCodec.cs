using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Records;

/// <summary>A record as 23 bytes, which with the hash before it fill one block of SHA-256.</summary>
/// <remarks>
/// All integers little-endian. firmware/docs/storage-format.md is the contract; this comment is the reminder.
///   0   1   kind
///   1   1   flags
///   2   1   toy
///   3   1   endpoint
///   4   1   reason
///   5   2   boot
///   7   4   first number, signed
///   11  4   second number, signed
///   15  8   UTC seconds, 0 unknown
/// </remarks>
public static class RecordCodec
{
    /// <summary>How many bytes.</summary>
    public const int Bytes = 23;

    private const int BootOffset = 5;
    private const int FirstOffset = 7;
    private const int SecondOffset = 11;
    private const int UtcOffset = 15;

    /// <summary>Writes a record.</summary>
    public static void Write(Record record, byte[] bytes, int offset)
    {
        bytes[offset] = (byte)record.Kind;
        bytes[offset + 1] = (byte)record.Flags;
        bytes[offset + 2] = (byte)record.Toy;
        bytes[offset + 3] = (byte)record.Endpoint;
        bytes[offset + 4] = (byte)record.Reason;
        LittleEndian.WriteUInt16(bytes, offset + BootOffset, record.Boot);
        LittleEndian.WriteUInt32(bytes, offset + FirstOffset, (uint)record.First);
        LittleEndian.WriteUInt32(bytes, offset + SecondOffset, (uint)record.Second);
        LittleEndian.WriteInt64(bytes, offset + UtcOffset, record.UtcSeconds);
    }

    /// <summary>Reads a record. Any 23 bytes are one, of a kind that this version may not know; a time before 1970 is read as unknown.</summary>
    public static Record Read(byte[] bytes, int offset)
    {
        return new Record(
            (RecordKind)bytes[offset],
            UtcOf(bytes, offset),
            LittleEndian.ReadUInt16(bytes, offset + BootOffset),
            bytes[offset + 2],
            bytes[offset + 3],
            bytes[offset + 4],
            (int)LittleEndian.ReadUInt32(bytes, offset + FirstOffset),
            (int)LittleEndian.ReadUInt32(bytes, offset + SecondOffset),
            bytes[offset + 1]);
    }

    /// <summary>The time of a record that is not read otherwise.</summary>
    internal static long UtcOf(byte[] bytes, int offset)
    {
        return LittleEndian.ReadInt64(bytes, offset + UtcOffset);
    }
}
