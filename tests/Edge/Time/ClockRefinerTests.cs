using System;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Time;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Time;

/// <summary>Goal: the network moves the clock by ten minutes at most, whatever it says and however often; a phone moves it anywhere.</summary>
[TestClass]
public class ClockRefinerTests
{
    private const long Set = 1800000000000;
    private const int Minute = 60_000;

    [TestMethod]
    [Req("PCTL-03")]
    public void RefineOnce_ClockUnknown_BeginsWithTheServersTime()
    {
        using TimeLab lab = new(TimeLab.Right);
        Assert.IsFalse(lab.Clock.Now().IsKnown);

        Assert.IsTrue(lab.Refiner.RefineOnce());
        AssertNear(lab.ServerMs, lab.Clock);
        Assert.IsFalse(lab.Clock.Now().IsKnown, "nobody said how the clocks here go");
        Assert.IsFalse(lab.Clock.IsConfirmed);
        lab.Clock.SetZone("UTC0");
        Assert.IsTrue(lab.Clock.Now().IsKnown);
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void RefineOnce_ServerBefore2020_LeavesTheClockUnknown()
    {
        using TimeLab lab = new(TimeLab.Right) { ServerMs = 1_500_000_000_000 };

        Assert.IsFalse(lab.Refiner.RefineOnce());
        Assert.IsFalse(lab.Clock.TryUtcMs(out _));
    }

    [TestMethod]
    [Req("PCTL-03")]
    [DataRow(9, true)]
    [DataRow(-9, true)]
    [DataRow(11, false)]
    [DataRow(-11, false)]
    [DataRow(365 * 24 * 60, false)]
    public void RefineOnce_ClockKnown_MovesByTenMinutesAtMost(int minutes, bool isBelieved)
    {
        using TimeLab lab = new(TimeLab.Right) { ServerMs = Set + ((long)minutes * Minute) };
        lab.Clock.SetUtc(Set, 3600);

        Assert.AreEqual(isBelieved, lab.Refiner.RefineOnce());
        AssertNear(isBelieved ? lab.ServerMs : Set, lab.Clock);
    }

    // Nine minutes, and nine more: the second time is eighteen from where the clock was set.
    [TestMethod]
    [Req("PCTL-03")]
    public void RefineOnce_ManySmallSteps_DoNotAddUp()
    {
        using TimeLab lab = new(TimeLab.Right) { ServerMs = Set + (9 * Minute) };
        lab.Clock.SetUtc(Set, 0);
        Assert.IsTrue(lab.Refiner.RefineOnce());

        lab.ServerMs = Set + (18 * Minute);
        Assert.IsFalse(lab.Refiner.RefineOnce());
        AssertNear(Set + (9 * Minute), lab.Clock);

        // Until a phone says so.
        lab.Clock.SetUtc(Set + (18 * Minute), 0);
        lab.ServerMs = Set + (20 * Minute);
        Assert.IsTrue(lab.Refiner.RefineOnce());
    }

    [TestMethod]
    public void WallClock_LocalTime_IsAheadByTheOffset()
    {
        WallClock clock = new();
        clock.SetUtc(Set, 0);
        Moment utc = clock.Now();
        clock.SetUtc(Set, 2 * 3600);
        Assert.AreEqual((utc.MinuteOfWeek + 120) % (7 * 24 * 60), clock.Now().MinuteOfWeek);
        clock.SetUtc(Set, -9 * 3600);
        Assert.AreEqual(utc.Day - 1, clock.Now().Day, "08:00 less nine hours is yesterday");

        // After a power cut nobody knows how the clocks here go, until a zone or a phone says it.
        clock.Forget();
        Assert.IsFalse(clock.Now().IsKnown);
        Assert.IsFalse(clock.TryUtcMs(out long nothing));
        Assert.AreEqual(0, nothing);
        Assert.IsTrue(clock.Refine(Set));
        Assert.IsFalse(clock.Now().IsKnown);
        clock.SetZone("<-09>9");
        Assert.AreEqual(utc.Day - 1, clock.Now().Day);
        Assert.IsTrue(clock.Refine(Set + Minute));
        clock.SetZone("nonsense");
        Assert.IsFalse(clock.Now().IsKnown, "what is no zone is none");
    }

    [TestMethod]
    public void NextDelay_DoublesToAnHour()
    {
        int delayMs = ClockRefiner.FirstDelayMs;
        int steps = 0;

        while (delayMs < ClockRefiner.LongestDelayMs)
        {
            int next = ClockRefiner.NextDelay(delayMs);
            Assert.IsTrue(next == delayMs * 2 || next == ClockRefiner.LongestDelayMs);
            delayMs = next;
            steps++;
        }

        Assert.AreEqual(6, steps);
        Assert.AreEqual(ClockRefiner.LongestDelayMs, ClockRefiner.NextDelay(delayMs));
    }

    [TestMethod]
    public void Run_AsksAtOnceAndStopsAtOnce()
    {
        using TimeLab lab = new(TimeLab.Right);
        Thread thread = new(lab.Refiner.Run) { IsBackground = true };
        thread.Start();
        Assert.IsTrue(SpinWait.SpinUntil(() => lab.Clock.TryUtcMs(out _), 10_000));

        lab.Refiner.Stop();
        Assert.IsTrue(thread.Join(5000), "it waits a minute for the next question");
        Assert.AreEqual(1, lab.Requests);

        // Final: a later run of the supervisor returns too, and asks nobody.
        lab.Refiner.Run();
        Assert.AreEqual(1, lab.Requests);
    }

    private static void AssertNear(long expectedMs, WallClock clock)
    {
        Assert.IsTrue(clock.TryUtcMs(out long utcMs));
        Assert.IsLessThan(20_000, Math.Abs(utcMs - expectedMs), "a loaded machine is slow, and the rows are minutes apart");
    }
}
