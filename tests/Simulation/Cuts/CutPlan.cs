using System.Collections.Generic;

using ToyGuard.Fakes;
using ToyGuard.Simulation.Flash;

namespace ToyGuard.Simulation.Cuts;

/// <summary>Which cuts one call is given: every sector, both sides of every page, and bytes.</summary>
/// <remarks>
/// A short call is cut at every byte. A long one at so many bytes as the plan allows, evenly and shifted from call to call, so that a
/// script meets every byte of a frame. No two points of a call are the same by construction.
/// </remarks>
/// <param name="BytesMax">Most bytes of one call at which it is cut, beside sectors and pages.</param>
/// <param name="Seeds">Seeds for each torn byte and page, and a quarter of the seeds of a reordered call.</param>
internal sealed record CutPlan(int BytesMax, int Seeds)
{
    // As a chip programs them.
    private const int PageBytes = 256;

    /// <summary>The points of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="turn">Any number that differs from call to call.</param>
    public IEnumerable<CutPoint> Of(TracedCall call, int turn)
    {
        yield return new CutPoint(FlashCut.OldOrNew, 0, 0);

        if (call.Sectors > 0)
        {
            yield return new CutPoint(FlashCut.Emptied, 0, 0);
        }

        for (int seed = 0; seed < 4 * Seeds; seed++)
        {
            yield return new CutPoint(FlashCut.Reordered, 0, turn + seed);
        }

        foreach (int steps in Steps(call, turn))
        {
            yield return new CutPoint(FlashCut.Prefix, steps, 0);
            yield return new CutPoint(FlashCut.Filled, steps, 0);

            for (int seed = 0; seed < Seeds; seed++)
            {
                yield return new CutPoint(FlashCut.TornByte, steps, turn + seed);
                yield return new CutPoint(FlashCut.TornPage, steps, turn + seed);
            }
        }
    }

    private SortedSet<int> Steps(TracedCall call, int turn)
    {
        SortedSet<int> steps = [];

        for (int sector = 0; sector < call.Sectors; sector++)
        {
            steps.Add(sector);
        }

        int start = call.Held > 0 ? call.Held : 0;

        for (int page = PageBytes - (start % PageBytes); page < call.Bytes.Length; page += PageBytes)
        {
            steps.Add(call.Sectors + page - 1);
            steps.Add(call.Sectors + page);
        }

        int stride = (call.Bytes.Length + BytesMax - 1) / BytesMax;

        for (int at = stride > 1 ? turn % stride : 0; at < call.Bytes.Length; at += stride)
        {
            steps.Add(call.Sectors + at);
        }

        return steps;
    }
}
