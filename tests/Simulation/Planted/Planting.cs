using ToyGuard.Core.Storage;

namespace ToyGuard.Simulation.Planted;

/// <summary>What stands between a device and its flash.</summary>
internal delegate IFlash Below(IFlash flash);

/// <summary>A mistake that a store or a keeper could make, made on purpose.</summary>
/// <param name="What">The mistake.</param>
/// <param name="Below">A flash on which the real stores behave as if they made it; null where it is none of theirs.</param>
/// <param name="IsEager">True when settings are in force before they are saved.</param>
internal sealed record Planting(string What, Below? Below, bool IsEager = false);
