using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>
/// Goal: what a family set about time holds, ends by itself where it has an end, and neither a clock nor a plug gives more. Method: one rule at
/// a time on the sample home; the edges of each minute; the clock put forward, back and away. A whole year is in Desktop/YearTests.
/// </summary>
[TestClass]
public class GateTimesTests
{
    private const int Now = (Home.Monday * 1440) + Home.Noon;

    [TestMethod]
    [Req("PCTL-02")]
    public void Decide_MinutesByWeekday_EachDayHasItsOwn()
    {
        GateState state = Home.SampleState();
        state.Toys[0].PlayMinutes = new DayMinutes(new int[] { 0, 10, -1, 0, 0, 20, 0 });
        Gate gate = new Gate(state, new VerdictCounters());

        AssertPlays(false, gate, "Monday");
        gate.SetClock(Home.At(Home.Monday + 1, 0));
        AssertPlays(true, gate, "Tuesday");
        gate.AddPlay(1, 10);
        AssertPlays(false, gate, "all of Tuesday");
        gate.SetClock(Home.At(Home.Monday + 2, 0));
        gate.AddPlay(1, 1000);
        AssertPlays(true, gate, "no limit on Wednesday");
        gate.SetClock(Home.At(Home.Monday + 5, 0));
        gate.AddPlay(1, 19);
        AssertPlays(true, gate, "Saturday");
        gate.SetClock(Home.At(Home.Monday + 6, 0));
        AssertPlays(false, gate, "Sunday");
    }

    [TestMethod]
    [Req("PCTL-02")]
    public void Decide_ToysOfOneChild_ShareItsMinutes()
    {
        ChildRules cat = new ChildRules(1, AgeBand.From9To12, DayMinutes.Every(30));
        GateState state = StateOfTwo(new ChildRules[] { cat }, new ChildRules[] { cat });
        Gate gate = new Gate(state, new VerdictCounters());

        gate.AddPlay(1, 20);
        AssertPlays(true, gate, 2, "ten left");
        gate.AddPlay(2, 10);
        AssertPlays(false, gate, 1, "20 and 10 of 30");
        AssertPlays(false, gate, 2, "20 and 10 of 30");

        Assert.IsTrue(gate.GiveBonus(2, 5));
        AssertPlays(true, gate, 1, "five more for the child");
        gate.AddPlay(1, 5);
        AssertPlays(false, gate, 2, "used by either");
        gate.SetClock(Home.At(Home.Monday + 1, 0));
        AssertPlays(true, gate, 1, "a new day");
    }

