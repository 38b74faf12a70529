using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

/// <summary>Payloads to tell apart, and flashes that hold them.</summary>
internal static class Payload
{
    /// <summary>Bytes by chance, always the same for one seed.</summary>
    internal static byte[] Of(int seed, int count)
    {
        Chance chance = new(seed);
        byte[] bytes = new byte[count];

        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)chance.Next();
        }

        return bytes;
    }

    /// <summary>True when both hold the same, or both are null.</summary>
    internal static bool AreSame(byte[]? first, byte[]? second)
    {
        if (first is null || second is null)
        {
            return first is null && second is null;
        }

        return Bytes.AreSame(first, first.Length, second, second.Length);
    }

    /// <summary>The settings' store on a flash, opened.</summary>
    internal static TwoSlotStore Open(FlashModel flash)
    {
        TwoSlotStore store = new(flash, FlashLayout.SettingsA, FlashLayout.SettingsB);
        store.Open();
        return store;
    }

    /// <summary>A flash whose settings' store saved each of these.</summary>
    internal static FlashModel Saved(params byte[][] payloads)
    {
        FlashModel flash = new();
        TwoSlotStore store = Open(flash);

        for (int i = 0; i < payloads.Length; i++)
        {
            Assert.IsTrue(store.Save(payloads[i]));
        }

        return flash;
    }

    /// <summary>A frame as storage-format.md has it, made by hand.</summary>
    internal static byte[] Frame(int kind, int version, uint sequence, uint length, byte[] payload)
    {
        byte[] frame = new byte[12 + payload.Length + 4];
        frame[0] = 0x54;
        frame[1] = 0x47;
        frame[2] = (byte)kind;
        frame[3] = (byte)version;
        LittleEndian.WriteUInt32(frame, 4, sequence);
        LittleEndian.WriteUInt32(frame, 8, length);

        for (int i = 0; i < payload.Length; i++)
        {
            frame[12 + i] = payload[i];
        }

        LittleEndian.WriteUInt32(frame, 12 + payload.Length, Crc32.Of(frame, 0, 12 + payload.Length));
        return frame;
    }
}
