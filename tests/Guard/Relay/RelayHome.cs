using ToyGuard.Core.Policy;

namespace ToyGuard.Guard.Tests.Relay;

/// <summary>A home with one toy for tests of the relay, and what its gate said last.</summary>
public sealed class RelayHome : IVerdictWatcher
{
    /// <summary>Endpoint 1, approved.</summary>
    public const int Stories = 1;

    /// <summary>Endpoint 2, approved, 100,000 bytes a day.</summary>
    public const int Limited = 2;

    /// <summary>Paired, the time known, nothing paused.</summary>
    public RelayHome()
        : this(443, Scheme.Https)
    {
    }

    /// <summary>The same, with another port and scheme of endpoint 1.</summary>
    public RelayHome(int port, Scheme scheme)
    {
        Toys = NewToys(port, scheme);
        Gate = new Gate(
            new GateState(Toys) { IsPaired = true, Now = Moment.FromLocalSeconds(1800000000) },
            new VerdictCounters());
        Gate.Watcher = this;
    }

    /// <summary>The gate.</summary>
    public Gate Gate { get; }

    /// <summary>Its toys.</summary>
    public ToyState[] Toys { get; }

    /// <summary>How many verdicts were told.</summary>
    public int Told { get; private set; }

    /// <summary>The last verdict's reason.</summary>
    public Reason Last { get; private set; }

    /// <summary>The host of the last verdict's question.</summary>
    public string LastHost { get; private set; } = "";

    /// <inheritdoc/>
    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        Told++;
        Last = verdict.Reason;
        LastHost = query.Host.ToString();
    }

    private static ToyState[] NewToys(int port, Scheme scheme)
    {
        Endpoint[] endpoints = new Endpoint[]
        {
            NewEndpoint("stories", "stories.toys.example", port, scheme, 0),
            NewEndpoint("limited", "limited.toys.example", 443, Scheme.Tls, 100000),
            NewEndpoint("waiting", "waiting.toys.example", 443, Scheme.Https, 0),
            NewEndpoint("plain", "plain.toys.example", 443, Scheme.Http, 0),
            NewEndpoint("other-port", "port.toys.example", 8883, Scheme.Tls, 0),
        };

        EndpointState[] states = new EndpointState[endpoints.Length];

        for (int i = 0; i < states.Length; i++)
        {
            states[i] = new EndpointState(endpoints[i], endpoints[i].Id != "waiting", 0);
        }

        Manifest manifest = new Manifest(
            "bear", "Bear", "Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31",
            AgeBand.Under9, endpoints, new SensorUse[0], new string[0]);

        return new ToyState[] { new ToyState("bear", manifest, states) };
    }

    private static Endpoint NewEndpoint(string id, string host, int port, Scheme scheme, long dailyBytes)
    {
        HostPattern pattern = HostPattern.Parse(host, out PatternFault fault)!;

        return new Endpoint(id, pattern, port, scheme, "Toys", Party.First, "stories", new string[0], dailyBytes, null);
    }
}