    // DEF-05: several children, or nobody knows which: every limit counts, and the youngest age.
    [TestMethod]
    [Req("DEF-05")]
    [Req("PCTL-02")]
    public void Decide_ToyOfSeveralChildren_HasTheStrictestOfTheirRules()
    {
        ChildRules cat = new ChildRules(1, AgeBand.From9To12, DayMinutes.Every(30));
        ChildRules dog = new ChildRules(2, AgeBand.From13To18, DayMinutes.Every(20));
        GateState state = StateOfTwo(new ChildRules[] { cat, dog }, new ChildRules[] { cat });
        Gate gate = new Gate(state, new VerdictCounters());

        gate.AddPlay(1, 20);
        AssertPlays(false, gate, 1, "all of the dog's");
        AssertPlays(true, gate, 2, "ten of the cat's");
        gate.AddPlay(2, 10);
        AssertPlays(false, gate, 2, "what both played counts for the cat");

        state.Toys[0].Children = new ChildRules[] { dog, new ChildRules(3, AgeBand.Under9, DayMinutes.Unlimited) };
        gate.SetClock(Home.At(Home.Monday + 1, 0));
        Home.AssertHeld(Reason.AgeBand, gate.Ask(Home.StoriesQuery()), "the youngest of them");
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Replace_ToyGivenToAnotherChild_TakesItsMinutesAlong()
    {
        ChildRules cat = new ChildRules(1, AgeBand.From9To12, DayMinutes.Every(30));
        ChildRules dog = new ChildRules(2, AgeBand.From9To12, DayMinutes.Every(30));
        Gate gate = new Gate(StateOfTwo(new ChildRules[] { cat }, new ChildRules[] { dog }), new VerdictCounters());
        gate.AddPlay(1, 30);
        gate.Replace(true, false, StateOfTwo(new ChildRules[] { dog }, new ChildRules[] { dog }).Toys);
        AssertPlays(false, gate, 2, "the dog's toy was played with");
        gate.Replace(true, false, StateOfTwo(new ChildRules[] { cat }, new ChildRules[] { cat }).Toys);
        AssertPlays(false, gate, 2, "nor did the cat forget");
    }

    [TestMethod]
    [Req("PCTL-07")]
    [Req("DEF-04")]
    public void Decide_PauseWithAnEnd_EndsOnceAndStaysOver()
    {
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());
        gate.Replace(true, true, Paused(0), Now + 10);
        Home.AssertHeld(Reason.EverythingPaused, gate.Ask(Home.StoriesQuery()), "paused");
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 9));
        Home.AssertHeld(Reason.EverythingPaused, gate.Ask(Home.ClockQuery()), "a minute before its end");
        gate.SetClock(default);
        Home.AssertHeld(Reason.EverythingPaused, gate.Ask(Home.ClockQuery()), "nobody knows whether it is over");
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 10));
        AssertPlays(true, gate, "over");
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        AssertPlays(true, gate, "over, though the clock went back");
        gate.Replace(true, true, Paused(0), Now + 10);
        AssertPlays(true, gate, "the same pause is over");
        gate.Replace(true, true, Paused(0), Now + 11);
        Home.AssertHeld(Reason.EverythingPaused, gate.Ask(Home.StoriesQuery()), "another one");

        gate.Replace(true, false, Paused(Now + 5));
        Home.AssertHeld(Reason.ToyPaused, gate.Ask(Home.StoriesQuery()), "one toy");
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 5));
        AssertPlays(true, gate, "over");
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 4));
        gate.Replace(true, false, Paused(Now + 5));
        AssertPlays(true, gate, "still over, though the clock went back");
        gate.PauseToy(1, true);
        gate.SetClock(Home.At(Home.Monday + 1, Home.Noon));
        Home.AssertHeld(Reason.ToyPaused, gate.Ask(Home.StoriesQuery()), "without an end until somebody lifts it");
    }

    [TestMethod]
    [Req("DEF-04")]
    [Req("EGR-06")]
    public void Decide_ApprovalWithAnEnd_ClosesByItselfAndStaysClosed()
    {
        GateState state = Home.SampleState();
        state.Toys[0].Endpoints[0].ApprovedUntil = Now + 60;
        Gate gate = new Gate(state, new VerdictCounters());
        AssertPlays(true, gate, "open for an hour");
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 59));
        AssertPlays(true, gate, "its last minute");
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 60));
        Home.AssertHeld(Reason.WaitingForGuardian, gate.Ask(Home.StoriesQuery()), "closed");
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        Home.AssertHeld(Reason.WaitingForGuardian, gate.Ask(Home.StoriesQuery()), "closed, though the clock went back");
        gate.Replace(true, false, Approved(Now + 60));
        Home.AssertHeld(Reason.WaitingForGuardian, gate.Ask(Home.StoriesQuery()), "the same yes");
        gate.Replace(true, false, Approved(Now + 61));
        AssertPlays(true, gate, "a new yes");
        gate.Replace(true, false, Approved(0));
        gate.SetClock(Home.At(Home.Monday + 300, Home.Noon));
        AssertPlays(true, gate, "without an end");
    }

    [TestMethod]
    [Req("PCTL-02")]
    [Req("PCTL-03")]
    public void PlayTogether_ItsMinutes_CountForNobodyAndEndByThemselves()
    {
        ChildRules cat = new ChildRules(1, AgeBand.From9To12, DayMinutes.Every(30));
        GateState state = StateOfTwo(new ChildRules[] { cat }, new ChildRules[] { cat });
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddPlay(1, 30);
        Assert.IsTrue(gate.PlayTogether(1, 20));
        AssertPlays(true, gate, 1, "with a grown-up");
        AssertPlays(false, gate, 2, "that toy only");
        gate.AddPlay(1, 15);
        Assert.AreEqual(30, state.Toys[0].PlayedToday, "not for the toy");
        Assert.AreEqual(30, state.PlayedBy(1), "nor for the child");
        Assert.IsTrue(gate.ShowPlay(1, out PlayView view));
        Assert.AreEqual(20, view.TogetherLeft);
        Assert.AreEqual(20, view.MinutesLeft);

        // Back by five minutes: what is left of it stays what it was.
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 8));
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 3));
        gate.ShowPlay(1, out view);
        Assert.AreEqual(12, view.TogetherLeft);
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 15));
        AssertPlays(false, gate, 1, "over");
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        AssertPlays(false, gate, 1, "and stays over");

        Assert.IsFalse(gate.PlayTogether(1, 121));
        Assert.IsFalse(gate.PlayTogether(1, -1));
        Assert.IsFalse(gate.PlayTogether(3, 10));
        Assert.IsTrue(gate.PlayTogether(1, 120));
        Assert.IsTrue(gate.PlayTogether(1, 0));
        AssertPlays(false, gate, 1, "ended by hand");
        gate.SetClock(default);
        Assert.IsFalse(gate.PlayTogether(1, 10), "nobody knows the time");
    }

    // design.md 7: after a power cut a new day gives new minutes at most once in 18 hours with power, until a phone has confirmed the date.
    [TestMethod]
    [Req("PCTL-03")]
    public void SetClock_DayThatNobodyConfirmed_RefillsOnceIn18HoursWithPower()
    {
        GateState state = Home.SampleState();
        state.Toys[0].PlayMinutes = DayMinutes.Every(30);
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddPlay(1, 30);
        gate.SetClock(Home.At(Home.Monday + 1, 0), false);
        AssertPlays(false, gate, "only the network says that it is tomorrow");
        gate.AddPowered(Gate.RefillMinutes - 1);
        AssertPlays(false, gate, "17 hours and 59 minutes");
        gate.AddPowered(1);
        AssertPlays(true, gate, "18 hours");

        gate.AddPlay(1, 30);
        gate.SetClock(Home.At(Home.Monday + 300, 0), false);
        AssertPlays(false, gate, "once");
        gate.SetClock(Home.At(Home.Monday + 300, 0), true);
        AssertPlays(true, gate, "a phone says so");
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void SetClock_Backwards_GivesNothing()
    {
        GateState state = Home.SampleState();
        state.Toys[0].PlayMinutes = new DayMinutes(new int[] { 30, 60, 60, 60, 60, 60, 60 });
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddPlay(1, 30);

        // Yesterday had more minutes than today has.
        for (int day = 1; day <= 7; day++)
        {
            gate.SetClock(Home.At(Home.Monday - day, Home.Noon), day % 2 == 0);
            AssertPlays(false, gate, "days back: " + day.ToString());
        }
    }

    // A phone whose date was years ahead must not take the minutes of all those years.
    [TestMethod]
    [Req("PCTL-02")]
    public void SetClock_PhonePutsTheDateBack_DaysGoOnFromThere()
    {
        GateState state = Home.SampleState();
        state.Toys[0].PlayMinutes = DayMinutes.Every(30);
        Gate gate = new Gate(state, new VerdictCounters());
        gate.SetClock(Home.At(Home.Monday + 1000, 0));
        gate.AddPlay(1, 30);
        gate.SetClock(Home.At(Home.Monday, Home.Noon), false);
        Assert.AreEqual(Home.Monday + 1000, state.CountedDay, "not by the network's word");
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        AssertPlays(false, gate, "nothing is given back");
        gate.SetClock(Home.At(Home.Monday + 1, 0));
        AssertPlays(true, gate, "a new day");
    }

    // A hub sees no child: a minute in which a toy reached a place is a minute of play.
    [TestMethod]
    [Req("PCTL-02")]
    public void CountActiveMinute_ToyThatReachedAPlace_PlayedAMinute()
    {
        GateState state = Home.SampleState();
        state.Toys[0].PlayMinutes = DayMinutes.Every(2);
        Gate gate = new Gate(state, new VerdictCounters());
        gate.Ask(Home.ClockQuery());
        gate.Ask(Home.Query(AskKind.Lookup, Home.Stories, 0));
        gate.Ask(Home.Query(AskKind.Https, "evil.test", 443));
        gate.Recheck(Home.StoriesQuery(), Home.StoriesEndpoint, 0);
        gate.CountActiveMinute();
        Assert.AreEqual(0, state.Toys[0].PlayedToday, "nothing of that is play");

        AssertPlays(true, gate, "a story");
        AssertPlays(true, gate, "and one more");
        gate.CountActiveMinute();
        gate.CountActiveMinute();
        Assert.AreEqual(1, state.Toys[0].PlayedToday);
        gate.Recheck(Home.StoriesQuery(), Home.StoriesEndpoint, 10);
        gate.CountActiveMinute();
        AssertPlays(false, gate, "two of two");
    }

    // experience.md 5.9: a +15 that would cross bedtime offers what fits before it.
    [TestMethod]
    [Req("PCTL-02")]
    [DataRow(18 * 60, 30, 0, 180, 60)] // asleep at 19:30: with no minute played yet 60 of the 90 until then
    [DataRow((19 * 60) + 18, 30, 30, 180, 12)]
    [DataRow((19 * 60) + 29, 30, 30, 180, 1)]
    [DataRow((19 * 60) + 30, 30, 30, 180, 0)] // in bed
    [DataRow(6 * 60, 30, 30, 180, 0)]
    [DataRow(7 * 60, 30, 30, 180, 180)] // no more in a day
    [DataRow(7 * 60, -1, 30, 180, 0)] // without a limit there is nothing to add to
    public void ShowPlay_BonusRoom_IsWhatFitsBeforeBedtime(int minute, int limit, int played, int most, int room)
    {
        GateState state = Home.SampleState();
        state.Now = Home.At(Home.Monday, minute);
        state.Toys[0].PlayMinutes = DayMinutes.Every(limit);
        state.Toys[0].QuietHours = EveryNight();
        Gate gate = new Gate(state, new VerdictCounters());
        gate.AddPlay(1, played);

        Assert.IsTrue(gate.ShowPlay(1, out PlayView view));
        Assert.AreEqual(room, view.BonusRoom);
        Assert.IsTrue(view.BonusRoom <= most);
    }

    [TestMethod]
    [Req("PCTL-02")]
    public void ShowPlay_WakesIn_IsTheNextMinuteThatNothingHolds()
    {
        GateState state = Home.SampleState();
        ToyState bear = state.Toys[0];
        bear.PlayMinutes = new DayMinutes(new int[] { 30, 0, 0, 30, 30, 30, 30 });
        bear.QuietHours = EveryNight();
        Gate gate = new Gate(state, new VerdictCounters());
        AssertWakes(0, gate, "awake");
        gate.AddPlay(1, 30);
        AssertWakes((2 * 1440) + (19 * 60), gate, "Tuesday and Wednesday have no minute: Thursday 07:00");
        gate.SetClock(Home.At(Home.Monday + 3, 20 * 60));
        AssertWakes(11 * 60, gate, "asleep until seven");
        gate.PauseToy(1, true);
        AssertWakes(-1, gate, "paused until somebody lifts it");
        bear.PausedUntil = ((Home.Monday + 4) * 1440) + (8 * 60);
        AssertWakes(12 * 60, gate, "paused until eight");
        bear.PlayMinutes = DayMinutes.None;
        AssertWakes(-1, gate, "never a minute");
        bear.PlayMinutes = DayMinutes.Unlimited;
        bear.QuietHours = new WeeklyHours(new int[] { 100 }, new int[] { WeeklyHours.MinutesOfWeek });
        AssertWakes(-1, gate, "quiet all week");
        gate.SetClock(default);
        AssertWakes(-1, gate, "nobody knows the time");
    }

    private static WeeklyHours EveryNight()
    {
        int[] starts = new int[7];
        int[] lengths = new int[7];

        for (int day = 0; day < 7; day++)
        {
            starts[day] = (day * 1440) + (19 * 60) + 30;
            lengths[day] = (11 * 60) + 30;
        }

        return new WeeklyHours(starts, lengths);
    }

    // The sample's toy and one more like it.
    private static GateState StateOfTwo(ChildRules[] first, ChildRules[] second)
    {
        ToyState bear = Home.SampleToy();
        ToyState rabbit = new ToyState("rabbit", bear.Manifest, Home.SampleToy().Endpoints);
        rabbit.ChildBand = AgeBand.From9To12;
        bear.Children = first;
        rabbit.Children = second;
        GateState state = Home.StateWith(bear);
        state.Toys = new ToyState[] { bear, rabbit };
        return state;
    }

    // The sample's toy, paused until a minute; not at all for 0.
    private static ToyState[] Paused(int untilMinute)
    {
        ToyState toy = Home.SampleToy();
        toy.IsPaused = untilMinute != 0;
        toy.PausedUntil = untilMinute;
        return new ToyState[] { toy };
    }

    private static ToyState[] Approved(int untilMinute)
    {
        ToyState toy = Home.SampleToy();
        toy.Endpoints[0].ApprovedUntil = untilMinute;
        return new ToyState[] { toy };
    }

    private static void AssertPlays(bool plays, Gate gate, string about)
    {
        AssertPlays(plays, gate, 1, about);
    }

    private static void AssertPlays(bool plays, Gate gate, int toy, string about)
    {
        GateQuery query = Home.StoriesQuery();
        query.Toy = toy;
        Verdict verdict = gate.Ask(query);
        Assert.AreEqual((int)(plays ? Reason.Allowed : Reason.PlayTimeUsedUp), (int)verdict.Reason, about);
    }

    private static void AssertWakes(int minutes, Gate gate, string about)
    {
        Assert.IsTrue(gate.ShowPlay(1, out PlayView view));
        Assert.AreEqual(minutes, view.WakesIn, about);
    }
}
