namespace ToyGuard.Core.Storage;

/// <summary>CRC-32 of IEEE 802.3 (reflected, 0xEDB88320), as zip and PNG have it: finds what a torn write or an aged cell does to bytes, and no attacker.</summary>
public static class Crc32
{
    // By half bytes: 64 bytes of table in place of 1,024.
    private static readonly uint[] Table =
    {
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
        0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
    };

    /// <summary>The sum over <paramref name="count"/> bytes; 0 for none.</summary>
    public static uint Of(byte[] bytes, int offset, int count)
    {
        return Add(0, bytes, offset, count);
    }

    /// <summary>Goes on from the sum of what stands before: Add(Of(a), b) is the sum over a and b. Begins at 0.</summary>
    public static uint Add(uint crc, byte[] bytes, int offset, int count)
    {
        uint[] table = Table;
        int end = offset + count;
        crc = ~crc;

        for (int i = offset; i < end; i++)
        {
            crc ^= bytes[i];
            crc = (crc >> 4) ^ table[(int)(crc & 15)];
            crc = (crc >> 4) ^ table[(int)(crc & 15)];
        }

        return ~crc;
    }
}
