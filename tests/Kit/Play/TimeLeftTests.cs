using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Kit.Play.Tests;

[TestClass]
public class TimeLeftTests
{
    private const long Minute = 60 * 1000;

    [TestMethod]
    [Req("PCTL-04")]
    public void Turn_PieceOverItsTime_WarnWarnStopAndGoodNight()
    {
        TimeLeft time = TimeOf(PlayHome.GateOf(PlayHome.BearWithMinutes(20)));
        Assert.AreEqual((int)Reason.Allowed, (int)time.BeginPiece(0));

        Assert.AreEqual("600:1 1080:2 1200:3 1290:4 ", Told(time, 0, 30 * Minute));
    }

    [TestMethod]
    [Req("PCTL-04")]
    public void Turn_PieceEndsWithinItsRespite_GoodNightComesThen()
    {
        TimeLeft time = TimeOf(PlayHome.GateOf(PlayHome.BearWithMinutes(3)));
        time.BeginPiece(0);
        Assert.AreEqual("0:1 60:2 180:3 ", Told(time, 0, 3 * Minute + 30000));
        Assert.IsTrue(time.MayGoOn);

        time.EndPiece(3 * Minute + 31000);

        Assert.AreEqual("212:4 ", Told(time, 3 * Minute + 32000, 10 * Minute));
        Assert.IsFalse(time.MayGoOn);
    }

    [TestMethod]
    [Req("PCTL-04")]
    public void BeginPiece_FromZeroOn_IsRefusedWhileTheOldOneFinishes()
    {
        TimeLeft time = TimeOf(PlayHome.GateOf(PlayHome.BearWithMinutes(1)));
        time.BeginPiece(0);
        Told(time, 0, Minute + 1000);
        Assert.IsTrue(time.MayGoOn);

        Assert.AreEqual((int)Reason.PlayTimeUsedUp, (int)time.BeginPiece(Minute + 2000));
        Assert.AreEqual((int)Reason.PlayTimeUsedUp, (int)time.BeginBuiltIn(Minute + 2000));
        Assert.IsTrue(time.MayGoOn, "the old one goes on");

        time.EndPiece(Minute + 3000);
        Assert.AreEqual((int)Reason.PlayTimeUsedUp, (int)time.BeginPiece(Minute + 3000));
        Assert.IsFalse(time.MayGoOn);
    }

    [TestMethod]
    public void Turn_RespiteOver_EndsThePieceAfterNinetySecondsAndCountsThem()
    {
        ToyState bear = PlayHome.BearWithMinutes(1);
        TimeLeft time = TimeOf(PlayHome.GateOf(bear));
        time.BeginPiece(0);

        Told(time, 0, Minute + TimeLeft.FinishMs - 1000);
        Assert.IsTrue(time.MayGoOn);
        Told(time, Minute + TimeLeft.FinishMs, 10 * Minute);

        Assert.IsFalse(time.MayGoOn);
        Assert.AreEqual(2, bear.PlayedToday);
    }

    [TestMethod]
    [Req("PCTL-04")]
    public void Turn_QuietHoursCome_WarnWarnStop()
    {
        ToyState bear = PlayHome.Bear();
        bear.QuietHours = new WeeklyHours(new int[] { PlayHome.Noon + 11 }, new int[] { 60 });
        Gate gate = PlayHome.GateOf(bear);
        TimeLeft time = TimeOf(gate);
        time.BeginPiece(0);
        string told = "";

        for (int minute = 0; minute < 14; minute++)
        {
            gate.SetClock(PlayHome.At(PlayHome.Noon + minute));
            told += Told(time, minute * Minute, minute * Minute + 59000);
        }

        Assert.AreEqual("60:1 540:2 660:3 750:4 ", told);
        Assert.AreEqual((int)Reason.QuietHours, (int)time.Why);
    }

