using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Settings;

/// <summary>A number for a use of a sensor that a guardian agrees to, made as <see cref="EndpointPrint"/> is: over kind, purpose and mode.</summary>
/// <remarks>A use that an update changed has not been agreed to.</remarks>
public static class SensorPrint
{
    /// <summary>The print of <paramref name="use"/>.</summary>
    public static long Of(SensorUse use)
    {
        Sha256 hash = new Sha256();
        EndpointPrint.Add(hash, use.Kind);
        EndpointPrint.Add(hash, use.Purpose);
        EndpointPrint.Add(hash, use.Mode);
        return EndpointPrint.Finish(hash);
    }
}
