using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>Goal: what a gate does around a decision: counting, telling, noting names and bytes, the day's turn, changes while it runs.</summary>
[TestClass]
public class GateAskTests
{
    [TestMethod]
    [Req("EGR-01")]
    public void Ask_CountsAndTellsEveryVerdict()
    {
        VerdictCounters counters = new VerdictCounters();
        Gate gate = new Gate(Home.SampleState(), counters);
        Listener listener = new Listener();
        gate.Watcher = listener;
        Assert.IsNotNull(gate.Watcher);

        Home.AssertAllowed(Home.StoriesEndpoint, gate.Ask(Home.StoriesQuery()), "");
        Assert.AreEqual("bear:stories.toys.example:1:1 ", listener.Heard);

        Home.AssertHeld(Reason.NotOnManifest, gate.Ask(Home.Query(AskKind.Https, "evil.test", 443)), "");
        Assert.AreEqual("bear:stories.toys.example:1:1 bear:evil.test:18:0 ", listener.Heard);

        gate.Watcher = null;
        gate.Ask(Home.StoriesQuery());
        Assert.AreEqual("bear:stories.toys.example:1:1 bear:evil.test:18:0 ", listener.Heard);

        Assert.AreEqual(2, counters.Today(1, Home.StoriesEndpoint, Reason.Allowed));
        Assert.AreEqual(1, counters.Today(1, 0, Reason.NotOnManifest));
        Assert.AreEqual(Home.Monday, counters.Day);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Ask_ToyNobodyKnows_IsCountedAsNumberZero()
    {
        VerdictCounters counters = new VerdictCounters();
        Gate gate = new Gate(Home.SampleState(), counters);
        GateQuery query = Home.StoriesQuery();

        for (int toy = 2; toy < 2000; toy++)
        {
            query.Toy = toy;
            gate.Ask(query);
        }

        Assert.AreEqual(1998, counters.Today(0, 0, Reason.UnknownToy));
        Assert.AreEqual(1, counters.RowsToday().Length);
    }

    [TestMethod]
    [Req("EGR-04")]
    public void Ask_HeldName_IsNotNoted()
    {
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());
        gate.Approve(1, Home.FilesEndpoint, false);

        for (int i = 0; i < 20; i++)
        {
            gate.Ask(Home.Query(AskKind.Https, "s" + i.ToString() + ".cdn.example", 443));
        }

        gate.Approve(1, Home.FilesEndpoint, true);

        for (int i = 0; i < 20; i++)
        {
            gate.Ask(Home.Query(AskKind.Https, "s" + i.ToString() + ".cdn.example", 444));
        }

        Assert.AreEqual(0, state.Toys[0].Endpoints[Home.FilesEndpoint - 1].NamesToday);
        Home.AssertAllowed(Home.FilesEndpoint, gate.Ask(Home.Query(AskKind.Https, "s0.cdn.example", 443)), "");
        Assert.AreEqual(1, state.Toys[0].Endpoints[Home.FilesEndpoint - 1].NamesToday);
    }

