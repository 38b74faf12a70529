using System.Linq;

namespace ToyGuard.Bench.Report;

/// <summary>Every floor there is, as data.</summary>
internal static class Floors
{
    private static readonly Floor[] All =
    [
        new("verdict", "allocated", false, 0, 0),
        new("dns", "hit list, of dnsmasq", true, 0.8, 0.2),
        new("dns", "half foreign, of dnsmasq", true, 0.8, 0.2),
        new("dns", "lost", false, 0, 10),
        new("dns", "allocated per answer", false, 0, 0),
        new("dns-fairness", "lost by the quiet one", false, 0, 3),
        new("relay-connect", "of nginx", true, 0.7, 0.15),
        new("relay-bulk", "of nginx", true, 0.7, 0.15),
        new("relay-silence", "p99 beyond nginx", false, 1, 100),
        new("relay-idle", "share of a core", false, 5, 50),
        new("relay-idle", "a new one beside them", false, 50, 1000),
        new("cuts", "distinct cuts", true, 250_000, 10_000),
        new("cuts", "a second", true, 2778, 300),
    ];

    /// <summary>The floor of a figure, null when it only informs.</summary>
    public static Floor? Of(string bench, string what)
    {
        return All.FirstOrDefault(floor => floor.Bench == bench && floor.What == what);
    }
}
