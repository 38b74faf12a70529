using ToyGuard.Core.Policy;
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
        Assert.IsTrue(state.IsPlayedOut);
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
