using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Dns;

/// <summary>Finds the IPv4 addresses of a name that the gate allowed. Nothing else may be handed over: a held name is never looked up (EGR-04).</summary>
public interface INameLookup
{
    /// <summary>Waits until the addresses are known or it is clear that they will not be. Safe from any thread.</summary>
    /// <param name="host">The name; it is not kept.</param>
    /// <param name="addresses">Takes the addresses, 4 bytes each, as many as fit whole. They are not judged yet (EGR-03).</param>
    /// <param name="count">How many addresses were written; 0 unless found.</param>
    /// <returns><see cref="Reason.None"/> when found, with at least one address; <see cref="Reason.NotAName"/> for a host that holds no name; otherwise one of the reasons 40 to 49. Never <see cref="Reason.Allowed"/>.</returns>
    Reason Lookup(HostName host, byte[] addresses, out int count);
}
