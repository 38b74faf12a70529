using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>Goal: the gate goes by what was set, and holds what nothing was set for. Method: the gate's sample home, made from settings.</summary>
[TestClass]
public class HouseholdTests
{
    [TestMethod]
    [Req("EGR-06")]
    public void StatesOf_AllWell_AllowsWhatIsApproved()
    {
        Home.AssertAllowed(Home.StoriesEndpoint, Gate.Decide(StateOf(Family.AllWell()), Home.StoriesQuery()), "approved");
        Home.AssertHeld(
            Reason.WaitingForGuardian,
            Gate.Decide(StateOf(Family.AllWell()), Home.Query(AskKind.Https, "usage.metrics.example", 443)),
            "not approved");
    }

    [TestMethod]
    [Req("DEF-02")]
    public void First_NobodyBefore_OpensTheMakersOwnTlsPlacesAndNothingElse()
    {
        DeclaredToy toy = Family.DeclaredBear();
        FamilySettings first = Household.First(FamilySettings.Strict.WithRetentionDays(3), new DeclaredToy[] { toy });

        Assert.IsTrue(first.IsPaired);
        Assert.IsFalse(first.IsEverythingPaused);
        Assert.AreEqual(3, first.RetentionDays);
        Assert.AreEqual(1, first.Toys.Length);
        Assert.AreEqual(0, first.Toys[0].Consents.Length);

        for (int number = 1; number <= toy.Manifest.Endpoints.Length; number++)
        {
            Endpoint place = toy.Manifest.Endpoints[number - 1];
            bool isOwn = place.Party == Party.First && (place.Scheme == Scheme.Https || place.Scheme == Scheme.Tls);
            Assert.AreEqual(isOwn, first.Toys[0].IsApproved(toy.PrintAt(number)), place.Id);
        }
    }

    // Whose toy it is nobody knows yet, so the youngest one's list counts.
    [TestMethod]
    [Req("DEF-01")]
    [Req("DEF-05")]
    [DataRow("account", false)]
    [DataRow("analytics", false)]
    [DataRow("diagnostics", false)]
    [DataRow("games", false)]
    [DataRow("voice-answers", false)]
    [DataRow("voice-messages", false)]
    [DataRow("stories", true)]
    [DataRow("music", true)]
    [DataRow("lessons", true)]
    [DataRow("", true)]
    public void Introduce_MakersOwnPlace_WaitsWhereTheYoungestAreAskedAbout(string purpose, bool isOpen)
    {
        Endpoint place = new Endpoint("own", HostPattern.Parse("own.toys.test", out _)!, 443, Scheme.Tls, "Maker", Party.First, purpose, new string[0], 0, null);
        DeclaredToy toy = new DeclaredToy(
            "bear", new Manifest("m", "Bear", "Maker", "", "", "2030-01-01", AgeBand.From13To18, new Endpoint[] { place }, new SensorUse[0], new string[0]));

        Assert.AreEqual(isOpen, Household.Introduce(FamilySettings.Strict, toy).Toys[0].IsApproved(toy.PrintAt(1)), purpose);
    }

    [TestMethod]
    [Req("DEF-02")]
    public void First_SettingsOfSomebodyBefore_AreGone()
    {
        FamilySettings first = Household.First(Family.Sample(), new DeclaredToy[] { Family.DeclaredBear() });

        Assert.AreEqual(1, first.Toys.Length, "a toy that is not here");
        Assert.IsFalse(first.Toys[0].IsApproved(3));
        Assert.AreEqual(0, first.Toys[0].Consents.Length);
    }

    [TestMethod]
    [Req("DEF-01")]
    public void StatesOf_Strict_HoldsEvenTheClock()
    {
        Home.AssertHeld(Reason.NotPaired, Gate.Decide(StateOf(FamilySettings.Strict), Home.ClockQuery()), "strict");

        FamilySettings open = FamilySettings.Strict.WithPaired(true).WithEverythingPaused(false);
        Home.AssertHeld(Reason.ToyPaused, Gate.Decide(StateOf(open), Home.ClockQuery()), "a toy that nothing is set for");
        Home.AssertHeld(Reason.ToyPaused, Gate.Decide(StateOf(open), Home.StoriesQuery()), "a toy that nothing is set for");
    }

