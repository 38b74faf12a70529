using ToyGuard.Core.Storage;

namespace ToyGuard.Emulator.Look;

/// <summary>Stands where a drive would, so that nothing is erased: a wipe that was cut off stays one.</summary>
internal sealed class NoDrive : IEraseDrive
{
    /// <inheritdoc/>
    public bool DeleteAll()
    {
        return false;
    }

    /// <inheritdoc/>
    public bool Fill(byte[] bytes, int count)
    {
        return false;
    }

    /// <inheritdoc/>
    public bool DeleteFillers()
    {
        return false;
    }
}
