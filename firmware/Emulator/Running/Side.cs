using System;

using ToyGuard.Edge.Web;

namespace ToyGuard.Emulator.Running;

/// <summary>A side of the device that is there while something is so.</summary>
internal sealed class Side : ISide
{
    private readonly Func<bool> _isThere;

    /// <summary>A side that is there while <paramref name="isThere"/> says so. It is asked from any thread.</summary>
    public Side(Func<bool> isThere)
    {
        _isThere = isThere;
    }

    /// <inheritdoc/>
    public bool IsThere
    {
        get { return _isThere(); }
    }
}
