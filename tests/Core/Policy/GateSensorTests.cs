using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>Goal: a sensor goes on only for what its maker declared and a guardian agreed to, for as long as agreed. Method: the sample home, one thing spoilt.</summary>
[TestClass]
public class GateSensorTests
{
    private const int Now = Home.Monday * 1440 + Home.Noon;

    [TestMethod]
    [Req("SENS-02")]
    public void Decide_DeclaredAndAgreed_IsAllowed()
    {
        Home.AssertAllowed(0, Gate.Decide(StateUntil(Now + 1), Query(1)), "until the next minute");
    }

    [TestMethod]
    [Req("SENS-04")]
    [DataRow(0)]
    [DataRow(2)]
    [DataRow(-1)]
    [DataRow(2147483647)]
    [DataRow(-2147483648)]
    public void Decide_SensorOfNoManifest_IsNotDeclared(int sensor)
    {
        GateState state = StateUntil(Now + 1);
        state.Toys[0].Agree(sensor, Now + 1);
        Home.AssertHeld(Reason.SensorNotDeclared, Gate.Decide(state, Query(sensor)), "");
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Decide_NobodyAgreed_Waits()
    {
        Home.AssertHeld(Reason.SensorWaiting, Gate.Decide(Home.SampleState(), Query(1)), "never");
        Home.AssertHeld(Reason.SensorWaiting, Gate.Decide(StateUntil(0), Query(1)), "taken back");
        Home.AssertHeld(Reason.SensorWaiting, Gate.Decide(StateUntil(-5), Query(1)), "no minute");
    }

    [TestMethod]
    [Req("SENS-02")]
    [DataRow(1, 1)]
    [DataRow(0, 112)]
    [DataRow(-1, 112)]
    [DataRow(-1000000, 112)]
    [DataRow(1000000, 1)]
    public void Decide_Agreement_EndsToTheMinute(int left, int reason)
    {
        Assert.AreEqual(reason, (int)Gate.Decide(StateUntil(Now + left), Query(1)).Reason);
    }

    // Each rule that comes before wins over those behind it; all are broken to begin with.
    [TestMethod]
    [Req("SENS-02")]
    public void Decide_SeveralRulesBroken_TheFirstGivesTheReason()
    {
        GateState state = Home.SampleState();
        ToyState bear = state.Toys[0];
        GateQuery query = Query(2);
        state.IsPaired = false;
        state.IsEverythingPaused = true;
        state.Now = default;
        bear.IsPaused = true;
        bear.QuietHours = new WeeklyHours(new int[] { 0 }, new int[] { WeeklyHours.MinutesOfWeek });
        bear.PlayMinutes = DayMinutes.Every(0);
        bear.ChildBand = AgeBand.Under9;
        query.Toy = 2;

        Home.AssertHeld(Reason.NotPaired, Gate.Decide(state, query), "pairing");
        state.IsPaired = true;
        Home.AssertHeld(Reason.UnknownToy, Gate.Decide(state, query), "toy");
        query.Toy = 1;
        Home.AssertHeld(Reason.EverythingPaused, Gate.Decide(state, query), "everything");
        state.IsEverythingPaused = false;
        Home.AssertHeld(Reason.ToyPaused, Gate.Decide(state, query), "pause");
        bear.IsPaused = false;
        Home.AssertHeld(Reason.ClockUnknown, Gate.Decide(state, query), "clock");
        state.Now = Home.At(Home.Monday, Home.Noon);
        Home.AssertHeld(Reason.QuietHours, Gate.Decide(state, query), "quiet");
        bear.QuietHours = null;
        Home.AssertHeld(Reason.PlayTimeUsedUp, Gate.Decide(state, query), "play");
        bear.PlayMinutes = DayMinutes.Every(-1);
        Home.AssertHeld(Reason.SensorNotDeclared, Gate.Decide(state, query), "declared");
        query.Sensor = 1;
        Home.AssertHeld(Reason.SensorWaiting, Gate.Decide(state, query), "agreed");
        bear.Agree(1, Now);
        Home.AssertHeld(Reason.SensorAgreementOver, Gate.Decide(state, query), "over");
        bear.Agree(1, Now + 1);
        Home.AssertHeld(Reason.AgeBand, Gate.Decide(state, query), "age");
        bear.ChildBand = AgeBand.From9To12;
        Home.AssertAllowed(0, Gate.Decide(state, query), "all well");
    }

    // A host, a port and approved places mean nothing to a sensor, and its agreement nothing to them.
    [TestMethod]
    [Req("SENS-04")]
    public void Decide_SensorAndPlaces_DoNotStandInForEachOther()
    {
        GateQuery query = Home.StoriesQuery();
        query.Kind = AskKind.Sensor;
        query.Sensor = 1;
        Home.AssertHeld(Reason.SensorWaiting, Gate.Decide(Home.SampleState(), query), "an approved place");

        GateState state = Home.StateWith(new ToyState("bear", Home.SampleManifest()));
        state.Toys[0].Agree(1, Now + 1);
        Home.AssertAllowed(0, Gate.Decide(state, Query(1)), "nothing approved but the sensor");
        query.Kind = AskKind.Https;
        Home.AssertHeld(Reason.WaitingForGuardian, Gate.Decide(state, query), "the place");
    }

    [TestMethod]
    [Req("SENS-02")]
    [Req("PCTL-03")]
    public void SetClock_Back_RevivesNoAgreement()
    {
        Gate gate = new Gate(StateUntil(Now + 10), new VerdictCounters());
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 9));
        Home.AssertAllowed(0, gate.Ask(Query(1)), "the last minute");
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 10));
        Home.AssertHeld(Reason.SensorAgreementOver, gate.Ask(Query(1)), "over");
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        Home.AssertHeld(Reason.SensorAgreementOver, gate.Ask(Query(1)), "back");

        // Nor does a change of something else, nor a time that nobody knew in between.
        gate.SetClock(default);
        gate.Replace(true, false, StateUntil(Now + 10).Toys);
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        Home.AssertHeld(Reason.SensorAgreementOver, gate.Ask(Query(1)), "replaced");

        gate.Replace(true, false, StateUntil(Now + 11).Toys);
        Home.AssertAllowed(0, gate.Ask(Query(1)), "a new answer");
        gate.Agree(1, 1, 0);
        Home.AssertHeld(Reason.SensorWaiting, gate.Ask(Query(1)), "taken back");
        gate.Agree(1, 1, Now + 1);
        Home.AssertAllowed(0, gate.Ask(Query(1)), "and given again");
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Recheck_AgreementTakenBack_HoldsTheLiveSensor()
    {
        Gate gate = new Gate(StateUntil(Now + 10), new VerdictCounters());
        Home.AssertAllowed(0, gate.Recheck(Query(1), 0, 0), "agreed");
        gate.Replace(true, false, Home.SampleState().Toys);
        Home.AssertHeld(Reason.SensorWaiting, gate.Recheck(Query(1), 0, 0), "taken back");
        Assert.AreEqual(1, gate.Hold(Query(1), Reason.SensorBroken).Reason == Reason.SensorBroken ? 1 : 0);
    }

    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(2, 1)]
    [DataRow(1, 0)]
    [DataRow(1, 2)]
    public void Agree_NumbersThatNameNone_ChangeNothing(int toy, int sensor)
    {
        Gate gate = new Gate(Home.SampleState(), new VerdictCounters());
        gate.Agree(toy, sensor, Now + 1);
        Home.AssertHeld(Reason.SensorWaiting, gate.Ask(Query(1)), "");
    }

    private static GateState StateUntil(int minute)
    {
        GateState state = Home.SampleState();
        state.Toys[0].Agree(1, minute);
        return state;
    }

    private static GateQuery Query(int sensor)
    {
        GateQuery query = new GateQuery();
        query.Toy = 1;
        query.Kind = AskKind.Sensor;
        query.Sensor = sensor;
        return query;
    }
}
