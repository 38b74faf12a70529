using System.Globalization;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Simulation.Home;

/// <summary>The toys of the simulated home, what they may want, and the questions by which a gate is compared.</summary>
internal static class Toys
{
    /// <summary>How many toys there are.</summary>
    public const int Count = 3;

    /// <summary>Endpoints of each; the last one is a wildcard.</summary>
    public const int Endpoints = 4;

    /// <summary>Bytes a day for the first endpoint of each.</summary>
    public const int DailyBytes = 20_000;

    /// <summary>Three toys for three ages.</summary>
    public static DeclaredToy[] Declared { get; } = [Toy("bear", AgeBand.Under9), Toy("robot", AgeBand.From9To12), Toy("globe", AgeBand.From13To18)];

    /// <summary>One question for each endpoint of each toy.</summary>
    public static GateQuery[] Questions { get; } = AllQuestions();

    /// <summary>What a gate in this state would let out at that time: a bit for each question. Changes nothing.</summary>
    public static uint Open(GateState state, long utcSeconds)
    {
        Moment before = state.Now;
        state.Now = Moment.FromLocalSeconds(utcSeconds);
        uint open = 0;

        for (int i = 0; i < Questions.Length; i++)
        {
            open |= Gate.Decide(state, Questions[i]).IsAllowed ? 1u << i : 0;
        }

        state.Now = before;
        return open;
    }

    private static DeclaredToy Toy(string name, AgeBand band)
    {
        Endpoint[] endpoints = new Endpoint[Endpoints];

        for (int i = 0; i < Endpoints; i++)
        {
            HostPattern pattern = HostPattern.Parse(i < Endpoints - 1 ? Host(name, i) : "*." + name + ".example", out _)!;
            endpoints[i] = new Endpoint(Id(i), pattern, 443, Scheme.Https, "Example Toys", Party.First, "stories", ["usage"], i == 0 ? DailyBytes : 0, null);
        }

        Manifest manifest = new("model", name, "Example Toys", "https://toys.example/contact", "mailto:security@toys.example", "2031-12-31", band, endpoints, [], []);
        return new DeclaredToy(name, manifest);
    }

    private static GateQuery[] AllQuestions()
    {
        GateQuery[] questions = new GateQuery[Count * Endpoints];

        for (int i = 0; i < questions.Length; i++)
        {
            questions[i] = new GateQuery { Toy = 1 + (i / Endpoints), Kind = AskKind.Https, Port = 443 };
            questions[i].Host.Read(Host(Declared[i / Endpoints].Name, i % Endpoints));
        }

        return questions;
    }

    private static string Id(int endpoint)
    {
        return "place" + endpoint.ToString(CultureInfo.InvariantCulture);
    }

    private static string Host(string toy, int endpoint)
    {
        return endpoint < Endpoints - 1 ? Id(endpoint) + "." + toy + ".toys.example" : "a." + toy + ".example";
    }
}
