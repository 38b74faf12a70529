using System;
using System.Buffers.Binary;

using ToyGuard.Core.Storage;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Cuts;

/// <summary>One number for what a flash holds, so that two cuts that leave the same are known for one.</summary>
/// <remarks>The hash of the whole is the sum of those of the areas: after a change in one area only that one is read again.</remarks>
internal static class FlashHash
{
    /// <summary>The hash of all areas.</summary>
    public static ulong Of(FlashModel flash)
    {
        ulong sum = 0;

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            sum += Of(flash, area);
        }

        return sum;
    }

    /// <summary>The part of one area.</summary>
    public static ulong Of(FlashModel flash, int area)
    {
        ReadOnlySpan<byte> held = flash.Held(area);
        ulong hash = Mixed(((ulong)(uint)area << 32) + (ulong)held.Length + 1);

        while (held.Length >= 8)
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(held));
            held = held[8..];
        }

        foreach (byte b in held)
        {
            hash = Mixed(hash ^ b);
        }

        return hash;
    }

    // The end of SplitMix64: every bit of the input moves half of the output's.
    private static ulong Mixed(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
