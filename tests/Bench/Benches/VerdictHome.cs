using System;
using System.Globalization;
using System.Linq;

using ToyGuard.Core.Policy;

namespace ToyGuard.Bench.Benches;

/// <summary>The largest home there is: 32 toys with 32 endpoints each, all approved.</summary>
internal static class VerdictHome
{
    /// <summary>Toys, and endpoints of each.</summary>
    public const int Size = 32;

    /// <summary>Host of an endpoint, both counted from 1. Of the same length and ending, so that no comparison is cheap.</summary>
    public static string Host(int toy, int endpoint)
    {
        return string.Create(CultureInfo.InvariantCulture, $"e{endpoint:00}.t{toy:00}.stories.toys.example");
    }

    /// <summary>Its gate.</summary>
    public static Gate Gate()
    {
        ToyState[] toys = [.. Enumerable.Range(1, Size).Select(Toy)];
        Gate gate = new(new GateState(toys) { IsPaired = true, Now = Moment.FromLocalSeconds(1_800_000_000) }, new VerdictCounters());

        for (int i = 0; i < Size * Size; i++)
        {
            gate.Approve((i / Size) + 1, (i % Size) + 1, true);
        }

        return gate;
    }

    private static ToyState Toy(int number)
    {
        Endpoint[] endpoints =
        [
            .. Enumerable.Range(1, Size).Select(at => new Endpoint(
                "e" + at.ToString(CultureInfo.InvariantCulture), HostPattern.Parse(Host(number, at), out _)!, 443, Scheme.Https, "Example Toys", Party.First, "stories", [], 0, null)),
        ];
        string name = "t" + number.ToString(CultureInfo.InvariantCulture);
        return new ToyState(name, new Manifest(name, name, "Example Toys", "", "", "", AgeBand.Under9, endpoints, Array.Empty<SensorUse>(), []));
    }
}
