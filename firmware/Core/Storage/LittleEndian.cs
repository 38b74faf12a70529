namespace ToyGuard.Core.Storage;

/// <summary>Numbers in bytes as everything kept in flash has them: the lowest byte first.</summary>
/// <remarks>Reading past the end of an array throws: whoever reads has checked the length.</remarks>
public static class LittleEndian
{
    /// <summary>The two bytes at <paramref name="offset"/>, 0 to 65,535.</summary>
    public static int ReadUInt16(byte[] bytes, int offset)
    {
        return bytes[offset] | (bytes[offset + 1] << 8);
    }

    /// <summary>The four bytes at <paramref name="offset"/>.</summary>
    public static uint ReadUInt32(byte[] bytes, int offset)
    {
        return (uint)ReadUInt16(bytes, offset) | ((uint)ReadUInt16(bytes, offset + 2) << 16);
    }

    /// <summary>The eight bytes at <paramref name="offset"/>.</summary>
    public static long ReadInt64(byte[] bytes, int offset)
    {
        return ReadUInt32(bytes, offset) | ((long)ReadUInt32(bytes, offset + 4) << 32);
    }

    /// <summary>Writes the lower 16 bits of <paramref name="value"/>.</summary>
    public static void WriteUInt16(byte[] bytes, int offset, int value)
    {
        bytes[offset] = (byte)value;
        bytes[offset + 1] = (byte)(value >> 8);
    }

    /// <summary>Writes four bytes.</summary>
    public static void WriteUInt32(byte[] bytes, int offset, uint value)
    {
        WriteUInt16(bytes, offset, (int)(value & 0xFFFF));
        WriteUInt16(bytes, offset + 2, (int)(value >> 16));
    }

    /// <summary>Writes eight bytes.</summary>
    public static void WriteInt64(byte[] bytes, int offset, long value)
    {
        WriteUInt32(bytes, offset, (uint)value);
        WriteUInt32(bytes, offset + 4, (uint)(value >> 32));
    }
}
