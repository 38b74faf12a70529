namespace ToyGuard.Edge.Hub;

/// <summary>Hears what happens to the hub's services. Called from their threads.</summary>
public interface IServiceWatcher
{
    /// <summary>Something happened to <paramref name="service"/>.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="what">What happened.</param>
    /// <param name="delayMs">For a failed service: milliseconds until it is run again.</param>
    /// <param name="fault">For a failed service: what it died of, for a maker's log only. Empty otherwise.</param>
    void OnService(string service, ServiceEvent what, int delayMs, string fault);
}