    // Labels that a short hash, a compare of lengths or of beginnings would mix up; each is a name of its own.
    [TestMethod]
    [Req("EGR-04")]
    public void Ask_LikeNames_AreAllCounted()
    {
        string[] labels = new string[]
        {
            "a", "aa", "aaa", "b", "ab", "ba", "abc", "acb", "bac", "cab", "a0", "0a", "a-0", "0-a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        };
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());

        for (int i = 0; i < labels.Length; i++)
        {
            Home.AssertAllowed(Home.FilesEndpoint, gate.Ask(Home.Query(AskKind.Https, labels[i] + ".cdn.example", 443)), labels[i]);
            Home.AssertAllowed(Home.FilesEndpoint, gate.Ask(Home.Query(AskKind.Lookup, labels[i] + ".cdn.example", 0)), labels[i]);
            Assert.AreEqual(i + 1, state.Toys[0].Endpoints[Home.FilesEndpoint - 1].NamesToday, labels[i]);
        }

        Home.AssertHeld(Reason.TooManyNames, gate.Ask(Home.Query(AskKind.Https, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab.cdn.example", 443)), "");
    }

    [TestMethod]
    [Req("EGR-04")]
    public void Ask_OneWildcardOnTwoPorts_SharesItsNames()
    {
        ToyState toy = Home.ToyWith(
            new Endpoint[] { Home.Place("one", "*.cdn.example", 443, Scheme.Https), Home.Place("two", "*.cdn.example", 8443, Scheme.Https) });
        Gate gate = new Gate(Home.StateWith(toy), new VerdictCounters());

        for (int i = 0; i < EndpointState.NamesMax; i++)
        {
            Home.AssertAllowed(1 + i % 2, gate.Ask(Home.Query(AskKind.Https, "s" + i.ToString() + ".cdn.example", i % 2 == 0 ? 443 : 8443)), "");
        }

        Home.AssertHeld(Reason.TooManyNames, gate.Ask(Home.Query(AskKind.Https, "x.cdn.example", 443)), "443");
        Home.AssertHeld(Reason.TooManyNames, gate.Ask(Home.Query(AskKind.Https, "x.cdn.example", 8443)), "8443");
        Home.AssertHeld(Reason.TooManyNames, gate.Ask(Home.Query(AskKind.Lookup, "x.cdn.example", 0)), "lookup");
    }

    [TestMethod]
    [Req("EGR-04")]
    public void Approve_TwinOfAFullWildcard_GivesNoNewNames()
    {
        ToyState toy = Home.ToyWith(
            new Endpoint[] { Home.Place("one", "*.cdn.example", 443, Scheme.Https), Home.Place("two", "*.cdn.example", 8443, Scheme.Https) });
        toy = new ToyState("bear", toy.Manifest, new EndpointState[] { toy.Endpoints[0], new EndpointState(toy.Manifest.Endpoints[1], false, 0) });
        Gate gate = new Gate(Home.StateWith(toy), new VerdictCounters());

        for (int i = 0; i < EndpointState.NamesMax; i++)
        {
            Home.AssertAllowed(1, gate.Ask(Home.Query(AskKind.Https, "s" + i.ToString() + ".cdn.example", 443)), "");
        }

        gate.Approve(1, 2, true);
        Home.AssertHeld(Reason.TooManyNames, gate.Ask(Home.Query(AskKind.Https, "new.cdn.example", 8443)), "approved");
        Home.AssertAllowed(2, gate.Ask(Home.Query(AskKind.Https, "s3.cdn.example", 8443)), "a name of today");

        gate.Replace(true, false, new ToyState[] { Home.ToyWith(toy.Manifest.Endpoints) });
        Home.AssertHeld(Reason.TooManyNames, gate.Ask(Home.Query(AskKind.Https, "new.cdn.example", 8443)), "replaced");

        gate.Replace(true, false, new ToyState[] { new ToyState("bear", toy.Manifest) });
        gate.Approve(1, 2, true);
        Home.AssertHeld(Reason.TooManyNames, gate.Ask(Home.Query(AskKind.Https, "new.cdn.example", 8443)), "replaced by an unapproved one, and approved");
    }

    [TestMethod]
    public void Ask_ExactHostBesideAWildcard_LeavesItsNamesAlone()
    {
        ToyState toy = Home.ToyWith(
            new Endpoint[] { Home.Place("exact", "a.cdn.example", 443, Scheme.Https), Home.Place("files", "*.cdn.example", 443, Scheme.Https) });
        Gate gate = new Gate(Home.StateWith(toy), new VerdictCounters());

        Home.AssertAllowed(1, gate.Ask(Home.Query(AskKind.Https, "a.cdn.example", 443)), "exact");
        Assert.AreEqual(0, toy.Endpoints[1].NamesToday);

        Home.AssertAllowed(2, gate.Ask(Home.Query(AskKind.Https, "b.cdn.example", 443)), "wildcard");
        Assert.AreEqual(1, toy.Endpoints[1].NamesToday);
        Assert.AreEqual(0, toy.Endpoints[0].NamesToday);
    }

    [TestMethod]
    [Req("EGR-09")]
    public void Recheck_CountsBytesUntilTheLimitHolds()
    {
        VerdictCounters counters = new VerdictCounters();
        Gate gate = new Gate(Home.SampleState(), counters);
        Listener listener = new Listener();
        gate.Ask(Home.StoriesQuery());
        gate.Watcher = listener;

        Home.AssertAllowed(Home.StoriesEndpoint, gate.Recheck(Home.StoriesQuery(), Home.StoriesEndpoint, 999), "999");
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Recheck(Home.StoriesQuery(), Home.StoriesEndpoint, 0), "nothing new");
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Recheck(Home.StoriesQuery(), Home.StoriesEndpoint, -500), "less than nothing gives nothing back");
        Assert.AreEqual("", listener.Heard);
        Assert.AreEqual(1, counters.Today(1, Home.StoriesEndpoint, Reason.Allowed));

        Home.AssertHeld(Reason.EndpointBudget, gate.Recheck(Home.StoriesQuery(), Home.StoriesEndpoint, 1), "1000");
        Assert.AreEqual("bear:stories.toys.example:23:1 ", listener.Heard);
        Assert.AreEqual(1, counters.Today(1, Home.StoriesEndpoint, Reason.EndpointBudget));
    }

    [TestMethod]
    [Req("EGR-09")]
    public void AddBytes_AgainAndAgain_AddsUp()
    {
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddBytes(1, Home.StoriesEndpoint, 300);
        gate.AddBytes(1, Home.StoriesEndpoint, 0);
        gate.AddBytes(1, Home.StoriesEndpoint, 300);

        Assert.AreEqual(600L, state.Toys[0].Endpoints[Home.StoriesEndpoint - 1].BytesToday);
    }

    [TestMethod]
    [Req("EGR-09")]
    public void AddBytes_VeryMany_StaysFull()
    {
        Gate gate = new Gate(Home.SampleState(), new VerdictCounters());
        gate.AddBytes(1, Home.StoriesEndpoint, long.MaxValue);
        gate.AddBytes(1, Home.StoriesEndpoint, long.MaxValue);
        gate.AddBytes(1, Home.StoriesEndpoint, 1);

        Home.AssertHeld(Reason.EndpointBudget, gate.Ask(Home.StoriesQuery()), "");
    }

    [TestMethod]
    [Req("EGR-09")]
    [DataRow(0, 1)]
    [DataRow(2, 1)]
    [DataRow(1, 0)]
    [DataRow(1, 7)]
    [DataRow(-1, -1)]
    [DataRow(2147483647, 2147483647)]
    public void AddBytes_NoSuchEndpoint_AddsNothing(int toy, int endpoint)
    {
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddBytes(toy, endpoint, 5000);
        gate.Approve(toy, endpoint, false);
        gate.PauseToy(toy == 1 ? 2 : toy, true);

        Home.AssertAllowed(Home.StoriesEndpoint, gate.Ask(Home.StoriesQuery()), "");
    }

    // A live connection is closed by whatever a guardian changes, and by the clock.
    [TestMethod]
    [Req("PCTL-07")]
    [Req("EGR-06")]
    public void Recheck_AfterAChange_HoldsTheLiveConnection()
    {
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());
        GateQuery query = Home.StoriesQuery();
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Ask(query), "");

