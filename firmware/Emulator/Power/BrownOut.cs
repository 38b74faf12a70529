using System;

namespace ToyGuard.Emulator.Power;

/// <summary>A power failure that nobody chose: in the middle of some write, and over by itself a moment later. The same seed is the same one.</summary>
/// <param name="Seed">What it was drawn from.</param>
/// <param name="AfterBytes">Behind how many more written bytes the power goes.</param>
/// <param name="OffMs">How long it is gone.</param>
internal sealed record BrownOut(int Seed, int AfterBytes, int OffMs)
{
    // One saved change writes about this much.
    private const int BytesMax = 600;
    private const int OffMsMin = 100;
    private const int OffMsMax = 1000;

    /// <summary>Draws one.</summary>
    public static BrownOut Of(int seed)
    {
        Random random = new(seed);
        return new BrownOut(seed, random.Next(1, BytesMax + 1), random.Next(OffMsMin, OffMsMax + 1));
    }
}
