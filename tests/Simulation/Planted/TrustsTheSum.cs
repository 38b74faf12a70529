using ToyGuard.Core.Storage;

namespace ToyGuard.Simulation.Planted;

/// <summary>A store that does not look at the checksum of the settings: every frame shows it the sum that it should have.</summary>
internal sealed class TrustsTheSum(IFlash flash) : PassingFlash(flash)
{
    private const int HeadBytes = 12;
    private const int SumBytes = 4;

    /// <inheritdoc/>
    public override int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        byte[] held = area is FlashLayout.SettingsA or FlashLayout.SettingsB ? Held(area) : [];

        if (held.Length < HeadBytes + SumBytes || LittleEndian.ReadUInt32(held, 8) > held.Length - HeadBytes - SumBytes)
        {
            return Flash.Read(area, offset, buffer, at, count);
        }

        int sum = HeadBytes + (int)LittleEndian.ReadUInt32(held, 8);
        LittleEndian.WriteUInt32(held, sum, Crc32.Of(held, 0, sum));
        int given = int.Clamp(held.Length - offset, 0, count);
        System.Array.Copy(held, int.Min(offset, held.Length), buffer, at, given);
        return given;
    }
}