        gate.PauseToy(1, true);
        Home.AssertHeld(Reason.ToyPaused, gate.Recheck(query, Home.StoriesEndpoint, 0), "toy paused");
        gate.PauseToy(1, false);
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Recheck(query, Home.StoriesEndpoint, 0), "pause ended");

        gate.PauseEverything(true);
        Home.AssertHeld(Reason.EverythingPaused, gate.Recheck(query, Home.StoriesEndpoint, 0), "everything paused");
        gate.PauseEverything(false);

        gate.Approve(1, Home.StoriesEndpoint, false);
        Home.AssertHeld(Reason.WaitingForGuardian, gate.Recheck(query, Home.StoriesEndpoint, 0), "approval taken back");
        gate.Approve(1, Home.StoriesEndpoint, true);

        gate.SetClock(default);
        Home.AssertHeld(Reason.ClockUnknown, gate.Recheck(query, Home.StoriesEndpoint, 0), "clock lost");
        gate.SetClock(Home.At(Home.Monday, Home.Noon));

        gate.SetPaired(false);
        Home.AssertHeld(Reason.NotPaired, gate.Recheck(query, Home.StoriesEndpoint, 0), "unpaired");
        gate.SetPaired(true);
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Recheck(query, Home.StoriesEndpoint, 0), "paired");

        gate.Replace(true, false, new ToyState[] { Home.ToyWith(new Endpoint[] { Home.Place("other", "other.toys.example", 443, Scheme.Https) }) });
        Home.AssertHeld(Reason.NotOnManifest, gate.Recheck(query, Home.StoriesEndpoint, 0), "list changed");

        gate.Replace(true, false, new ToyState[0]);
        Home.AssertHeld(Reason.UnknownToy, gate.Recheck(query, Home.StoriesEndpoint, 0), "toy gone");
    }

    [TestMethod]
    [Req("EGR-09")]
    public void Recheck_TwinEndpoint_DoesNotPayForTheFirst()
    {
        Endpoint small = new Endpoint("small", Home.Pattern(Home.Stories), 443, Scheme.Https, "", Party.First, "", new string[0], 5, null);
        Endpoint large = Home.Place("large", Home.Stories, 443, Scheme.Https);
        Gate gate = new Gate(Home.StateWith(Home.ToyWith(new Endpoint[] { small, large })), new VerdictCounters());

        Home.AssertAllowed(1, gate.Ask(Home.StoriesQuery()), "first");
        Home.AssertHeld(Reason.EndpointBudget, gate.Recheck(Home.StoriesQuery(), 1, 5), "its bytes are gone");
        Home.AssertAllowed(2, gate.Ask(Home.StoriesQuery()), "a new connection is the twin's");
        Home.AssertAllowed(2, gate.Recheck(Home.StoriesQuery(), 2, 500), "and stays");
        Home.AssertHeld(Reason.NotOnManifest, gate.Recheck(Home.StoriesQuery(), 3, 0), "no such endpoint");
    }

    // A connection that lives over midnight has its name in the new day too.
    [TestMethod]
    [Req("EGR-04")]
    public void Recheck_AfterMidnight_NotesTheLiveName()
    {
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());
        GateQuery live = Home.Query(AskKind.Https, "live.cdn.example", 443);
        gate.Ask(live);
        gate.SetClock(Home.At(Home.Monday + 1, 0));
        Assert.AreEqual(0, state.Toys[0].Endpoints[Home.FilesEndpoint - 1].NamesToday);

        Home.AssertAllowed(Home.FilesEndpoint, gate.Recheck(live, Home.FilesEndpoint, 0), "");
        Assert.AreEqual(1, state.Toys[0].Endpoints[Home.FilesEndpoint - 1].NamesToday);
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Hold_CountsAndTells_AndNeverAllows()
    {
        VerdictCounters counters = new VerdictCounters();
        Gate gate = new Gate(Home.SampleState(), counters);
        Listener listener = new Listener();
        gate.Watcher = listener;

        Verdict verdict = gate.Hold(Home.StoriesQuery(), Reason.AddressPrivate);
        Home.AssertHeld(Reason.AddressPrivate, verdict, "");
        Assert.AreEqual(Home.StoriesEndpoint, verdict.Endpoint);
        Assert.AreEqual("bear:stories.toys.example:30:1 ", listener.Heard);
        Assert.AreEqual(1, counters.Today(1, Home.StoriesEndpoint, Reason.AddressPrivate));

        Home.AssertHeld(Reason.None, gate.Hold(Home.StoriesQuery(), Reason.Allowed), "allowed is no reason to hold");
        Assert.AreEqual(0, counters.Today(1, Home.StoriesEndpoint, Reason.Allowed));

        Home.AssertHeld(Reason.HelloNotTls, gate.Hold(new GateQuery(), Reason.HelloNotTls), "nobody, nowhere");
        Assert.AreEqual(1, counters.Today(0, 0, Reason.HelloNotTls));
    }

    [TestMethod]
    [Req("EGR-09")]
    [Req("PCTL-03")]
    public void SetClock_OnlyANewDayGivesNewBytesAndNames()
    {
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());
        UseUp(gate);

        gate.SetClock(Home.At(Home.Monday, 23 * 60 + 59));
        AssertUsedUp(gate, "the same day");

        gate.SetClock(Home.At(Home.Monday - 1, Home.Noon));
        AssertUsedUp(gate, "a day back");

        gate.SetClock(Home.At(Home.Monday, 0));
        AssertUsedUp(gate, "a day back and forward again");

        gate.SetClock(default);
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        AssertUsedUp(gate, "lost and found");

        gate.SetClock(Home.At(Home.Monday + 1, 0));
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Ask(Home.StoriesQuery()), "midnight: bytes");
        Home.AssertAllowed(Home.FilesEndpoint, gate.Ask(Home.Query(AskKind.Https, "new.cdn.example", 443)), "midnight: names");
        Assert.AreEqual(0L, state.Toys[0].Endpoints[Home.StoriesEndpoint - 1].BytesToday);

        UseUp(gate);
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        gate.SetClock(Home.At(Home.Monday + 1, Home.Noon));
        AssertUsedUp(gate, "over the same midnight twice");
    }

    [TestMethod]
    [Req("EGR-09")]
    public void SetClock_NewDay_IsNewForEveryToy()
    {
        GateState state = new GateState(new ToyState[] { Home.SampleToy(), Home.SampleToy() });
        state.IsPaired = true;
        state.Now = Home.At(Home.Monday, Home.Noon);
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddBytes(1, Home.StoriesEndpoint, 1000);
        gate.AddBytes(2, Home.StoriesEndpoint, 1000);
        gate.SetClock(Home.At(Home.Monday + 1, Home.Noon));

        Assert.AreEqual(0L, state.Toys[0].Endpoints[Home.StoriesEndpoint - 1].BytesToday);
        Assert.AreEqual(0L, state.Toys[1].Endpoints[Home.StoriesEndpoint - 1].BytesToday);
    }

    // A restart keeps the counts of a day. Whether the day is known again before or after they are there must not matter.
    [TestMethod]
    [Req("PCTL-03")]
    [DataRow(20780, true)]
    [DataRow(0, true)]
    [DataRow(20779, false)]
    public void SetClock_FirstAfterARestart_RefillsOnlyForALaterDay(int countedDay, bool isUsedUp)
    {
        Manifest manifest = Home.ManifestOf(AgeBand.Under9, new Endpoint[] { Home.SampleManifest().Endpoints[0] });
        EndpointState kept = new EndpointState(manifest.Endpoints[0], true, Home.StoriesDailyBytes);
        GateState state = new GateState(new ToyState[] { new ToyState("bear", manifest, new EndpointState[] { kept }) });
        state.IsPaired = true;
        state.CountedDay = countedDay;
        Gate gate = new Gate(state, new VerdictCounters());

        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        Assert.AreEqual((int)(isUsedUp ? Reason.EndpointBudget : Reason.Allowed), (int)gate.Ask(Home.StoriesQuery()).Reason);
        Assert.AreEqual(Home.Monday, state.CountedDay);
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void SetClock_Unknown_HoldsFromThenOn()
    {
        Gate gate = new Gate(Home.SampleState(), new VerdictCounters());
        gate.SetClock(default);
        Home.AssertHeld(Reason.ClockUnknown, gate.Ask(Home.StoriesQuery()), "lost");
        gate.SetClock(Moment.FromLocalSeconds(946684800));
        Home.AssertHeld(Reason.ClockUnknown, gate.Ask(Home.StoriesQuery()), "a clock chip that forgot says 2000-01-01");
    }

    [TestMethod]
    public void SetClock_NewDay_TurnsTheCounters()
    {
        VerdictCounters counters = new VerdictCounters();
        Gate gate = new Gate(Home.SampleState(), counters);
        gate.Ask(Home.StoriesQuery());
        gate.SetClock(Home.At(Home.Monday + 1, Home.Noon));

        Assert.AreEqual(0, counters.Today(1, Home.StoriesEndpoint, Reason.Allowed));
        Assert.AreEqual(1, counters.Yesterday(1, Home.StoriesEndpoint, Reason.Allowed));
    }

    [TestMethod]
    [Req("EGR-09")]
    [Req("PCTL-03")]
    public void Replace_SameToy_KeepsWhatIsUsed()
    {
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());
        UseUp(gate);

        gate.Replace(true, false, new ToyState[] { Home.SampleToy() });
        AssertUsedUp(gate, "the same toy anew");

        gate.Replace(true, false, state.Toys);
        AssertUsedUp(gate, "the very same");

        ToyState second = Home.SampleToy();
        ToyState first = new ToyState("rabbit", second.Manifest, Home.SampleToy().Endpoints);
        gate.Replace(true, false, new ToyState[] { first, second });
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Ask(Home.StoriesQuery()), "another toy in its place");

        GateQuery query = Home.StoriesQuery();
        query.Toy = 2;
        Home.AssertHeld(Reason.EndpointBudget, gate.Ask(query), "the toy, under another number");
    }

    [TestMethod]
    [Req("PCTL-02")]
    [Req("PCTL-03")]
    public void Replace_SameToy_KeepsWhatWasPlayedOfTheDay()
    {
        GateState state = Home.SampleState();
        state.Toys[0].PlayMinutes = DayMinutes.Every(60);
        state.Toys[0].PlayedToday = 60;
        Gate gate = new Gate(state, new VerdictCounters());
        Home.AssertHeld(Reason.PlayTimeUsedUp, gate.Ask(Home.StoriesQuery()), "used up");

        ToyState more = Home.SampleToy();
        more.PlayMinutes = DayMinutes.Every(60);
        gate.Replace(true, false, new ToyState[] { more });
        Home.AssertHeld(Reason.PlayTimeUsedUp, gate.Ask(Home.StoriesQuery()), "the same toy anew");

        more = Home.SampleToy();
        more.PlayMinutes = DayMinutes.Every(61);
        gate.Replace(true, false, new ToyState[] { more });
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Ask(Home.StoriesQuery()), "a minute more");

        more.PlayedToday = 90;
        gate.SetClock(Home.At(Home.Monday + 1, 0));
        Assert.AreEqual(0, more.PlayedToday, "the next day");
    }

    [TestMethod]
    [Req("DEF-02")]
    [Req("PCTL-07")]
    public void Replace_PairingAndPause_CountTogetherWithTheToys()
    {
        Gate gate = new Gate(Home.SampleState(), new VerdictCounters());
        gate.Replace(false, false, new ToyState[] { Home.SampleToy() });
        Home.AssertHeld(Reason.NotPaired, gate.Ask(Home.StoriesQuery()), "not paired");

        gate.Replace(true, true, new ToyState[] { Home.SampleToy() });
        Home.AssertHeld(Reason.EverythingPaused, gate.Ask(Home.StoriesQuery()), "paused");

        gate.Replace(true, false, new ToyState[] { Home.SampleToy() });
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Ask(Home.StoriesQuery()), "neither");
    }

    [TestMethod]
    [Req("EGR-06")]
    public void Replace_NewStates_BringTheirOwnApprovals()
    {
        Gate gate = new Gate(Home.SampleState(), new VerdictCounters());
        gate.Replace(true, false, new ToyState[] { new ToyState("bear", Home.SampleManifest()) });

        Home.AssertHeld(Reason.WaitingForGuardian, gate.Ask(Home.StoriesQuery()), "an approval is never carried over by the gate");
    }

    [TestMethod]
    [Req("EGR-04")]
    public void Approve_OffAndOnAgain_GivesNoNewNames()
    {
        Gate gate = new Gate(Home.SampleState(), new VerdictCounters());
        UseUp(gate);
        gate.Approve(1, Home.FilesEndpoint, false);
        gate.Approve(1, Home.FilesEndpoint, true);
        AssertUsedUp(gate, "");
    }

    private static void UseUp(Gate gate)
    {
        gate.AddBytes(1, Home.StoriesEndpoint, Home.StoriesDailyBytes);

        for (int i = 0; i < EndpointState.NamesMax; i++)
        {
            gate.Ask(Home.Query(AskKind.Https, "s" + i.ToString() + ".cdn.example", 443));
        }

        AssertUsedUp(gate, "used up");
    }

    private static void AssertUsedUp(Gate gate, string about)
    {
        Home.AssertHeld(Reason.EndpointBudget, gate.Ask(Home.StoriesQuery()), about);
        Home.AssertHeld(Reason.TooManyNames, gate.Ask(Home.Query(AskKind.Https, "more.cdn.example", 443)), about);
    }

    private sealed class Listener : IVerdictWatcher
    {
        public string Heard { get; private set; } = "";

        public void OnVerdict(GateQuery query, Verdict verdict)
        {
            string toy = query.Toy == 1 ? "bear" : "nobody";
            Heard += toy + ":" + query.Host.ToString() + ":" + ((int)verdict.Reason).ToString() + ":" + verdict.Endpoint.ToString() + " ";
        }
    }
}
