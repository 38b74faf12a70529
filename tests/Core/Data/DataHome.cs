using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Tests.Data;

/// <summary>Two toys of a home and a gate that lets out what is approved. It is Monday 2026-11-23, 12:00.</summary>
public static class DataHome
{
    public const int Monday = 20780;

    public const int Noon = Monday * 1440 + 12 * 60;

    public const string Stories = "stories.toys.example";

    public static Moment At(int minute)
    {
        return Moment.FromLocalSeconds(minute * 60L);
    }

    public static DeclaredToy[] Toys()
    {
        return new DeclaredToy[] { Toy("Bear"), Toy("Robot") };
    }

    public static DeclaredToy Toy(string name)
    {
        string[] data = new string[] { "chosen-story" };
        Endpoint[] endpoints = new Endpoint[]
        {
            new Endpoint("stories", HostPattern.Parse(Stories, out _)!, 443, Scheme.Https, "Example Toys", Party.First, "stories", data, 0, null),
            new Endpoint("usage", HostPattern.Parse("*.metrics.example", out _)!, 443, Scheme.Https, "Metrics Ltd", Party.Third, "analytics", data, 0, null),
        };
        SensorUse[] sensors = new SensorUse[] { new SensorUse("microphone", "talk", "push-to-talk") };
        return new DeclaredToy(name, new Manifest("bear-2", "Bear", "Toys", "https://toys.example/", "mailto:a@toys.example", "2031-12-31", AgeBand.Under9, endpoints, sensors, new string[0]));
    }

    /// <summary>Paired, both toys introduced, the maker's own place approved for both.</summary>
    public static FamilySettings Settings(DeclaredToy[] toys)
    {
        FamilySettings settings = FamilySettings.Strict.WithPaired(true).WithEverythingPaused(false);

        for (int i = 0; i < toys.Length; i++)
        {
            settings = Household.Approve(settings, toys[i], 1, true);
        }

        return settings;
    }

    /// <summary>A gate with those settings in force, at noon, telling <paramref name="watcher"/>.</summary>
    public static Gate Gate(DeclaredToy[] toys, IVerdictWatcher watcher)
    {
        GateState state = new GateState(new ToyState[0]);
        Gate gate = new Gate(state, new VerdictCounters());
        new GateRules(gate, toys).PutInForce(Settings(toys));
        gate.SetClock(At(Noon));
        gate.Watcher = watcher;
        return gate;
    }

    public static Verdict Ask(Gate gate, int toy, AskKind kind, string host)
    {
        GateQuery query = new GateQuery();
        query.Toy = toy;
        query.Kind = kind;
        query.Port = 443;
        query.Host.Read(host);
        return gate.Ask(query);
    }
}