    [TestMethod]
    [Req("DEF-01")]
    public void StatesOf_ToyOfAnUnfitName_IsTheStrictest()
    {
        DeclaredToy toy = new DeclaredToy("a name that is longer than any that can be kept", Home.SampleManifest());
        ToyState state = Household.StatesOf(Family.AllWell(), new DeclaredToy[] { toy })[0];

        Assert.AreEqual(toy.Name, state.Name);
        Assert.IsTrue(state.IsPaused);
        Assert.AreEqual(0, state.PlayMinutes.On(Home.Monday));
        Assert.IsFalse(state.Endpoints[0].IsApproved);
    }

    [TestMethod]
    [Req("PCTL-02")]
    public void StatesOf_EachField_ReachesTheGate()
    {
        ToySettings bear = Family.AllWell().Toys[0];
        AssertHeldWith(Reason.ToyPaused, bear.WithPaused(true));
        AssertHeldWith(Reason.QuietHours, bear.WithQuietHours(Family.Hours(Home.Noon, 1)));
        AssertHeldWith(Reason.PlayTimeUsedUp, bear.WithPlayMinutes(0));
        AssertHeldWith(Reason.AgeBand, bear.WithChildBand(AgeBand.Under9));
        AssertHeldWith(Reason.WaitingForGuardian, bear.WithApprovals(new long[0]));
        AssertHeldWith(Reason.None, bear.WithQuietHours(Family.Hours(Home.Noon + 1, 1)).WithPlayMinutes(1).WithChildBand(AgeBand.From9To12));
    }

    // EGR-07: what an update changed was not approved.
    [TestMethod]
    [Req("EGR-07")]
    public void StatesOf_ChangedEndpoint_IsNotApproved()
    {
        DeclaredToy before = new DeclaredToy("bear", Home.ManifestOf(AgeBand.Under9, new Endpoint[] { Place("stories", 443) }));
        DeclaredToy after = new DeclaredToy("bear", Home.ManifestOf(AgeBand.Under9, new Endpoint[] { Place("stories", 444) }));
        FamilySettings settings = Household.Approve(FamilySettings.Strict, before, 1, true);

        Assert.IsTrue(Household.StatesOf(settings, new DeclaredToy[] { before })[0].Endpoints[0].IsApproved);
        Assert.IsFalse(Household.StatesOf(settings, new DeclaredToy[] { after })[0].Endpoints[0].IsApproved);
    }

    [TestMethod]
    [Req("EGR-06")]
    public void Approve_OnAndOff_ChangesThatOneOnly()
    {
        DeclaredToy bear = Family.DeclaredBear();
        FamilySettings settings = Household.Approve(Family.AllWell(), bear, Home.VoiceEndpoint, false);
        ToyState state = Household.StatesOf(settings, new DeclaredToy[] { bear })[0];

        for (int number = 1; number <= Home.UsageEndpoint; number++)
        {
            bool isApproved = number != Home.VoiceEndpoint && number != Home.UsageEndpoint;
            Assert.AreEqual(isApproved, state.Endpoints[number - 1].IsApproved, number.ToString());
        }

        Family.AssertSame(Family.AllWell(), Household.Approve(settings, bear, Home.VoiceEndpoint, true), "and back");
    }

