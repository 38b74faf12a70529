using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Fuzz.Targets;

/// <summary>A home with one toy that may reach a few places, all is well in it, and nothing that is asked changes it: no wildcards, whose names are counted.</summary>
internal static class Household
{
    /// <summary>The toy that asks.</summary>
    public const int Toy = 1;

    /// <summary>A place it may reach by https.</summary>
    public const string Open = "stories.toys.example";

    /// <summary>A place it may reach in plain text, on port 80.</summary>
    public const string Plain = "plain.toys.example";

    /// <summary>A place nobody approved.</summary>
    public const string Waiting = "usage.metrics.example";

    /// <summary>Friday 2027-01-15 08:00 on the wall.</summary>
    private const long NowSeconds = 1800000000;

    /// <summary>A new gate.</summary>
    public static Gate NewGate()
    {
        Endpoint[] endpoints = { NewEndpoint("stories", Open, 443, Scheme.Https), NewEndpoint("plain", Plain, 80, Scheme.Http), NewEndpoint("usage", Waiting, 443, Scheme.Https) };
        Manifest manifest = new("m-1", "bear", "Example Toys", "", "", "", AgeBand.Under9, endpoints, Array.Empty<SensorUse>(), Array.Empty<string>());
        GateState state = new(new[] { new ToyState("bear", manifest) }) { IsPaired = true, Now = Moment.FromLocalSeconds(NowSeconds) };
        Gate gate = new(state, new VerdictCounters());
        gate.Approve(Toy, 1, true);
        gate.Approve(Toy, 2, true);

        return gate;
    }

    private static Endpoint NewEndpoint(string id, string host, int port, Scheme scheme)
    {
        HostPattern? pattern = HostPattern.Parse(host, out PatternFault _);

        return new Endpoint(id, pattern!, port, scheme, "Example Toys", Party.First, "stories", Array.Empty<string>(), 0, null);
    }
}
