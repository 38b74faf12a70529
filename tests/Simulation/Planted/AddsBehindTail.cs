using System;
using System.Collections.Generic;

using ToyGuard.Core.Storage;

namespace ToyGuard.Simulation.Planted;

/// <summary>A journal or a ring that does not see its torn tail and adds behind it.</summary>
/// <param name="flash">The flash below.</param>
/// <param name="first">The first area concerned.</param>
/// <param name="last">The last one.</param>
/// <param name="whole">How many bytes of an area read as whole.</param>
internal sealed class AddsBehindTail(IFlash flash, int first, int last, AddsBehindTail.Whole whole) : PassingFlash(flash)
{
    private readonly Dictionary<int, byte[]> _seen = [];

    /// <summary>Bytes that read as whole, of all that an area holds.</summary>
    internal delegate int Whole(byte[] held);

    /// <summary>For the journal of what was used of the day.</summary>
    public static IFlash OfUsage(IFlash flash)
    {
        return new AddsBehindTail(flash, FlashLayout.UsageA, FlashLayout.UsageB, WholeJournal);
    }

    /// <summary>For the records.</summary>
    public static IFlash OfRecords(IFlash flash)
    {
        return new AddsBehindTail(flash, FlashLayout.Records, FlashLayout.Records + FlashLayout.RecordAreas - 1, static held => held.Length < 64 ? held.Length : held.Length - (held.Length % 32));
    }

    /// <inheritdoc/>
    public override int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        if (area < first || area > last)
        {
            return Flash.Read(area, offset, buffer, at, count);
        }

        byte[] seen = Seen(area);
        int given = int.Clamp(seen.Length - offset, 0, count);
        Array.Copy(seen, int.Min(offset, seen.Length), buffer, at, given);
        return given;
    }

    /// <inheritdoc/>
    public override bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        if (area < first || area > last)
        {
            return Flash.Append(area, held, bytes, offset, count);
        }

        byte[] seen = Seen(area);
        bool isDone = held == seen.Length && Flash.Append(area, Held(area).Length, bytes, offset, count);
        _seen[area] = isDone ? [.. seen, .. bytes[offset..(offset + count)]] : seen;
        return isDone;
    }

    /// <inheritdoc/>
    public override bool Replace(int area, byte[] bytes, int offset, int count)
    {
        _seen.Remove(area);
        return Flash.Replace(area, bytes, offset, count);
    }

    /// <inheritdoc/>
    public override bool Erase(int area)
    {
        _seen.Remove(area);
        return Flash.Erase(area);
    }

    // What was whole at the start, and what was added since: the torn piece between them is what the mistake does not see.
    private byte[] Seen(int area)
    {
        if (!_seen.TryGetValue(area, out byte[]? seen))
        {
            byte[] held = Held(area);
            seen = held[..whole(held)];
            _seen[area] = seen;
        }

        return seen;
    }

    // A frame, then entries: length, kind, payload, CRC over generation, place and all before.
    private static int WholeJournal(byte[] held)
    {
        if (held.Length < 16)
        {
            return held.Length;
        }

        int at = 16 + (int)LittleEndian.ReadUInt32(held, 8);
        byte[] seed = new byte[8];
        Array.Copy(held, 4, seed, 0, 4);

        while (at >= 16 && at + 6 <= held.Length && at + 6 + held[at] <= held.Length)
        {
            int count = 2 + held[at];
            LittleEndian.WriteUInt32(seed, 4, (uint)at);

            if (Crc32.Add(Crc32.Of(seed, 0, 8), held, at, count) != LittleEndian.ReadUInt32(held, at + count))
            {
                break;
            }

            at += count + 4;
        }

        return at < 16 || at > held.Length ? held.Length : at;
    }
}
