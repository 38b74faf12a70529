using ToyGuard.Core.Storage;

namespace ToyGuard.Simulation.Planted;

/// <summary>A ring that begins a segment by giving up the one before it instead of the oldest.</summary>
internal sealed class ClearsSegmentFirst(IFlash flash) : PassingFlash(flash)
{
    /// <inheritdoc/>
    public override bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        int before = FlashLayout.Records + ((area - FlashLayout.Records + FlashLayout.RecordAreas - 1) % FlashLayout.RecordAreas);
        return (area < FlashLayout.Records || held > 0 || Flash.Erase(before)) && Flash.Append(area, held, bytes, offset, count);
    }
}