    [TestMethod]
    public void Approve_AfterManyUpdates_AlwaysHasRoom()
    {
        FamilySettings settings = FamilySettings.Strict;

        for (int version = 1; version <= 40; version++)
        {
            DeclaredToy toy = new DeclaredToy("bear", Home.ManifestOf(AgeBand.Under9, new Endpoint[] { Place("stories", version), Place("voice", 443) }));
            settings = Household.Approve(settings, toy, 1, true);
            settings = Household.Approve(settings, toy, 2, true);
            Assert.AreEqual(2, settings.Toys[0].Approvals.Length);
        }
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Agree_OnAndOff_ChangesThatOneOnly()
    {
        DeclaredToy bear = TwoSensors("talk");
        FamilySettings settings = Household.Agree(Household.Agree(Family.AllWell(), bear, 1, Family.Noon + 5), bear, 2, Family.Noon + 9);
        ToyState state = Household.StatesOf(settings, new DeclaredToy[] { bear })[0];
        Assert.AreEqual(Family.Noon + 5, state.AgreedUntil(1));
        Assert.AreEqual(Family.Noon + 9, state.AgreedUntil(2));
        Assert.AreEqual(Family.AllWell().Toys[0].Approvals.Length, settings.Toys[0].Approvals.Length);

        settings = Household.Agree(settings, bear, 1, 0);
        state = Household.StatesOf(settings, new DeclaredToy[] { bear })[0];
        Assert.AreEqual(0, state.AgreedUntil(1));
        Assert.AreEqual(Family.Noon + 9, state.AgreedUntil(2));
        Family.AssertSame(Family.AllWell(), Household.Agree(settings, bear, 2, 0), "and back");
    }

    // What an update changed was not agreed to; and what is no more makes room.
    [TestMethod]
    [Req("SENS-04")]
    public void Agree_ChangedUse_IsNotAgreedTo()
    {
        DeclaredToy before = TwoSensors("talk");
        DeclaredToy after = TwoSensors("voice-commands");
        FamilySettings settings = Household.Agree(FamilySettings.Strict, before, 1, Family.Noon);
        Assert.AreEqual(0, Household.StatesOf(settings, new DeclaredToy[] { after })[0].AgreedUntil(1));

        settings = Household.Agree(settings, after, 2, Family.Noon);
        Assert.AreEqual(1, settings.Toys[0].Consents.Length);
    }

    // Minutes that are left, and what is left of them.
    [TestMethod]
    [Req("SENS-02")]
    [DataRow(-1, 0)]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    [DataRow(186 * 1440, 186 * 1440)]
    [DataRow(187 * 1440, 187 * 1440)]
    [DataRow(187 * 1440 + 1, 186 * 1440)]
    [DataRow(2147483647 - Family.Noon, 186 * 1440)]
    public void Trim_AnyEnd_LeavesATermAtMost(int left, int leftAfter)
    {
        FamilySettings settings = Family.With(Family.Bear().WithConsents(new SensorConsent[] { new SensorConsent(4, Family.Noon + left), new SensorConsent(5, Family.Noon + 1) }));
        FamilySettings trimmed = Household.Trim(settings, Home.At(Home.Monday, Home.Noon));
        int until = trimmed.Toys[0].AgreedUntil(4);

        Assert.AreEqual(leftAfter, until == 0 ? 0 : until - Family.Noon);
        Assert.AreEqual(Family.Noon + 1, trimmed.Toys[0].AgreedUntil(5), "the other one stays");
        Assert.AreEqual(left > 0 && left == leftAfter, trimmed == settings, "the same object when nothing changed");
        Assert.IsTrue(Strictness.IsNeverLooser(trimmed, settings));
        Assert.IsTrue(Household.Trim(settings, default) == settings, "while nobody knows the time");
    }

    [TestMethod]
    [Req("DEF-02")]
    public void PutInForce_Settings_ReachTheGateInOneStep()
    {
        GateState state = StateOf(FamilySettings.Strict);
        Gate gate = new Gate(state, new VerdictCounters());
        GateRules rules = new GateRules(gate, new DeclaredToy[] { Family.DeclaredBear() });
        Home.AssertHeld(Reason.NotPaired, gate.Ask(Home.StoriesQuery()), "strict");

        rules.PutInForce(Family.AllWell());
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Ask(Home.StoriesQuery()), "all well");

        rules.PutInForce(Family.AllWell().WithEverythingPaused(true));
        Home.AssertHeld(Reason.EverythingPaused, gate.Ask(Home.StoriesQuery()), "paused");

        rules.PutInForce(Family.AllWell().WithPaired(false));
        Home.AssertHeld(Reason.NotPaired, gate.Ask(Home.StoriesQuery()), "not paired");
    }

    private static DeclaredToy TwoSensors(string purpose)
    {
        Manifest bear = Home.SampleManifest();
        SensorUse[] sensors = { new SensorUse("microphone", purpose, "push-to-talk"), new SensorUse("camera", "scan", "started") };
        Manifest manifest = new Manifest("m", "m", "m", "", "", "", bear.AgeBand, bear.Endpoints, sensors, new string[0]);
        return new DeclaredToy("bear", manifest);
    }

    private static void AssertHeldWith(Reason reason, ToySettings bear)
    {
        Verdict verdict = Gate.Decide(StateOf(Family.AllWell().WithToy(bear)), Home.StoriesQuery());
        Assert.AreEqual((int)(reason == Reason.None ? Reason.Allowed : reason), (int)verdict.Reason);
    }

    private static GateState StateOf(FamilySettings settings)
    {
        GateState state = new GateState(Household.StatesOf(settings, new DeclaredToy[] { Family.DeclaredBear() }));
        state.IsPaired = settings.IsPaired;
        state.IsEverythingPaused = settings.IsEverythingPaused;
        state.Now = Home.At(Home.Monday, Home.Noon);
        return state;
    }

    private static Endpoint Place(string id, int port)
    {
        return Home.Place(id, Home.Stories, port, Scheme.Https);
    }
}
