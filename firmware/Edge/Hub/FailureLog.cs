using System.Collections;

using ToyGuard.Core.Records;
using ToyGuard.Edge.Storage;

namespace ToyGuard.Edge.Hub;

/// <summary>Records that a service failed, the first time in a boot that each does, and tells the next watcher of everything.</summary>
/// <remarks>Only the first time: a service that keeps failing must not push all other records out.</remarks>
public sealed class FailureLog : IServiceWatcher
{
    private readonly KeptHome _home;
    private readonly IServiceWatcher _next;
    private readonly Hashtable _noted = new Hashtable();

    /// <summary>A log into <paramref name="home"/> that tells <paramref name="next"/> of everything.</summary>
    public FailureLog(KeptHome home, IServiceWatcher next)
    {
        _home = home;
        _next = next;
    }

    /// <inheritdoc/>
    public void OnService(string service, ServiceEvent what, int delayMs, string fault)
    {
        if (what == ServiceEvent.Failed && IsFirst(service))
        {
            _home.Note(RecordKind.ServiceFailed, 0, 0, NumberOf(service), 0, 0);
        }

        _next.OnService(service, what, delayMs, fault);
    }

    private bool IsFirst(string service)
    {
        lock (_noted)
        {
            bool isFirst = !_noted.Contains(service);
            _noted[service] = service;

            return isFirst;
        }
    }

    // Records keep the number: add at the end, never renumber.
    private static int NumberOf(string service)
    {
        return service switch
        {
            "clock" => 1,
            "dns" => 2,
            "sntp" => 3,
            "tls relay" => 4,
            "plain relay" => 5,
            "clock refiner" => 6,
            "web" => 7,
            "keeping" => 8,
            "radio" => 9,
            "watch" => 10,
            _ => 0,
        };
    }
}
