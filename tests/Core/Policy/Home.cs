using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>A home in which everything that can be allowed is: each test spoils one thing.</summary>
/// <remarks>It is Monday 2026-11-23, 12:00. The child is 9 to 12, as the toy's maker meant it.</remarks>
public static class Home
{
    public const int Monday = 20780;

    public const int Noon = 12 * 60;

    public const string Stories = "stories.toys.example";

    /// <summary>Numbers of the sample toy's endpoints.</summary>
    public const int StoriesEndpoint = 1;
    public const int VoiceEndpoint = 2;
    public const int PlainEndpoint = 3;
    public const int FilesEndpoint = 4;
    public const int LessonsEndpoint = 5;
    public const int UsageEndpoint = 6;

    public const int StoriesDailyBytes = 1000;

    public static Moment At(int day, int minuteOfDay)
    {
        return Moment.FromLocalSeconds(day * 86400L + minuteOfDay * 60);
    }

    public static HostPattern Pattern(string text)
    {
        return HostPattern.Parse(text, out _)!;
    }

    public static Endpoint Place(string id, string host, int port, Scheme scheme)
    {
        return new Endpoint(id, Pattern(host), port, scheme, "Example Toys", Party.First, "stories", new string[] { "usage" }, 0, null);
    }

    public static Manifest ManifestOf(AgeBand band, Endpoint[] endpoints)
    {
        return new Manifest(
            "story-bear-2",
            "Story Bear",
            "Example Toys",
            "https://toys.example/contact",
            "mailto:security@toys.example",
            "2031-12-31",
            band,
            endpoints,
            new SensorUse[] { new SensorUse("microphone", "talk", "push-to-talk") },
            new string[0]);
    }

    public static Manifest SampleManifest()
    {
        string[] data = new string[] { "chosen-story" };
        WeeklyHours lessonHours = new WeeklyHours(new int[] { 10 * 60 }, new int[] { 4 * 60 });

        return ManifestOf(
            AgeBand.From9To12,
            new Endpoint[]
            {
                new Endpoint("stories", Pattern(Stories), 443, Scheme.Https, "Example Toys", Party.First, "stories", data, StoriesDailyBytes, null),
                Place("voice", "voice.toys.example", 8883, Scheme.Tls),
                Place("plain", "plain.toys.example", 80, Scheme.Http),
                Place("files", "*.cdn.example", 443, Scheme.Https),
                new Endpoint("lessons", Pattern("lessons.toys.example"), 443, Scheme.Https, "Example Toys", Party.First, "lessons", data, 0, lessonHours),
                new Endpoint("usage", Pattern("usage.metrics.example"), 443, Scheme.Https, "Metrics Ltd", Party.Third, "analytics", data, 0, null),
            });
    }

    /// <summary>All endpoints approved but the third party's.</summary>
    public static ToyState SampleToy()
    {
        Manifest manifest = SampleManifest();
        EndpointState[] states = new EndpointState[manifest.Endpoints.Length];

        for (int i = 0; i < states.Length; i++)
        {
            states[i] = new EndpointState(manifest.Endpoints[i], manifest.Endpoints[i].Party == Party.First, 0);
        }

        ToyState toy = new ToyState("bear", manifest, states);
        toy.ChildBand = AgeBand.From9To12;
        return toy;
    }

    /// <summary>One toy with the endpoints given, all approved.</summary>
    public static ToyState ToyWith(Endpoint[] endpoints)
    {
        EndpointState[] states = new EndpointState[endpoints.Length];

        for (int i = 0; i < states.Length; i++)
        {
            states[i] = new EndpointState(endpoints[i], true, 0);
        }

        return new ToyState("bear", ManifestOf(AgeBand.Under9, endpoints), states);
    }

    public static GateState StateWith(ToyState toy)
    {
        GateState state = new GateState(new ToyState[] { toy });
        state.IsPaired = true;
        state.Now = At(Monday, Noon);
        return state;
    }

    public static GateState SampleState()
    {
        return StateWith(SampleToy());
    }

    public static GateQuery Query(AskKind kind, string host, int port)
    {
        GateQuery query = new GateQuery();
        query.Toy = 1;
        query.Kind = kind;
        query.Port = port;
        query.Host.Read(host);
        return query;
    }

    /// <summary>The story server, as its manifest lists it.</summary>
    public static GateQuery StoriesQuery()
    {
        return Query(AskKind.Https, Stories, 443);
    }

    public static GateQuery ClockQuery()
    {
        return Query(AskKind.Clock, "", 0);
    }

    public static void AssertHeld(Reason reason, Verdict verdict, string about)
    {
        Assert.AreEqual((int)reason, (int)verdict.Reason, about);
        Assert.IsFalse(verdict.IsAllowed, about);
    }

    public static void AssertAllowed(int endpoint, Verdict verdict, string about)
    {
        Assert.AreEqual((int)Reason.Allowed, (int)verdict.Reason, about);
        Assert.IsTrue(verdict.IsAllowed, about);
        Assert.AreEqual(endpoint, verdict.Endpoint, about);
    }
}
