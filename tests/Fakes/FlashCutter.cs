using ToyGuard.Core.Storage;

namespace ToyGuard.Fakes;

/// <summary>Does only a part of a call, as <see cref="FlashCut"/> says.</summary>
/// <remarks>
/// A call's steps, in the order in which they are done when all is well: one for every sector to be erased, then one for every byte to be
/// programmed. A cut at step n has done n of them.
/// </remarks>
internal static class FlashCutter
{
    // What a chip programs at once, and what is reordered.
    private const int PageBytes = 256;
    private const int PieceBytes = 4;

    /// <summary>An area's erase, an empty replacement or an addition, cut at a step that is smaller than the number of its steps.</summary>
    /// <param name="area">The area.</param>
    /// <param name="cut">What is left.</param>
    /// <param name="sectors">Sectors to be erased first; 0 for an addition.</param>
    /// <param name="bytes">Holds what is to be programmed, behind the area's length once it is erased.</param>
    /// <param name="offset">Where that begins.</param>
    /// <param name="count">How many bytes.</param>
    /// <param name="steps">Steps done.</param>
    /// <param name="chance">For what is left to it.</param>
    public static void Part(FlashArea area, FlashCut cut, int sectors, byte[] bytes, int offset, int count, int steps, Chance chance)
    {
        switch (cut)
        {
            case FlashCut.OldOrNew:
                return;
            case FlashCut.Emptied:
                Emptied(area, sectors);
                return;
            case FlashCut.Reordered:
                Reordered(area, sectors, bytes, offset, count, chance);
                return;
            default:
                break;
        }

        for (int i = 0; i < sectors && i < steps; i++)
        {
            area.EraseSector(i);
        }

        if (steps < sectors)
        {
            if (cut is FlashCut.TornByte or FlashCut.TornPage)
            {
                area.EraseSector(steps, chance);
            }

            return;
        }

        if (sectors > 0)
        {
            area.Begin(isDirty: false);
        }

        int start = area.Length;
        int done = steps - sectors;
        area.Program(start, bytes, offset, done);
        area.Length = start + done;

        switch (cut)
        {
            case FlashCut.Filled:
                area.Length = start + count;
                break;
            case FlashCut.TornByte:
                Torn(area, bytes, offset + done, 1, chance);
                break;
            case FlashCut.TornPage:
                int page = PageBytes - ((start + done) % PageBytes);
                Torn(area, bytes, offset + done, page < count - done ? page : count - done, chance);
                break;
            default:
                break;
        }
    }

    // Bits that are to be cleared are, or are not yet.
    private static void Torn(FlashArea area, byte[] bytes, int offset, int count, Chance chance)
    {
        for (int i = 0; i < count; i++)
        {
            area.Program(area.Length, (byte)(bytes[offset + i] | (byte)chance.Next()));
            area.Length++;
        }
    }

    private static void Emptied(FlashArea area, int sectors)
    {
        if (sectors == 0)
        {
            return;
        }

        for (int i = 0; i < sectors; i++)
        {
            area.EraseSector(i);
        }

        area.Begin(isDirty: false);
    }

    private static void Reordered(FlashArea area, int sectors, byte[] bytes, int offset, int count, Chance chance)
    {
        int start = sectors > 0 ? 0 : area.Length;
        int kept = 0;
        int end = start;

        for (int i = 0; i < sectors; i++)
        {
            if (chance.Below(3) > 0)
            {
                area.EraseSector(i);
            }
            else
            {
                kept = i + 1;
            }
        }

        for (int i = 0; i < count; i += PieceBytes)
        {
            int piece = count - i < PieceBytes ? count - i : PieceBytes;

            // A sector that still holds the old takes nothing new.
            if ((start + i) >= kept * FlashLayout.BlockBytes && chance.Below(2) > 0)
            {
                area.Program(start + i, bytes, offset + i, piece);
                end = start + i + piece;
            }
        }

        if (kept > 0)
        {
            return;
        }

        int left = start + count - end;
        area.Length = end + chance.Below(left + 1);
    }
}
