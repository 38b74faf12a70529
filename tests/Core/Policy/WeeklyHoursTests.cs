using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

[TestClass]
public class WeeklyHoursTests
{
    // A window of Monday 08:00 to 10:00, one over midnight on Tuesday 22:00 to 06:00, one over the week's end from Sunday 20:00 to 07:00.
    [TestMethod]
    [Req("PCTL-02")]
    [DataRow(0, 8, 0, true)]
    [DataRow(0, 7, 59, false)]
    [DataRow(0, 9, 59, true)]
    [DataRow(0, 10, 0, false)]
    [DataRow(1, 21, 59, false)]
    [DataRow(1, 22, 0, true)]
    [DataRow(1, 23, 59, true)]
    [DataRow(2, 0, 0, true)]
    [DataRow(2, 5, 59, true)]
    [DataRow(2, 6, 0, false)]
    [DataRow(6, 19, 59, false)]
    [DataRow(6, 20, 0, true)]
    [DataRow(6, 23, 59, true)]
    [DataRow(0, 0, 0, true)]
    [DataRow(0, 6, 59, true)]
    [DataRow(0, 7, 0, false)]
    public void Contains_EdgesOfWindows(int day, int hour, int minute, bool isInside)
    {
        WeeklyHours hours = new WeeklyHours(
            new int[] { 8 * 60, (24 + 22) * 60, (6 * 24 + 20) * 60 },
            new int[] { 2 * 60, 8 * 60, 11 * 60 });

        Assert.AreEqual(isInside, hours.Contains((day * 24 + hour) * 60 + minute));
    }

    [TestMethod]
    public void StartAt_AndLength_AreWhatWasGiven()
    {
        WeeklyHours hours = new WeeklyHours(new int[] { 600, 5, 600 }, new int[] { 1, 10080, 7 });

        Assert.AreEqual(3, hours.Count);
        Assert.AreEqual(600, hours.StartAt(0));
        Assert.AreEqual(5, hours.StartAt(1));
        Assert.AreEqual(10080, hours.LengthAt(1));
        Assert.AreEqual(7, hours.LengthAt(2));
        Assert.AreEqual(0, new WeeklyHours(new int[0], new int[0]).Count);
    }

    [TestMethod]
    public void Contains_NoWindow_NoMinute()
    {
        WeeklyHours hours = new WeeklyHours(new int[0], new int[0]);

        for (int minute = 0; minute < WeeklyHours.MinutesOfWeek; minute++)
        {
            Assert.IsFalse(hours.Contains(minute));
        }
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(5000)]
    [DataRow(10079)]
    public void Contains_WindowOfAWeek_EveryMinute(int start)
    {
        WeeklyHours hours = new WeeklyHours(new int[] { start }, new int[] { WeeklyHours.MinutesOfWeek });

        for (int minute = 0; minute < WeeklyHours.MinutesOfWeek; minute++)
        {
            Assert.IsTrue(hours.Contains(minute));
        }
    }

    // Goal: a window has exactly its minutes, wherever it begins. Method: counted, for windows that end at, before and after the week's end.
    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(10079, 1)]
    [DataRow(10079, 2)]
    [DataRow(10000, 80)]
    [DataRow(10000, 81)]
    [DataRow(1, 10079)]
    public void Contains_EveryMinute_AsManyAsTheWindowIsLong(int start, int length)
    {
        WeeklyHours hours = new WeeklyHours(new int[] { start }, new int[] { length });
        int inside = 0;

        for (int minute = 0; minute < WeeklyHours.MinutesOfWeek; minute++)
        {
            inside += hours.Contains(minute) ? 1 : 0;
        }

        Assert.AreEqual(length, inside);
        Assert.IsTrue(hours.Contains(start));
        Assert.IsTrue(hours.Contains((start + length - 1) % WeeklyHours.MinutesOfWeek));
    }

    // Two windows: minutes 600 to 659, and the last hour of the week.
    [TestMethod]
    [Req("PCTL-04")]
    [DataRow(0, 600)]
    [DataRow(599, 1)]
    [DataRow(600, 0)]
    [DataRow(659, 0)]
    [DataRow(660, 9360)]
    [DataRow(10019, 1)]
    [DataRow(10020, 0)]
    [DataRow(10079, 0)]
    public void MinutesUntil_AnyMinute_IsToTheNextBegin(int minute, int until)
    {
        Assert.AreEqual(until, new WeeklyHours(new int[] { 10020, 600 }, new int[] { 60, 60 }).MinutesUntil(minute));
        Assert.AreEqual(-1, new WeeklyHours(new int[0], new int[0]).MinutesUntil(minute));
    }

    [TestMethod]
    public void New_NumbersOutOfRange_Throws()
    {
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(new WeeklyHours(new int[] { -1 }, new int[] { 1 })));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(new WeeklyHours(new int[] { 10080 }, new int[] { 1 })));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(new WeeklyHours(new int[] { 0 }, new int[] { 0 })));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(new WeeklyHours(new int[] { 0 }, new int[] { 10081 })));
        Check.Throws(typeof(ArgumentException), () => Assert.IsNotNull(new WeeklyHours(new int[] { 0, 1 }, new int[] { 1 })));
    }
}
