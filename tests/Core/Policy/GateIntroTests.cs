using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>
/// Goal: a toy that is introduced gets out to names over TLS that nobody has decided on, for half an hour, and to nothing else; then everything closes.
/// Method: a home with one known toy; each test spoils one thing beside the nearest case that passes.
/// </summary>
[TestClass]
public class GateIntroTests
{
    private const string New = "new.maker.example";

    [TestMethod]
    [Req("EGR-12")]
    public void Decide_WhileIntroduced_LetsNamesOverTlsOut()
    {
        GateState state = Introduced();
        Home.AssertAllowed(0, Gate.Decide(state, Home.Query(AskKind.Lookup, New, 0)), "lookup");
        Home.AssertAllowed(0, Gate.Decide(state, Home.Query(AskKind.TlsHello, New, 443)), "hello");
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, Home.Query(AskKind.Http, New, 80)), "plain text");
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, Home.Query(AskKind.Https, New, 443)), "a toy's own request");
        Home.AssertAllowed(Home.StoriesEndpoint, Gate.Decide(state, Home.StoriesQuery()), "what was decided stays so");
        state.Introduction = null;
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, Home.Query(AskKind.Lookup, New, 0)), "not introduced");
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, Home.Query(AskKind.TlsHello, New, 443)), "not introduced");
    }

    [TestMethod]
    [Req("EGR-12")]
    public void Decide_WhileIntroduced_LetsOutWhatWaits()
    {
        Gate gate = GateOf(Home.At(Home.Monday, Home.Noon));
        gate.Approve(1, Home.StoriesEndpoint, false);
        GateQuery query = Home.Query(AskKind.TlsHello, Home.Stories, 443);
        Home.AssertHeld(Reason.WaitingForGuardian, gate.Ask(query), "waits");
        gate.Introduce(new Introduction(1, gate.Now));
        Home.AssertAllowed(0, gate.Ask(query), "introduced");
        Home.AssertHeld(Reason.OtherPort, Gate.Decide(Introduced(), Home.Query(AskKind.TlsHello, Home.Stories, 8443)), "what was decided stays so");
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Decide_WhileIntroduced_AnAddressIsNoName()
    {
        GateState state = Introduced();
        GateQuery query = Home.Query(AskKind.TlsHello, New, 443);
        query.Host.Read("192.0.2.1");
        Home.AssertHeld(Reason.NotAName, Gate.Decide(state, query), "address");
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void Decide_WhileIntroduced_PausesAndTimesHoldAllTheSame()
    {
        GateQuery query = Home.Query(AskKind.TlsHello, New, 443);
        GateState state = Introduced();
        state.IsEverythingPaused = true;
        Home.AssertHeld(Reason.EverythingPaused, Gate.Decide(state, query), "all paused");
        state = Introduced();
        state.Toys[0].IsPaused = true;
        Home.AssertHeld(Reason.ToyPaused, Gate.Decide(state, query), "paused");
        state = Introduced();
        state.IsPaired = false;
        Home.AssertHeld(Reason.NotPaired, Gate.Decide(state, query), "not paired");
        state = Introduced();
        state.Now = default;
        Home.AssertHeld(Reason.ClockUnknown, Gate.Decide(state, query), "no clock");
    }

    [TestMethod]
    [Req("EGR-12")]
    public void Ask_HalfAnHour_ThenClosedForGood()
    {
        Moment from = Home.At(Home.Monday, Home.Noon);
        Gate gate = GateOf(from);
        Introduction tries = new Introduction(1, from);
        Assert.IsTrue(gate.Introduce(tries));
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 29));
        AssertOut(gate, true, "29 minutes");
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 30));
        AssertOut(gate, false, "30 minutes");
        gate.SetClock(from);
        AssertOut(gate, false, "set back");
        Assert.IsTrue(tries.IsOver);

        gate = GateOf(from);
        gate.Introduce(new Introduction(1, from));
        gate.SetClock(Home.At(Home.Monday, Home.Noon - 1));
        AssertOut(gate, false, "before it began");

        gate = GateOf(from);
        gate.Introduce(new Introduction(1, from));
        gate.SetClock(default);
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 1));
        AssertOut(gate, false, "unknown for a moment");

        gate = GateOf(from);
        gate.Introduce(new Introduction(1, from));
        AssertOut(gate, true, "runs");
        gate.Introduce(null);
        AssertOut(gate, false, "ended");
    }

    // A relay that it opened is asked about again as long as it lives.
    [TestMethod]
    [Req("PCTL-07")]
    public void Recheck_OfARelayThatItOpened_ClosesWithIt()
    {
        Moment from = Home.At(Home.Monday, Home.Noon);
        Gate gate = GateOf(from);
        Introduction tries = new Introduction(1, from);
        gate.Introduce(tries);
        GateQuery query = Home.Query(AskKind.TlsHello, New, 443);
        Verdict verdict = gate.Ask(query);
        Assert.IsTrue(gate.Recheck(query, verdict.Endpoint, 100).IsAllowed);
        Assert.AreEqual(1, tries.HellosAt(0));
        gate.CloseTry(0, true);
        Assert.IsFalse(gate.Recheck(query, verdict.Endpoint, 100).IsAllowed);
        gate.CloseTry(0, false);
        Assert.IsTrue(gate.Recheck(query, verdict.Endpoint, 100).IsAllowed);
        gate.Introduce(null);
        Assert.IsFalse(gate.Recheck(query, verdict.Endpoint, 100).IsAllowed);
    }

    [TestMethod]
    public void Ask_Tries_AreCountedByName()
    {
        Moment from = Home.At(Home.Monday, Home.Noon);
        Gate gate = GateOf(from);
        Introduction tries = new Introduction(1, from);
        gate.Introduce(tries);
        gate.Ask(Home.Query(AskKind.Lookup, New, 0));
        gate.Ask(Home.Query(AskKind.Lookup, "b." + New, 0));
        gate.Ask(Home.Query(AskKind.Lookup, New, 0));
        gate.Ask(Home.Query(AskKind.TlsHello, New, 8443));
        gate.Ask(Home.Query(AskKind.Http, "plain.example", 80));
        gate.Ask(Home.StoriesQuery());
        gate.Ask(Home.ClockQuery());
        Assert.AreEqual(2, tries.Count);
        Assert.AreEqual(New, tries.NameAt(0));
        Assert.AreEqual("b." + New, tries.NameAt(1));
        Assert.AreEqual(2, tries.LookupsAt(0));
        Assert.AreEqual(1, tries.HellosAt(0));
        Assert.AreEqual(8443, tries.PortAt(0));
        Assert.AreEqual(0, tries.PortAt(1));
        Assert.IsTrue(gate.CloseTry(1, true));
        Assert.IsFalse(gate.CloseTry(2, true));
        Assert.IsFalse(gate.CloseTry(-1, true));
        Assert.IsTrue(tries.IsClosedAt(1));
        Assert.IsFalse(gate.Ask(Home.Query(AskKind.Lookup, "b." + New, 0)).IsAllowed);
        Assert.AreEqual(2, tries.LookupsAt(1), "a closed one is counted on");
        Assert.IsTrue(gate.Ask(Home.Query(AskKind.Lookup, New, 0)).IsAllowed);
    }

    // Names can carry data.
    [TestMethod]
    [Req("EGR-12")]
    public void Ask_MoreNamesThanThereIsRoom_AreHeld()
    {
        Moment from = Home.At(Home.Monday, Home.Noon);
        Gate gate = GateOf(from);
        Introduction tries = new Introduction(1, from);
        gate.Introduce(tries);

        for (int i = 0; i < 40; i++)
        {
            bool isOut = gate.Ask(Home.Query(AskKind.Lookup, "n" + i.ToString() + ".maker.example", 0)).IsAllowed;
            Assert.AreEqual(i < Introduction.TriesMax, isOut, i.ToString());
        }

        Assert.IsTrue(gate.Ask(Home.Query(AskKind.Lookup, "n31.maker.example", 0)).IsAllowed, "one of them");

        gate.Introduce(new Introduction(1, from));
        string label = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        int count = 0;

        for (int i = 10; i < 42; i++)
        {
            string name = label + i.ToString() + "." + label + "." + label + "." + label.Substring(10);
            count += gate.Ask(Home.Query(AskKind.Lookup, name, 0)).IsAllowed ? 1 : 0;
        }

        Assert.AreEqual(8, count, "long names");
    }

    [TestMethod]
    public void Introduce_UnknownToyOrClockOrFamily_IsRefused()
    {
        Moment from = Home.At(Home.Monday, Home.Noon);
        Assert.IsFalse(GateOf(from).Introduce(new Introduction(2, from)));
        Assert.IsFalse(GateOf(from).Introduce(new Introduction(0, from)));
        Assert.IsFalse(GateOf(from).Introduce(new Introduction(1, default)));
        Assert.IsFalse(GateOf(default).Introduce(new Introduction(1, from)));
        GateState state = Home.SampleState();
        state.IsPaired = false;
        Assert.IsFalse(new Gate(state, new VerdictCounters()).Introduce(new Introduction(1, state.Now)));
        Assert.IsTrue(GateOf(from).Introduce(new Introduction(1, from)));
    }

    // Whoever pairs the device next must not find it open.
    [TestMethod]
    [Req("DEF-02")]
    public void Replace_ByNobodysRules_EndsIt()
    {
        Moment from = Home.At(Home.Monday, Home.Noon);
        Gate gate = GateOf(from);
        gate.Introduce(new Introduction(1, from));
        gate.Replace(true, false, new ToyState[] { Home.SampleToy() });
        AssertOut(gate, true, "the same family");
        gate.Replace(false, false, new ToyState[] { Home.SampleToy() });
        gate.Replace(true, false, new ToyState[] { Home.SampleToy() });
        AssertOut(gate, false, "another one");
    }

    [TestMethod]
    public void Decide_AnotherToy_IsNotIntroduced()
    {
        GateState state = Home.SampleState();
        state.Toys = new ToyState[] { Home.SampleToy(), new ToyState("lamp", Home.SampleManifest()) };
        state.Introduction = new Introduction(1, state.Now);
        GateQuery query = Home.Query(AskKind.Lookup, New, 0);
        Home.AssertAllowed(0, Gate.Decide(state, query), "introduced");
        query.Toy = 2;
        Home.AssertHeld(Reason.NotOnManifest, Gate.Decide(state, query), "another");
    }

    private static GateState Introduced()
    {
        GateState state = Home.SampleState();
        state.Introduction = new Introduction(1, state.Now);
        return state;
    }

    private static Gate GateOf(Moment now)
    {
        GateState state = Home.SampleState();
        state.Now = now;
        return new Gate(state, new VerdictCounters());
    }

    private static void AssertOut(Gate gate, bool isOut, string about)
    {
        Assert.AreEqual(isOut, gate.Ask(Home.Query(AskKind.Lookup, New, 0)).IsAllowed, about + ", lookup");
        Assert.AreEqual(isOut, gate.Ask(Home.Query(AskKind.TlsHello, New, 443)).IsAllowed, about + ", hello");
    }
}
