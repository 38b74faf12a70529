using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>
/// Goal: each rule of the gate holds what it names, and nothing else. Method: a home where all is well; each test spoils one thing and
/// asks for the reason, beside the nearest case that still passes.
/// </summary>
[TestClass]
public class GateTests
{
    [TestMethod]
    [Req("EGR-01")]
    public void Decide_ListedAndApproved_IsAllowed()
    {
        Home.AssertAllowed(Home.StoriesEndpoint, Gate.Decide(Home.SampleState(), Home.StoriesQuery()), "");
    }

    [TestMethod]
    [Req("DEF-02")]
    public void Decide_NobodyPaired_HoldsEverything()
    {
        GateState state = Home.SampleState();
        Home.AssertAllowed(Home.StoriesEndpoint, Gate.Decide(state, Home.StoriesQuery()), "paired");

        state.IsPaired = false;
        Home.AssertHeld(Reason.NotPaired, Gate.Decide(state, Home.StoriesQuery()), "https");
        Home.AssertHeld(Reason.NotPaired, Gate.Decide(state, Home.Query(AskKind.Lookup, Home.Stories, 0)), "lookup");
        Home.AssertHeld(Reason.NotPaired, Gate.Decide(state, Home.ClockQuery()), "clock");
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(1, 1)]
    [DataRow(0, 11)]
    [DataRow(2, 11)]
    [DataRow(-1, 11)]
    [DataRow(2147483647, 11)]
    [DataRow(-2147483648, 11)]
    public void Decide_ToyNumber_OnlyKnownToysPass(int toy, int reason)
    {
        GateQuery query = Home.StoriesQuery();
        query.Toy = toy;
        Assert.AreEqual(reason, (int)Gate.Decide(Home.SampleState(), query).Reason);

        query.Kind = AskKind.Clock;
        Assert.AreEqual(reason, (int)Gate.Decide(Home.SampleState(), query).Reason, "clock");
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void Decide_EverythingPaused_Holds()
    {
        GateState state = Home.SampleState();
        Home.AssertAllowed(Home.StoriesEndpoint, Gate.Decide(state, Home.StoriesQuery()), "not paused");

        state.IsEverythingPaused = true;
        Home.AssertHeld(Reason.EverythingPaused, Gate.Decide(state, Home.StoriesQuery()), "https");
        Home.AssertHeld(Reason.EverythingPaused, Gate.Decide(state, Home.ClockQuery()), "clock");
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void Decide_ToyPaused_HoldsThatToyOnly()
    {
        GateState state = new GateState(new ToyState[] { Home.SampleToy(), Home.SampleToy() });
        state.IsPaired = true;
        state.Now = Home.At(Home.Monday, Home.Noon);
        state.Toys[0].IsPaused = true;

        Home.AssertHeld(Reason.ToyPaused, Gate.Decide(state, Home.StoriesQuery()), "https");
        Home.AssertHeld(Reason.ToyPaused, Gate.Decide(state, Home.ClockQuery()), "clock");

        GateQuery other = Home.StoriesQuery();
        other.Toy = 2;
        Home.AssertAllowed(Home.StoriesEndpoint, Gate.Decide(state, other), "the other toy");
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Decide_ClockUnknown_HoldsAllButTheClock()
    {
        GateState state = Home.SampleState();
        Home.AssertAllowed(Home.StoriesEndpoint, Gate.Decide(state, Home.StoriesQuery()), "known");

        state.Now = default;
        Home.AssertHeld(Reason.ClockUnknown, Gate.Decide(state, Home.StoriesQuery()), "https");
        Home.AssertHeld(Reason.ClockUnknown, Gate.Decide(state, Home.Query(AskKind.Lookup, Home.Stories, 0)), "lookup");
        Home.AssertAllowed(0, Gate.Decide(state, Home.ClockQuery()), "clock");
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Decide_Clock_NeedsNothingBelowThePauses()
    {
        GateState state = Home.SampleState();
        state.Now = default;
        state.Toys[0].QuietHours = new WeeklyHours(new int[] { 0 }, new int[] { WeeklyHours.MinutesOfWeek });
        state.Toys[0].PlayMinutes = DayMinutes.Every(0);
        state.Toys[0].ChildBand = AgeBand.Under9;

        Home.AssertAllowed(0, Gate.Decide(state, Home.ClockQuery()), "");
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Decide_OwnClock_IsHeldOnlyUnpairedAndPaused()
    {
        GateState state = Home.SampleState();
        state.Now = default;
        state.Toys[0].IsPaused = true;
        GateQuery own = Home.Query(AskKind.OwnClock, "time.example", 123);
        own.Toy = 0;
        Home.AssertAllowed(0, Gate.Decide(state, own), "asked by no toy");

        state.IsEverythingPaused = true;
        Home.AssertHeld(Reason.EverythingPaused, Gate.Decide(state, own), "paused");

        state.IsPaired = false;
        Home.AssertHeld(Reason.NotPaired, Gate.Decide(state, own), "not paired");
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Decide_OwnErase_IsHeldButForTheOneInHand()
    {
        GateState state = Home.SampleState();
        state.Toys[0].IsPaused = true;
        state.Toys[0].QuietHours = new WeeklyHours(new int[] { 0 }, new int[] { WeeklyHours.MinutesOfWeek });
        GateQuery own = Home.Query(AskKind.OwnErase, InHand.Host, InHand.Port);
        own.Toy = 0;
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, own), "nobody asked for any");
        state.Erase = new InHand();
        Home.AssertAllowed(0, Gate.Decide(state, own), "a toy's pause and bedtime are the toy's");
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, Home.Query(AskKind.OwnErase, InHand.Host, 8443)), "another port");
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, Home.Query(AskKind.OwnErase, "a." + InHand.Host, 443)), "another host");
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, Home.Query(AskKind.OwnErase, Home.Stories, 443)), "a place of the toy's");
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, Home.Query(AskKind.OwnErase, "", 443)), "no name");

        state.Now = default;
        Home.AssertHeld(Reason.ClockUnknown, Gate.Decide(state, own), "no clock");
        state.IsEverythingPaused = true;
        Home.AssertHeld(Reason.EverythingPaused, Gate.Decide(state, own), "paused");
        state.IsPaired = false;
        Home.AssertHeld(Reason.NotPaired, Gate.Decide(state, own), "not paired");
    }

    // What is in hand is the device's own: no kind of question of a toy's comes out by it.
    [TestMethod]
    [Req("DEL-03")]
    [Req("EGR-01")]
    public void Decide_OneInHand_OpensNothingForToys()
    {
        for (int kind = 0; kind < 256; kind++)
        {
            GateState state = Home.SampleState();
            GateQuery query = Home.Query((AskKind)kind, InHand.Host, InHand.Port);
            Verdict before = Gate.Decide(state, query);
            state.Erase = new InHand();
            Verdict after = Gate.Decide(state, query);
            bool isOwn = kind == (int)AskKind.OwnErase;
            Assert.AreEqual(isOwn ? (int)Reason.Allowed : (int)before.Reason, (int)after.Reason, kind.ToString());
            Assert.AreEqual(isOwn, query.IsOwn && kind != (int)AskKind.OwnClock);
        }
    }

    // Asked for no toy: it is nobody's play, and no toy's try.
    [TestMethod]
    [Req("DEL-03")]
    public void Ask_OwnErase_CountsForNoToy_AndLookTellsNobody()
    {
        GateState state = Home.SampleState();
        VerdictCounters counters = new VerdictCounters();
        Gate gate = new Gate(state, counters) { Erase = new InHand() };
        GateQuery own = Home.Query(AskKind.OwnErase, InHand.Host, InHand.Port);
        own.Toy = 0;
        Assert.IsTrue(gate.Look(own).IsAllowed);
        Assert.AreEqual(0, counters.Today(0, 0, Reason.Allowed));
        Assert.IsTrue(gate.Ask(own).IsAllowed);
        Assert.AreEqual(1, counters.Today(0, 0, Reason.Allowed));
        Assert.IsTrue(gate.Recheck(own, 0, 1000).IsAllowed);
        gate.CountActiveMinute();
        Assert.AreEqual(0, state.Toys[0].PlayedToday);
        gate.PauseEverything(true);
        Assert.AreEqual((int)Reason.EverythingPaused, (int)gate.Recheck(own, 0, 1000).Reason);
        gate.PauseEverything(false);
        gate.Erase = null;
        Assert.AreEqual((int)Reason.NotOnManifest, (int)gate.Recheck(own, 0, 0).Reason);
    }

    [TestMethod]
    [Req("PCTL-02")]
    [DataRow(11, 59, 1)]
    [DataRow(12, 0, 15)]
    [DataRow(12, 59, 15)]
    [DataRow(13, 0, 1)]
    public void Decide_QuietHours_HoldFromTheFirstMinuteToTheLast(int hour, int minute, int reason)
    {
        GateState state = Home.SampleState();
        state.Toys[0].QuietHours = new WeeklyHours(new int[] { 12 * 60 }, new int[] { 60 });
        state.Now = Home.At(Home.Monday, hour * 60 + minute);

        Assert.AreEqual(reason, (int)Gate.Decide(state, Home.StoriesQuery()).Reason);
    }

    [TestMethod]
    [Req("PCTL-02")]
    [DataRow(30, 29, 1)]
    [DataRow(30, 30, 16)]
    [DataRow(30, 31, 16)]
    [DataRow(30, -1, 16)]
    [DataRow(0, 0, 16)]
    [DataRow(-1, 0, 1)]
    [DataRow(-1, 2147483647, 1)]
    [DataRow(1440, -1, 16)]
    public void Decide_PlayMinutes_HoldWhenNoneIsLeft(int minutesADay, int played, int reason)
    {
        GateState state = Home.SampleState();
        state.Toys[0].PlayMinutes = DayMinutes.Every(minutesADay);
        state.Toys[0].PlayedToday = played;

        Assert.AreEqual(reason, (int)Gate.Decide(state, Home.StoriesQuery()).Reason);
    }

    [TestMethod]
    [Req("EGR-02")]
    [Req("EGR-03")]
    [DataRow("stories.toys.example", 1)]
    [DataRow("STORIES.toys.example.", 1)]
    [DataRow("", 17)]
    [DataRow("192.0.2.1", 17)]
    [DataRow("127.1", 17)]
    [DataRow("2130706433", 17)]
    [DataRow("0x7f.1", 17)]
    [DataRow("[::1]", 17)]
    [DataRow("stories.toys.example:443", 17)]
    [DataRow("stories.toys.example/", 17)]
    [DataRow("stories..toys.example", 17)]
    [DataRow("*.cdn.example", 17)]
    [DataRow("stories.local", 17)]
    public void Decide_NoName_Holds(string host, int reason)
    {
        Assert.AreEqual(reason, (int)Gate.Decide(Home.SampleState(), Home.Query(AskKind.Https, host, 443)).Reason);
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Decide_FreshQuery_HoldsNoName()
    {
        GateQuery query = new GateQuery();
        query.Toy = 1;
        Home.AssertHeld(Reason.NotAName, Gate.Decide(Home.SampleState(), query), "");
    }

    // Names, but not the listed ones: each differs from a listed host in one way.
    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-02")]
    [DataRow("stories.toys.example", 1)]
    [DataRow("a.cdn.example", 1)]
    [DataRow("toys.example", 18)]
    [DataRow("www.stories.toys.example", 18)]
    [DataRow("stories.toys.example.evil.test", 18)]
    [DataRow("evilstories.toys.example", 18)]
    [DataRow("stories-toys.example", 18)]
    [DataRow("storiestoys.example", 18)]
    [DataRow("stories.toys.example2", 18)]
    [DataRow("stories.toys.exampl", 18)]
    [DataRow("stories.toys.examplee", 18)]
    [DataRow("tories.toys.example", 18)]
    [DataRow("st0ries.toys.example", 18)]
    [DataRow("stor1es.toys.example", 18)]
    [DataRow("stories.toys.test", 18)]
    [DataRow("xn--stries-fye.toys.example", 18)]
    [DataRow("cdn.example", 18)]
    [DataRow("a.b.cdn.example", 18)]
    [DataRow("acdn.example", 18)]
    [DataRow("a-cdn.example", 18)]
    [DataRow("a.cdn.example.evil.test", 18)]
    [DataRow("a.xcdn.example", 18)]
    public void Decide_OtherName_IsNotOnManifest(string host, int reason)
    {
        Verdict verdict = Gate.Decide(Home.SampleState(), Home.Query(AskKind.Https, host, 443));
        Assert.AreEqual(reason, (int)verdict.Reason);
        Assert.AreEqual(reason == (int)Reason.Allowed, verdict.Endpoint != 0);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Decide_EmptyManifest_HoldsEverything()
    {
        GateState state = Home.StateWith(Home.ToyWith(new Endpoint[0]));
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, Home.StoriesQuery()), "https");
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, Home.Query(AskKind.Lookup, Home.Stories, 0)), "lookup");
    }

    [TestMethod]
    [Req("EGR-06")]
    public void Decide_NotApproved_WaitsForGuardian()
    {
        GateState state = Home.SampleState();
        GateQuery usage = Home.Query(AskKind.Https, "usage.metrics.example", 443);
        Gate gate = new Gate(state, new VerdictCounters());

        Home.AssertHeld(Reason.WaitingForGuardian, Gate.Decide(state, usage), "third party");
        Home.AssertAllowed(Home.StoriesEndpoint, Gate.Decide(state, Home.StoriesQuery()), "first party");

        gate.Approve(1, Home.UsageEndpoint, true);
        Home.AssertAllowed(Home.UsageEndpoint, Gate.Decide(state, usage), "approved");

        gate.Approve(1, Home.UsageEndpoint, false);
        Home.AssertHeld(Reason.WaitingForGuardian, Gate.Decide(state, usage), "taken back");
    }

    [TestMethod]
    [Req("EGR-06")]
    public void Decide_NewToy_HasNothingApproved()
    {
        GateState state = Home.StateWith(new ToyState("bear", Home.SampleManifest()));

        Home.AssertHeld(Reason.WaitingForGuardian, Gate.Decide(state, Home.StoriesQuery()), "");
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(443, 1)]
    [DataRow(444, 20)]
    [DataRow(80, 20)]
    [DataRow(0, 20)]
    [DataRow(-443, 20)]
    [DataRow(65979, 20)] // 443 more than 16 bits hold
    public void Decide_Port_HasToBeTheListedOne(int port, int reason)
    {
        Assert.AreEqual(reason, (int)Gate.Decide(Home.SampleState(), Home.Query(AskKind.Https, Home.Stories, port)).Reason);
    }

    // Kinds: 1 lookup, 2 TLS hello, 3 https, 4 tls, 5 http; 0 and 77 are none.
    [TestMethod]
    [Req("EGR-01")]
    [DataRow("stories.toys.example", 443, 1, 1)]
    [DataRow("stories.toys.example", 443, 2, 1)]
    [DataRow("stories.toys.example", 443, 3, 1)]
    [DataRow("stories.toys.example", 443, 4, 21)]
    [DataRow("stories.toys.example", 443, 5, 21)]
    [DataRow("stories.toys.example", 443, 0, 21)]
    [DataRow("stories.toys.example", 443, 77, 21)]
    [DataRow("voice.toys.example", 8883, 1, 1)]
    [DataRow("voice.toys.example", 8883, 2, 1)]
    [DataRow("voice.toys.example", 8883, 3, 21)]
    [DataRow("voice.toys.example", 8883, 4, 1)]
    [DataRow("voice.toys.example", 8883, 5, 21)]
    [DataRow("plain.toys.example", 80, 1, 1)]
    [DataRow("plain.toys.example", 80, 2, 21)]
    [DataRow("plain.toys.example", 80, 3, 21)]
    [DataRow("plain.toys.example", 80, 4, 21)]
    [DataRow("plain.toys.example", 80, 5, 1)]
    public void Decide_Kind_HasToFitTheScheme(string host, int port, int kind, int reason)
    {
        Assert.AreEqual(reason, (int)Gate.Decide(Home.SampleState(), Home.Query((AskKind)kind, host, port)).Reason);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Decide_SchemeNotSaid_FitsNoQuestion()
    {
        GateState state = Home.StateWith(Home.ToyWith(new Endpoint[] { Home.Place("odd", Home.Stories, 443, Scheme.None) }));

        for (int kind = (int)AskKind.TlsHello; kind <= (int)AskKind.Http; kind++)
        {
            Home.AssertHeld(Reason.OtherScheme, Gate.Decide(state, Home.Query((AskKind)kind, Home.Stories, 443)), kind.ToString());
        }
    }

    [TestMethod]
    [Req("EGR-04")]
    public void Decide_Lookup_AsksForNoPort()
    {
        Home.AssertAllowed(Home.VoiceEndpoint, Gate.Decide(Home.SampleState(), Home.Query(AskKind.Lookup, "voice.toys.example", 0)), "");
        Home.AssertHeld(
            Reason.WaitingForGuardian,
            Gate.Decide(Home.SampleState(), Home.Query(AskKind.Lookup, "usage.metrics.example", 0)),
            "a held name is never looked up");
    }

    [TestMethod]
    [Req("EGR-09")]
    [DataRow(9, 59, 22)]
    [DataRow(10, 0, 1)]
    [DataRow(13, 59, 1)]
    [DataRow(14, 0, 22)]
    public void Decide_EndpointHours_OpenOnlyInside(int hour, int minute, int reason)
    {
        GateState state = Home.SampleState();
        state.Now = Home.At(Home.Monday, hour * 60 + minute);
        Assert.AreEqual(reason, (int)Gate.Decide(state, Home.Query(AskKind.Https, "lessons.toys.example", 443)).Reason);

        state.Now = Home.At(Home.Monday + 1, Home.Noon);
        Home.AssertHeld(Reason.EndpointHours, Gate.Decide(state, Home.Query(AskKind.Https, "lessons.toys.example", 443)), "Tuesday");
    }

    [TestMethod]
    [Req("EGR-09")]
    [DataRow(0, 1)]
    [DataRow(999, 1)]
    [DataRow(1000, 23)]
    [DataRow(1001, 23)]
    [DataRow(-1, 23)] // what cannot be is taken for all there is
    public void Decide_BytesOfTheDay_HoldAtTheLimit(int bytes, int reason)
    {
        Endpoint[] endpoints = new Endpoint[] { Home.SampleManifest().Endpoints[0] };
        EndpointState[] states = new EndpointState[] { new EndpointState(endpoints[0], true, bytes) };
        GateState state = Home.StateWith(new ToyState("bear", Home.ManifestOf(AgeBand.Under9, endpoints), states));

        Assert.AreEqual(reason, (int)Gate.Decide(state, Home.StoriesQuery()).Reason);
    }

    [TestMethod]
    [Req("EGR-09")]
    public void Decide_SmallestLimit_HoldsAfterOneByte()
    {
        Endpoint tiny = new Endpoint("tiny", Home.Pattern(Home.Stories), 443, Scheme.Https, "", Party.First, "", new string[0], 1, null);
        GateState state = Home.StateWith(Home.ToyWith(new Endpoint[] { tiny }));
        Gate gate = new Gate(state, new VerdictCounters());
        Home.AssertAllowed(1, Gate.Decide(state, Home.StoriesQuery()), "none yet");

        gate.AddBytes(1, 1, 1);
        Home.AssertHeld(Reason.EndpointBudget, Gate.Decide(state, Home.StoriesQuery()), "one");
    }

    [TestMethod]
    [Req("EGR-09")]
    public void Decide_NoDailyLimit_NeverHoldsForBytes()
    {
        Endpoint[] endpoints = new Endpoint[] { Home.Place("stories", Home.Stories, 443, Scheme.Https) };
        EndpointState[] states = new EndpointState[] { new EndpointState(endpoints[0], true, long.MaxValue) };
        GateState state = Home.StateWith(new ToyState("bear", Home.ManifestOf(AgeBand.Under9, endpoints), states));

        Home.AssertAllowed(1, Gate.Decide(state, Home.StoriesQuery()), "");
    }

    [TestMethod]
    [Req("EGR-04")]
    public void Decide_SeventeenthNameUnderAWildcard_Holds()
    {
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());

        for (int i = 1; i <= EndpointState.NamesMax; i++)
        {
            Home.AssertAllowed(Home.FilesEndpoint, gate.Ask(Home.Query(AskKind.Https, "s" + i.ToString() + ".cdn.example", 443)), i.ToString());
        }

        Home.AssertHeld(Reason.TooManyNames, Gate.Decide(state, Home.Query(AskKind.Https, "s17.cdn.example", 443)), "one more");
        Home.AssertHeld(Reason.TooManyNames, Gate.Decide(state, Home.Query(AskKind.Lookup, "s17.cdn.example", 0)), "one more, looked up");
        Home.AssertAllowed(Home.FilesEndpoint, Gate.Decide(state, Home.Query(AskKind.Https, "s16.cdn.example", 443)), "the last known");
        Home.AssertAllowed(Home.FilesEndpoint, Gate.Decide(state, Home.Query(AskKind.Https, "S1.CDN.example.", 443)), "the first, spelled otherwise");
        Home.AssertAllowed(Home.StoriesEndpoint, Gate.Decide(state, Home.StoriesQuery()), "an exact host");
    }

    // Bands: 0 unknown, 1 under 9, 2 from 9, 3 from 13.
    [TestMethod]
    [Req("DEF-05")]
    [DataRow(0, 2, 1)]
    [DataRow(1, 2, 25)]
    [DataRow(2, 2, 1)]
    [DataRow(3, 2, 1)]
    [DataRow(0, 3, 1)]
    [DataRow(2, 3, 25)]
    [DataRow(3, 3, 1)]
    [DataRow(1, 1, 1)]
    [DataRow(1, 0, 1)]
    public void Decide_AgeBand_HoldsAKnownYoungerChild(int child, int toyBand, int reason)
    {
        Manifest manifest = Home.ManifestOf((AgeBand)toyBand, Home.SampleManifest().Endpoints);
        EndpointState[] states = Home.SampleToy().Endpoints;
        ToyState toy = new ToyState("bear", manifest, states);
        toy.ChildBand = (AgeBand)child;

        Assert.AreEqual(reason, (int)Gate.Decide(Home.StateWith(toy), Home.StoriesQuery()).Reason);
    }

    // Goal: the first rule that holds gives the reason. Method: all rules from one on are broken at once.
    [TestMethod]
    [Req("EGR-01")]
    public void Decide_SeveralRulesBroken_TheFirstGivesTheReason()
    {
        Reason[] order = new Reason[]
        {
            Reason.NotPaired, Reason.UnknownToy, Reason.EverythingPaused, Reason.ToyPaused, Reason.ClockUnknown, Reason.QuietHours,
            Reason.PlayTimeUsedUp, Reason.NotAName, Reason.NotOnManifest, Reason.WaitingForGuardian, Reason.OtherPort, Reason.OtherScheme,
            Reason.EndpointHours, Reason.EndpointBudget, Reason.TooManyNames, Reason.AgeBand, Reason.Allowed,
        };

        for (int first = 0; first < order.Length; first++)
        {
            Verdict verdict = DecideWithBrokenFrom(first);
            Assert.AreEqual((int)order[first], (int)verdict.Reason, "all broken from rule " + first.ToString());
            Assert.AreEqual(first < 9 ? 0 : 1, verdict.Endpoint, "the endpoint, from rule " + first.ToString());
        }
    }

    private static Verdict DecideWithBrokenFrom(int first)
    {
        WeeklyHours allWeek = new WeeklyHours(new int[] { 0 }, new int[] { WeeklyHours.MinutesOfWeek });
        WeeklyHours never = new WeeklyHours(new int[0], new int[0]);
        Endpoint endpoint = new Endpoint(
            "files", Home.Pattern("*.cdn.example"), 443, Scheme.Https, "", Party.First, "", new string[0], 10, first <= 12 ? never : allWeek);
        EndpointState[] states = new EndpointState[] { new EndpointState(endpoint, true, 0) };
        ToyState toy = new ToyState("bear", Home.ManifestOf(AgeBand.From13To18, new Endpoint[] { endpoint }), states);
        GateState state = Home.StateWith(toy);
        Gate gate = new Gate(state, new VerdictCounters());

        // The names of the day have to be used up while the endpoint is still open.
        ToyState open = Home.ToyWith(new Endpoint[] { Home.Place("files", "*.cdn.example", 443, Scheme.Https) });
        gate.Replace(true, false, new ToyState[] { open });

        for (int i = 0; first <= 14 && i < EndpointState.NamesMax; i++)
        {
            gate.Ask(Home.Query(AskKind.Https, "s" + i.ToString() + ".cdn.example", 443));
        }

        gate.Replace(true, false, new ToyState[] { toy });
        gate.AddBytes(1, 1, first <= 13 ? 10 : 9);
        gate.Approve(1, 1, first > 9);
        toy.ChildBand = first <= 15 ? AgeBand.Under9 : AgeBand.From13To18;
        toy.PlayMinutes = DayMinutes.Every(first <= 6 ? 0 : -1);
        toy.QuietHours = first <= 5 ? allWeek : null;
        toy.IsPaused = first <= 3;
        state.Now = first <= 4 ? default : state.Now;
        state.IsEverythingPaused = first <= 2;
        state.IsPaired = first > 0;

        string host = first <= 7 ? "192.0.2.1" : first <= 8 ? "elsewhere.example" : "other.cdn.example";
        GateQuery query = Home.Query(first <= 11 ? AskKind.Http : AskKind.Https, host, first <= 10 ? 80 : 443);
        query.Toy = first <= 1 ? 2 : 1;
        return Gate.Decide(state, query);
    }

    // Goal: what cannot be made sense of holds. Method: states whose parts are missing or do not fit together.
    [TestMethod]
    [Req("EGR-01")]
    public void Decide_StateInPieces_Holds()
    {
        GateState state = new GateState(null!);
        state.IsPaired = true;
        state.Now = Home.At(Home.Monday, Home.Noon);
        Home.AssertHeld(Reason.UnknownToy, Gate.Decide(state, Home.StoriesQuery()), "no toys at all");

        state.Toys = new ToyState[] { null! };
        Home.AssertHeld(Reason.UnknownToy, Gate.Decide(state, Home.StoriesQuery()), "no toy in its place");

        Manifest manifest = Home.SampleManifest();
        EndpointState[] right = Home.SampleToy().Endpoints;
        EndpointState[] less = new EndpointState[] { right[0], right[1], right[2], right[3], right[4] };
        EndpointState[] more = new EndpointState[] { right[0], right[1], right[2], right[3], right[4], right[5], right[0] };

        state.Toys = new ToyState[] { new ToyState("bear", manifest, right) };
        Home.AssertAllowed(Home.StoriesEndpoint, Gate.Decide(state, Home.StoriesQuery()), "six states");

        state.Toys = new ToyState[] { new ToyState("bear", manifest, less) };
        Home.AssertHeld(Reason.WaitingForGuardian, Gate.Decide(state, Home.StoriesQuery()), "five states");

        state.Toys = new ToyState[] { new ToyState("bear", manifest, more) };
        Home.AssertHeld(Reason.WaitingForGuardian, Gate.Decide(state, Home.StoriesQuery()), "seven states");

        state.Toys = new ToyState[] { new ToyState("bear", manifest, null!) };
        Home.AssertHeld(Reason.WaitingForGuardian, Gate.Decide(state, Home.StoriesQuery()), "no states");

        state.Toys = new ToyState[] { new ToyState("bear", manifest, new EndpointState[6]) };
        Home.AssertHeld(Reason.WaitingForGuardian, Gate.Decide(state, Home.StoriesQuery()), "six times nothing");
    }

    [TestMethod]
    public void Decide_StateOfAnExactHostUnderAWildcard_Holds()
    {
        Manifest manifest = Home.ManifestOf(AgeBand.Under9, new Endpoint[] { Home.Place("files", "*.cdn.example", 443, Scheme.Https) });
        Endpoint exact = Home.Place("stories", Home.Stories, 443, Scheme.Https);
        ToyState toy = new ToyState("bear", manifest, new EndpointState[] { new EndpointState(exact, true, 0) });

        Home.AssertHeld(Reason.TooManyNames, Gate.Decide(Home.StateWith(toy), Home.Query(AskKind.Https, "a.cdn.example", 443)), "");
    }

    // One host at several endpoints: a DailyBytes of 5 is used up in the state of the first.
    [TestMethod]
    [Req("EGR-01")]
    [DataRow(443, 3, 1, 2)] // the used-up one is skipped for its twin
    [DataRow(8443, 3, 20, 2)] // no such port: the nearest miss is an approved one
    [DataRow(9000, 3, 19, 3)] // right port and scheme, but waiting: said although others got further
    [DataRow(9000, 5, 21, 3)]
    public void Decide_SeveralEndpointsOfOneHost_NearestGivesTheReason(int port, int kind, int reason, int endpoint)
    {
        Endpoint small = new Endpoint("small", Home.Pattern(Home.Stories), 443, Scheme.Https, "", Party.First, "", new string[0], 5, null);
        Endpoint large = Home.Place("large", Home.Stories, 443, Scheme.Https);
        Endpoint other = Home.Place("other", Home.Stories, 9000, Scheme.Https);
        ToyState toy = Home.ToyWith(new Endpoint[] { small, large, other });
        GateState state = Home.StateWith(toy);
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddBytes(1, 1, 5);
        gate.Approve(1, 3, kind == (int)AskKind.Http);

        Verdict verdict = Gate.Decide(state, Home.Query((AskKind)kind, Home.Stories, port));
        Assert.AreEqual(reason, (int)verdict.Reason);

        if (reason != (int)Reason.OtherPort)
        {
            Assert.AreEqual(endpoint, verdict.Endpoint);
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Decide_TwoEquallyNear_NamesTheFirst()
    {
        ToyState toy = Home.ToyWith(
            new Endpoint[] { Home.Place("one", Home.Stories, 443, Scheme.Https), Home.Place("two", Home.Stories, 8443, Scheme.Https) });

        Verdict verdict = Gate.Decide(Home.StateWith(toy), Home.Query(AskKind.Https, Home.Stories, 9000));
        Home.AssertHeld(Reason.OtherPort, verdict, "");
        Assert.AreEqual(1, verdict.Endpoint);
    }

    [TestMethod]
    [Req("EGR-06")]
    [DataRow(0, 19)]
    [DataRow(1, 20)]
    [DataRow(2, 20)]
    public void Decide_NoEndpointOfThatPort_WaitsWhenNoneIsApproved(int approved, int reason)
    {
        ToyState toy = Home.ToyWith(
            new Endpoint[] { Home.Place("one", Home.Stories, 443, Scheme.Https), Home.Place("two", Home.Stories, 8443, Scheme.Tls) });
        GateState state = Home.StateWith(toy);
        Gate gate = new Gate(state, new VerdictCounters());
        gate.Approve(1, 1, approved == 1);
        gate.Approve(1, 2, approved == 2);

        Assert.AreEqual(reason, (int)Gate.Decide(state, Home.Query(AskKind.TlsHello, Home.Stories, 9000)).Reason);
    }

    [TestMethod]
    public void Decide_ChangesNothing()
    {
        GateState state = Home.SampleState();

        for (int i = 0; i < 100; i++)
        {
            Gate.Decide(state, Home.Query(AskKind.Https, "s" + i.ToString() + ".cdn.example", 443));
        }

        Assert.AreEqual(0, state.Toys[0].Endpoints[Home.FilesEndpoint - 1].NamesToday);
        Assert.AreEqual(0L, state.Toys[0].Endpoints[Home.FilesEndpoint - 1].BytesToday);
        Assert.AreEqual(0, state.CountedDay);
    }
}
