using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;
using ToyGuard.Guard.Dns;

namespace ToyGuard.Guard.Tests.Dns;

/// <summary>A small home to ask from: toy 1 with one endpoint for each kind of rule, toy 2 meant for older children than it has.</summary>
internal sealed class DnsHome
{
    /// <summary>An open place of toy 1, its endpoint 1.</summary>
    public const string Open = "stories.toys.example";

    /// <summary>Friday 2027-01-15 08:00 on the wall.</summary>
    private const long NowSeconds = 1800000000;

    public DnsHome()
    {
        ToyState bear = NewToy("bear", AgeBand.Under9, new Endpoint[]
        {
            NewEndpoint("stories", Open, Scheme.Https, 0, null),
            NewEndpoint("photos", "*.photos.example", Scheme.Https, 0, null),
            NewEndpoint("usage", "usage.metrics.example", Scheme.Https, 0, null),
            NewEndpoint("night", "night.toys.example", Scheme.Tls, 0, new WeeklyHours(new int[] { 0 }, new int[] { 1 })),
            NewEndpoint("large", "large.toys.example", Scheme.Https, 100, null),
            NewEndpoint("plain", "plain.toys.example", Scheme.Http, 0, null),
        });
        ToyState older = NewToy("older", AgeBand.From13To18, new Endpoint[] { NewEndpoint("games", "games.toys.example", Scheme.Https, 0, null) });
        older.ChildBand = AgeBand.Under9;

        State = new GateState(new ToyState[] { bear, older }) { IsPaired = true, Now = Moment.FromLocalSeconds(NowSeconds) };
        Counters = new VerdictCounters();
        Gate = new Gate(State, Counters);
        Responder = new DnsResponder(Gate, new byte[] { 192, 168, 4, 1 });

        for (int endpoint = 1; endpoint <= 6; endpoint++)
        {
            Gate.Approve(1, endpoint, endpoint != 3);
        }

        Gate.Approve(2, 1, true);
        Gate.AddBytes(1, 5, 100);
    }

    public GateState State { get; }

    public VerdictCounters Counters { get; }

    public Gate Gate { get; }

    public DnsResponder Responder { get; }

    /// <summary>The last answer; only as long as Ask said.</summary>
    public byte[] Answer { get; } = new byte[512];

    /// <summary>Puts one rule about everything in force, by its name in a table.</summary>
    public void Apply(string rule)
    {
        switch (rule)
        {
            case "not paired":
                Gate.SetPaired(false);
                break;
            case "everything paused":
                Gate.PauseEverything(true);
                break;
            case "toy paused":
                Gate.PauseToy(1, true);
                break;
            case "clock unknown":
                Gate.SetClock(default);
                break;
            case "quiet hours":
                State.Toys[0].QuietHours = new WeeklyHours(new int[] { 0 }, new int[] { WeeklyHours.MinutesOfWeek });
                break;
            case "play time used up":
                State.Toys[0].PlayMinutes = DayMinutes.Every(0);
                break;
            default:
                break;
        }
    }

    /// <summary>Asks as a toy does and returns the answer's length.</summary>
    public int Ask(byte[] query, int toy)
    {
        return Responder.Answer(query, query.Length, toy, Answer);
    }

    private static ToyState NewToy(string name, AgeBand band, Endpoint[] endpoints)
    {
        Manifest manifest = new("m-1", name, "Example Toys", "", "", "", band, endpoints, new SensorUse[0], new string[0]);
        return new ToyState(name, manifest);
    }

    private static Endpoint NewEndpoint(string id, string host, Scheme scheme, long dailyBytes, WeeklyHours? hours)
    {
        HostPattern? pattern = HostPattern.Parse(host, out PatternFault _);
        return new Endpoint(id, pattern!, 443, scheme, "Example Toys", Party.First, "stories", new string[0], dailyBytes, hours);
    }
}