    [TestMethod]
    public void Turn_NobodyPlays_SaysNothingBeforeItSleeps()
    {
        ToyState bear = PlayHome.Bear();
        bear.QuietHours = new WeeklyHours(new int[] { PlayHome.Noon + 2 }, new int[] { 60 });
        Gate gate = PlayHome.GateOf(bear);
        TimeLeft time = TimeOf(gate);
        Assert.AreEqual("", Told(time, 0, Minute));

        gate.SetClock(PlayHome.At(PlayHome.Noon + 2));

        Assert.AreEqual("61:3 62:4 ", Told(time, Minute + 1000, 2 * Minute));
    }

    [TestMethod]
    public void Turn_MoreTimeIsGiven_WarnsAgain()
    {
        ToyState bear = PlayHome.BearWithMinutes(12);
        Gate gate = PlayHome.GateOf(bear);
        TimeLeft time = TimeOf(gate);
        time.BeginPiece(0);
        Assert.AreEqual("120:1 ", Told(time, 0, 3 * Minute));
        Assert.AreEqual(80, time.VolumePercent);

        bear.PlayMinutes = DayMinutes.Every(27);
        Assert.AreEqual("1020:1 ", Told(time, 3 * Minute + 1000, 18 * Minute));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void Turn_GuardianPauses_StopsAtOnceAndSaysNothingOfTime(int what)
    {
        Gate gate = PlayHome.GateOf(PlayHome.BearWithMinutes(5));
        TimeLeft time = TimeOf(gate);
        time.BeginPiece(0);
        time.Turn(100);
        Assert.IsTrue(time.MayGoOn);

        if (what == 0)
        {
            gate.PauseToy(PlayHome.Toy, true);
        }
        else
        {
            gate.PauseEverything(true);
        }

        Assert.AreEqual((int)TimeSign.None, (int)time.Turn(150));
        Assert.IsFalse(time.MayGoOn);
        Assert.AreEqual((int)(what == 0 ? Reason.ToyPaused : Reason.EverythingPaused), (int)time.BeginPiece(200));
        Assert.AreEqual((int)(what == 0 ? Reason.ToyPaused : Reason.EverythingPaused), (int)time.BeginBuiltIn(200));
        Assert.AreEqual("A grown-up pressed pause.", time.Words);

        // What was stopped does not begin by itself again.
        gate.PauseToy(PlayHome.Toy, false);
        gate.PauseEverything(false);
        time.Turn(300);
        Assert.IsFalse(time.MayGoOn);
    }

    [TestMethod]
    public void BeginBuiltIn_NoClockOrNoGuardian_Plays()
    {
        Gate gate = PlayHome.GateOf(PlayHome.BearWithMinutes(30));
        gate.SetClock(default);
        TimeLeft time = TimeOf(gate);

        Assert.AreEqual((int)Reason.ClockUnknown, (int)time.BeginPiece(0));
        Assert.IsFalse(time.MayGoOn);
        Assert.AreEqual((int)Reason.Allowed, (int)time.BeginBuiltIn(0));
        Assert.AreEqual("", Told(time, 0, 5000));
        Assert.IsTrue(time.MayGoOn);

        gate.SetPaired(false);
        Assert.AreEqual((int)Reason.NotPaired, (int)time.BeginPiece(6000));
        Told(time, 6000, 7000);
        Assert.IsTrue(time.MayGoOn);

        gate.SetPaired(true);
        gate.PauseToy(PlayHome.Toy, true);
        Told(time, 8000, 8000);
        Assert.IsFalse(time.MayGoOn, "a pause stops that too");
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void BeginBuiltIn_NoClock_GivesNoExtraTime()
    {
        ToyState bear = PlayHome.BearWithMinutes(3);
        Gate gate = PlayHome.GateOf(bear);
        gate.SetClock(default);
        TimeLeft time = TimeOf(gate);
        time.BeginBuiltIn(0);

        Assert.AreEqual("0:1 60:2 180:3 270:4 ", Told(time, 0, 10 * Minute));
        Assert.AreEqual((int)Reason.PlayTimeUsedUp, (int)time.BeginBuiltIn(11 * Minute));
        Assert.IsFalse(time.MayGoOn);
        Assert.AreEqual(4, bear.PlayedToday);
    }

    [TestMethod]
    public void Turn_ClockIsLost_StopsAPieceThatGoesByIt()
    {
        Gate gate = PlayHome.GateOf(PlayHome.Bear());
        TimeLeft time = TimeOf(gate);
        time.BeginPiece(0);

        gate.SetClock(default);
        time.Turn(50);

        Assert.IsFalse(time.MayGoOn);
        Assert.AreEqual(-1, time.MinuteOfDay);
    }

    [TestMethod]
    public void EndPiece_SecondsOfManyPieces_AddUpToMinutes()
    {
        ToyState bear = PlayHome.Bear();
        TimeLeft time = TimeOf(PlayHome.GateOf(bear));

        for (int piece = 0; piece < 9; piece++)
        {
            time.BeginPiece(piece * 100000);
            time.EndPiece(piece * 100000 + 20000);
            time.Turn(piece * 100000 + 50000);
        }

        Assert.AreEqual(3, bear.PlayedToday, "nine times 20 s, and no second between");
    }

    [TestMethod]
    public void Turn_LongFreeze_CountsEveryMinute()
    {
        ToyState bear = PlayHome.Bear();
        TimeLeft time = TimeOf(PlayHome.GateOf(bear));
        time.BeginPiece(0);

        time.Turn(7 * Minute + 1);
        time.Turn(3 * Minute);

        Assert.AreEqual(7, bear.PlayedToday, "and a clock that goes back takes none away");
    }

    [TestMethod]
    [DataRow(-1, "There is time.")]
    [DataRow(1, "1 minute left.")]
    [DataRow(2, "2 minutes left.")]
    [DataRow(18, "18 minutes left.")]
    [DataRow(0, "That was all for today. I will be here tomorrow.")]
    public void Words_MinutesLeft_AreSaid(int minutes, string words)
    {
        TimeLeft time = TimeOf(PlayHome.GateOf(PlayHome.BearWithMinutes(minutes)));

        Assert.AreEqual(words, time.Words);
        Assert.AreEqual(minutes, time.MinutesLeft);
    }

    [TestMethod]
    public void VolumePercent_EachWarning_TakesAFifth()
    {
        TimeLeft time = TimeOf(PlayHome.GateOf(PlayHome.BearWithMinutes(11)));
        time.BeginPiece(0);
        Assert.AreEqual(100, time.VolumePercent);
        Told(time, 0, Minute);
        Assert.AreEqual(80, time.VolumePercent);
        Told(time, Minute, 9 * Minute);
        Assert.AreEqual(60, time.VolumePercent);
        Told(time, 9 * Minute, 11 * Minute);
        Assert.AreEqual(60, time.VolumePercent);
    }

    [TestMethod]
    public void MinuteOfDay_Monday_IsNoon()
    {
        Assert.AreEqual(PlayHome.Noon, TimeOf(PlayHome.GateOf(PlayHome.Bear())).MinuteOfDay);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(2)]
    public void BeginPiece_ToyThatNobodyKnows_IsHeld(int toy)
    {
        TimeLeft time = new TimeLeft(PlayHome.GateOf(PlayHome.Bear()), toy);

        Assert.AreEqual((int)Reason.UnknownToy, (int)time.BeginPiece(0));
        Assert.IsFalse(time.MayGoOn);
    }

    [TestMethod]
    public void New_NoGate_Throws()
    {
        Check.Throws(typeof(ArgumentNullException), () => _ = new TimeLeft(null!, 1));
    }

    private static TimeLeft TimeOf(Gate gate)
    {
        return new TimeLeft(gate, PlayHome.Toy);
    }

    // A turn a second: what was told and when, as "600:1 ".
    private static string Told(TimeLeft time, long fromMs, long toMs)
    {
        string told = "";

        for (long now = fromMs; now <= toMs; now += 1000)
        {
            TimeSign sign = time.Turn(now);

            if (sign != TimeSign.None)
            {
                told += (int)(now / 1000) + ":" + (int)sign + " ";
            }
        }

        return told;
    }
}
