namespace ToyGuard.Maker.Flash;

/// <summary>The checksum that nanoFramework's loader uses: CRC-32 with polynomial 0x04C11DB7, highest bit first, starting at 0, nothing inverted.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0x04C11DB7;

    /// <summary>The checksum of <paramref name="count"/> bytes from <paramref name="offset"/>, going on from <paramref name="before"/>.</summary>
    public static uint Of(byte[] bytes, int offset, int count, uint before = 0)
    {
        uint crc = before;

        for (int i = offset; i < offset + count; i++)
        {
            crc ^= (uint)bytes[i] << 24;

            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80000000) != 0 ? (crc << 1) ^ Polynomial : crc << 1;
            }
        }

        return crc;
    }
}
