using ToyGuard.Core.Crypto;
using ToyGuard.Core.Storage;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Home;

/// <summary>A drive with room for one filler, and chance by a seed: what a wipe needs beside the flash.</summary>
internal sealed class NoDrive : IEraseDrive, IRandom
{
    private readonly IFlash _flash;
    private readonly Chance _chance = new(7);
    private bool _isFull;

    /// <summary>The drive under that flash.</summary>
    public NoDrive(IFlash flash)
    {
        _flash = flash;
    }

    /// <inheritdoc/>
    public bool DeleteAll()
    {
        bool isDone = true;

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            isDone &= area == FlashLayout.Wipe || _flash.Erase(area);
        }

        return isDone;
    }

    /// <inheritdoc/>
    public bool Fill(byte[] random, int count)
    {
        bool wasFull = _isFull;
        _isFull = true;
        return !wasFull;
    }

    /// <inheritdoc/>
    public bool DeleteFillers()
    {
        _isFull = false;
        return true;
    }

    /// <inheritdoc/>
    public void Fill(byte[] bytes, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            bytes[offset + i] = (byte)_chance.Next();
        }
    }
}
