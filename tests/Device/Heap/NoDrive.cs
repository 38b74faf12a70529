using ToyGuard.Core.Storage;

namespace ToyGuard.Heap;

/// <summary>A drive that nothing is wiped on.</summary>
public sealed class NoDrive : IEraseDrive
{
    /// <inheritdoc/>
    public bool DeleteAll()
    {
        return true;
    }

    /// <inheritdoc/>
    public bool Fill(byte[] bytes, int count)
    {
        return false;
    }

    /// <inheritdoc/>
    public bool DeleteFillers()
    {
        return true;
    }
}
