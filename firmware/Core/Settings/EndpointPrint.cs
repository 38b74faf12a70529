using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Settings;

/// <summary>A number for what a guardian says yes to: the first 8 bytes of a SHA-256 over an endpoint, read as a little-endian number.</summary>
public static class EndpointPrint
{
    /// <summary>The print of <paramref name="endpoint"/>. Comes with SHA-256; until then nothing can be approved.</summary>
    public static long Of(Endpoint endpoint)
    {
        throw new NotSupportedException(endpoint.Id);
    }
}
