using System;

using ToyGuard.Core.Times;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Times;

/// <summary>
/// Goal: each weekday has the minutes that were set for it, and of two plans the fewer minutes of each day win.
/// Method: days whose weekday is known, all orders of limits and none, numbers out of range.
/// </summary>
[TestClass]
public class DayMinutesTests
{
    // Monday 2026-11-23.
    private const int Monday = 20780;

    [TestMethod]
    [Req("PCTL-02")]
    public void On_EveryWeekday_HasItsOwnMinutes()
    {
        DayMinutes minutes = new DayMinutes(new int[] { 10, 20, 30, 40, 50, -1, 0 });

        for (int day = 0; day < 700; day++)
        {
            Assert.AreEqual(minutes.At(day % 7), minutes.On(Monday + day));
        }

        Assert.AreEqual(10, minutes.On(Monday));
        Assert.AreEqual(-1, minutes.On(Monday + 5));
        Assert.AreEqual(0, minutes.On(Monday + 6));
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void On_DayNotKnown_IsTheFewest()
    {
        Assert.AreEqual(5, new DayMinutes(new int[] { 10, 20, 5, 40, 50, -1, 60 }).On(0));
        Assert.AreEqual(0, new DayMinutes(new int[] { -1, -1, -1, -1, -1, -1, 0 }).On(0));
        Assert.AreEqual(-1, DayMinutes.Unlimited.On(0));
    }

    [TestMethod]
    public void HasLimit_AnyDay_Counts()
    {
        Assert.IsFalse(DayMinutes.Unlimited.HasLimit);
        Assert.IsTrue(DayMinutes.None.HasLimit);
        Assert.IsTrue(new DayMinutes(new int[] { -1, -1, -1, -1, -1, -1, 1440 }).HasLimit);
    }

    [TestMethod]
    [DataRow(-1, -1, -1)]
    [DataRow(-1, 1440, 1440)]
    [DataRow(0, -1, 0)]
    [DataRow(30, 20, 20)]
    [DataRow(20, 30, 20)]
    [DataRow(0, 0, 0)]
    public void Fewer_TwoNumbers_NoLimitIsTheMost(int a, int b, int fewer)
    {
        Assert.AreEqual(fewer, DayMinutes.Fewer(a, b));
    }

    [TestMethod]
    public void Fewer_TwoPlans_DayByDay()
    {
        DayMinutes a = new DayMinutes(new int[] { 10, 20, 30, -1, 50, -1, 0 });
        DayMinutes b = new DayMinutes(new int[] { 20, 10, 30, 40, -1, -1, 10 });

        Assert.IsTrue(DayMinutes.Fewer(a, b).IsSame(new DayMinutes(new int[] { 10, 10, 30, 40, 50, -1, 0 })));
        Assert.IsTrue(DayMinutes.Fewer(a, a).IsSame(a));
        Assert.IsFalse(DayMinutes.Fewer(a, b).IsSame(a));
        Assert.IsTrue(DayMinutes.Every(60).IsSame(new DayMinutes(new int[] { 60, 60, 60, 60, 60, 60, 60 })));
    }

    [TestMethod]
    public void Minutes_OutOfRange_Throw()
    {
        Check.Throws(typeof(ArgumentOutOfRangeException), () => DayMinutes.Every(1441));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => DayMinutes.Every(-2));
        Assert.IsFalse(DayMinutes.IsFit(new int[6]));
        Assert.IsFalse(DayMinutes.IsFit(new int[8]));
        Assert.IsTrue(DayMinutes.IsFit(new int[7]));
    }

    [TestMethod]
    public void Minutes_ArrayChangedLater_Stay()
    {
        int[] minutes = new int[7];
        DayMinutes kept = new DayMinutes(minutes);
        minutes[0] = 99;

        Assert.AreEqual(0, kept.At(0));
    }
}
