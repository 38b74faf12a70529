using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>Goal: minutes of play count once and hold when they are used up, and what is shown of them is true. Method: the sample home.</summary>
[TestClass]
public class GatePlayTests
{
    [TestMethod]
    [Req("PCTL-02")]
    public void AddPlay_UpToTheLimit_ThenHolds()
    {
        GateState state = StateWith(30, null);
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddPlay(1, 29);
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Ask(Home.StoriesQuery()), "a minute is left");
        AssertShows(gate, Reason.None, 1, false);
        gate.AddPlay(1, 1);
        Home.AssertHeld(Reason.PlayTimeUsedUp, gate.Ask(Home.StoriesQuery()), "used up");
        AssertShows(gate, Reason.PlayTimeUsedUp, 0, false);

        gate.SetClock(Home.At(Home.Monday + 1, 0));
        AssertShows(gate, Reason.None, 30, false);
    }

    [TestMethod]
    [Req("PCTL-02")]
    public void AddPlay_NothingOrTooMuch_NeverGivesBack()
    {
        GateState state = StateWith(30, null);
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddPlay(1, 5);
        gate.AddPlay(1, -5);
        gate.AddPlay(1, int.MinValue);
        gate.AddPlay(0, 5);
        gate.AddPlay(2, 5);
        Assert.AreEqual(5, state.Toys[0].PlayedToday);

        gate.AddPlay(1, int.MaxValue);
        gate.AddPlay(1, int.MaxValue);
        Assert.AreEqual(int.MaxValue, state.Toys[0].PlayedToday);
    }

    // After a wipe nothing of a family may come back into flash.
    [TestMethod]
    [Req("DEL-01")]
    public void AddPlay_NobodyPaired_CountsNothing()
    {
        GateState state = StateWith(30, null);
        state.IsPaired = false;
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddPlay(1, 5);
        Assert.AreEqual(0, state.Toys[0].PlayedToday);
    }

    [TestMethod]
    [Req("PCTL-02")]
    public void GiveBonus_UsedUp_OpensForThisDayOnly()
    {
        GateState state = StateWith(30, null);
        state.Toys[0].PlayedToday = 30;
        Gate gate = new Gate(state, new VerdictCounters());
        Home.AssertHeld(Reason.PlayTimeUsedUp, gate.Ask(Home.StoriesQuery()), "used up");
        Assert.IsTrue(gate.GiveBonus(1, 15));
        Home.AssertAllowed(Home.StoriesEndpoint, gate.Ask(Home.StoriesQuery()), "fifteen more");
        AssertShows(gate, Reason.None, 15, false);
        gate.AddPlay(1, 15);
        AssertShows(gate, Reason.PlayTimeUsedUp, 0, false);

        gate.SetClock(Home.At(Home.Monday + 1, 0));
        AssertShows(gate, Reason.None, 30, false);
        Assert.AreEqual(0, state.Toys[0].BonusToday);
    }

    [TestMethod]
    [Req("PCTL-02")]
    public void GiveBonus_MoreThanADayMayHave_GivesNothing()
    {
        GateState state = StateWith(30, null);
        Gate gate = new Gate(state, new VerdictCounters());
        Assert.IsTrue(gate.GiveBonus(1, Gate.BonusMinutesMax - 1));
        Assert.IsFalse(gate.GiveBonus(1, 2));
        Assert.IsTrue(gate.GiveBonus(1, 1));
        Assert.IsFalse(gate.GiveBonus(1, 1));
        Assert.IsFalse(gate.GiveBonus(1, int.MaxValue));
        Assert.IsFalse(gate.GiveBonus(1, 0));
        Assert.IsFalse(gate.GiveBonus(1, int.MinValue));
        Assert.AreEqual(Gate.BonusMinutesMax, state.Toys[0].BonusToday);
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void GiveBonus_WithoutToyGuardianClockOrLimit_GivesNothing()
    {
        GateState state = StateWith(30, null);
        Gate gate = new Gate(state, new VerdictCounters());
        Assert.IsFalse(gate.GiveBonus(0, 15));
        Assert.IsFalse(gate.GiveBonus(9, 15));
        gate.SetClock(default);
        Assert.IsFalse(gate.GiveBonus(1, 15));
        gate.SetClock(Home.At(Home.Monday, 720));
        gate.SetPaired(false);
        Assert.IsFalse(gate.GiveBonus(1, 15));
        gate.SetPaired(true);
        state.Toys[0].PlayMinutes = DayMinutes.Every(-1);
        Assert.IsFalse(gate.GiveBonus(1, 15));
        Assert.AreEqual(0, state.Toys[0].BonusToday);
    }

    // Settings that are put in force anew must not take a bonus away, nor give it twice; a wipe takes it.
    [TestMethod]
    [Req("DEL-01")]
    public void GiveBonus_NewSettings_KeepItAndAWipeDoesNot()
    {
        GateState state = StateWith(30, null);
        Gate gate = new Gate(state, new VerdictCounters());
        Assert.IsTrue(gate.GiveBonus(1, 15));
        GateState again = StateWith(30, null);
        gate.Replace(true, false, again.Toys);
        Assert.AreEqual(15, state.Toys[0].BonusToday);
        gate.Forget();
        Assert.AreEqual(0, state.Toys[0].BonusToday);
    }

    // After a pulled plug too: what a toy was played with counts for the child who has it, whether that was kept with the child or not.
    [TestMethod]
    [Req("PCTL-02")]
    [Req("PCTL-03")]
    public void Ask_AfterARestart_CountsTheToysMinutesForItsChild()
    {
        GateState state = StateWith(60, null);
        state.Toys[0].PlayedToday = 20;
        state.Toys[0].Children = new ChildRules[] { new ChildRules(3, AgeBand.From9To12, DayMinutes.Every(20)) };
        Gate gate = new Gate(state, new VerdictCounters());
        Home.AssertHeld(Reason.PlayTimeUsedUp, gate.Ask(Home.StoriesQuery()), "the child's minutes");
        Assert.AreEqual(20, state.PlayedBy(3));
    }

    // A toy that is erased, and a home that is wiped, has nobody playing along, nor has the next of its name.
    [TestMethod]
    [Req("DEL-01")]
    [DataRow(false)]
    [DataRow(true)]
    public void PlayTogether_ForgottenToy_IsOver(bool isWipe)
    {
        GateState state = StateWith(30, null);
        Gate gate = new Gate(state, new VerdictCounters());
        Assert.IsTrue(gate.PlayTogether(1, 60));

        if (isWipe)
        {
            gate.Forget();
        }
        else
        {
            gate.Forget(1);
        }

        GateState again = StateWith(30, null);
        gate.Replace(true, false, again.Toys);
        Assert.AreEqual(0, again.Toys[0].TogetherUntil);
    }

    // Minutes of the week; Monday noon is 720. Limit, played, begin of quiet hours of an hour, what is shown.
    [TestMethod]
    [Req("PCTL-04")]
    [DataRow(-1, 500, -1, -1, false)]
    [DataRow(30, 12, -1, 18, false)]
    [DataRow(-1, 0, 721, 1, true)]
    [DataRow(30, 0, 750, 30, false)]
    [DataRow(30, 0, 749, 29, true)]
    [DataRow(30, 20, 749, 10, false)]
    [DataRow(-1, 0, 719 - 59, 10079 - 59, true)]
    [DataRow(1440, 0, 660, 1440, false)]
    public void ShowPlay_NothingHolds_ShowsTheNearerEnd(int limit, int played, int quietFrom, int left, bool isQuietNext)
    {
        GateState state = StateWith(limit, quietFrom < 0 ? null : new WeeklyHours(new int[] { quietFrom }, new int[] { 60 }));
        state.Toys[0].PlayedToday = played;
        AssertShows(new Gate(state, new VerdictCounters()), Reason.None, left, isQuietNext);
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void ShowPlay_Held_SaysWhy()
    {
        GateState state = StateWith(30, new WeeklyHours(new int[] { Home.Noon }, new int[] { 60 }));
        Gate gate = new Gate(state, new VerdictCounters());
        AssertShows(gate, Reason.QuietHours, 0, true);
        gate.SetClock(default);
        AssertShows(gate, Reason.ClockUnknown, 0, false);
        gate.PauseToy(1, true);
        AssertShows(gate, Reason.ToyPaused, 0, false);
        gate.PauseEverything(true);
        AssertShows(gate, Reason.EverythingPaused, 0, false);
        gate.SetPaired(false);
        AssertShows(gate, Reason.NotPaired, 0, false);

        gate.SetPaired(true);
        Assert.IsFalse(gate.ShowPlay(2, out PlayView other));
        Assert.AreEqual((int)Reason.UnknownToy, (int)other.Held);
        Assert.AreEqual(0, other.MinutesLeft);
    }

    [TestMethod]
    [Req("PCTL-03")]
    [DataRow(-1, 5, -1)]
    [DataRow(30, 0, 30)]
    [DataRow(30, 29, 1)]
    [DataRow(30, 30, 0)]
    [DataRow(30, 2000000000, 0)]
    [DataRow(30, -1, 0)]
    [DataRow(0, 0, 0)]
    public void ShowPlay_WithoutAClock_StillShowsWhatIsLeftOfTheDaysPlay(int limit, int played, int left)
    {
        GateState state = StateWith(limit, null);
        state.Toys[0].PlayedToday = played;
        Gate gate = new Gate(state, new VerdictCounters());
        gate.SetClock(default);

        Assert.IsTrue(gate.ShowPlay(1, out PlayView view));
        Assert.AreEqual((int)Reason.ClockUnknown, (int)view.Held);
        Assert.AreEqual(left, view.PlayLeft);
        Assert.AreEqual(0, view.MinutesLeft);
    }

    private static GateState StateWith(int limit, WeeklyHours? quiet)
    {
        GateState state = Home.SampleState();
        state.Toys[0].PlayMinutes = DayMinutes.Every(limit);
        state.Toys[0].QuietHours = quiet;
        return state;
    }

    private static void AssertShows(Gate gate, Reason held, int left, bool isQuietNext)
    {
        Assert.IsTrue(gate.ShowPlay(1, out PlayView view));
        Assert.AreEqual((int)held, (int)view.Held);
        Assert.AreEqual(left, view.MinutesLeft);
        Assert.AreEqual(isQuietNext, view.IsQuietNext);
    }
}
