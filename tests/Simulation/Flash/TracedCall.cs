using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Flash;

/// <summary>One call that wrote, to be done again elsewhere, whole or cut.</summary>
/// <param name="Area">Where.</param>
/// <param name="Held">What an addition expected there; -1 for a replacement or an erase.</param>
/// <param name="Bytes">What was written.</param>
/// <param name="Sectors">Sectors that it erases first.</param>
internal sealed record TracedCall(int Area, int Held, byte[] Bytes, int Sectors)
{
    /// <summary>Steps of the whole call.</summary>
    public int Steps
    {
        get { return Sectors + Bytes.Length; }
    }

    /// <summary>Does it on a flash that stands where the first one stood.</summary>
    public bool ApplyTo(FlashModel flash)
    {
        return Held >= 0 ? flash.Append(Area, Held, Bytes, 0, Bytes.Length) : flash.Replace(Area, Bytes, 0, Bytes.Length);
    }
}
