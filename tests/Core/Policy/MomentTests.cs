using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

[TestClass]
public class MomentTests
{
    private const int MinutesOfDay = 24 * 60;

    [TestMethod]
    [Req("PCTL-03")]
    public void Default_IsNotKnown()
    {
        Moment moment = default;
        Assert.IsFalse(moment.IsKnown);
        Assert.AreEqual(0, moment.Day);
    }

    // 2026-11-23 is a Monday, day 20780.
    [TestMethod]
    public void FromLocalSeconds_Monday_CountsFromItsMidnight()
    {
        Moment midnight = Moment.FromLocalSeconds(20780L * 86400);
        Assert.IsTrue(midnight.IsKnown);
        Assert.AreEqual(20780, midnight.Day);
        Assert.AreEqual(0, midnight.MinuteOfWeek);

        Moment before = Moment.FromLocalSeconds(20780L * 86400 - 1);
        Assert.AreEqual(20779, before.Day);
        Assert.AreEqual(7 * MinutesOfDay - 1, before.MinuteOfWeek);

        Moment noon = Moment.FromLocalSeconds(20780L * 86400 + 12 * 3600 + 34 * 60 + 59);
        Assert.AreEqual(12 * 60 + 34, noon.MinuteOfWeek);
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Minute_AnyTime_CountsFrom1970()
    {
        Assert.AreEqual(0, default(Moment).Minute);
        Assert.AreEqual(20780 * MinutesOfDay, Moment.FromLocalSeconds(20780L * 86400 + 59).Minute);
        Assert.AreEqual(20780 * MinutesOfDay - 1, Moment.FromLocalSeconds(20780L * 86400 - 1).Minute);
        Assert.AreEqual(20786 * MinutesOfDay + 754, Moment.FromLocalSeconds(20786L * 86400 + 754 * 60).Minute);

        // Later than any number can say: everything is over then.
        Assert.AreEqual(1491307 * MinutesOfDay + 1439, Moment.FromLocalSeconds(1491308L * 86400 - 1).Minute);
        Assert.AreEqual(int.MaxValue, Moment.FromLocalSeconds(1491308L * 86400).Minute);
        Assert.AreEqual(int.MaxValue, Moment.FromLocalSeconds(Moment.LatestSeconds).Minute);
    }

    // 2028-02-29 was put in by hand: a Tuesday.
    [TestMethod]
    public void FromLocalSeconds_LeapDay_IsATuesday()
    {
        Assert.AreEqual(MinutesOfDay, Moment.FromLocalSeconds(1835395200).MinuteOfWeek);
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void FromLocalSeconds_NoTimeThatCanBe_IsNotKnown()
    {
        Assert.IsTrue(Moment.FromLocalSeconds(Moment.EarliestSeconds).IsKnown);
        Assert.IsTrue(Moment.FromLocalSeconds(Moment.LatestSeconds).IsKnown);
        Assert.IsFalse(Moment.FromLocalSeconds(Moment.EarliestSeconds - 1).IsKnown);
        Assert.IsFalse(Moment.FromLocalSeconds(Moment.LatestSeconds + 1).IsKnown);
        Assert.IsFalse(Moment.FromLocalSeconds(0).IsKnown);
        Assert.IsFalse(Moment.FromLocalSeconds(-1).IsKnown);
        Assert.IsFalse(Moment.FromLocalSeconds(946684800).IsKnown); // 2000-01-01
        Assert.IsFalse(Moment.FromLocalSeconds(long.MaxValue).IsKnown);
        Assert.IsFalse(Moment.FromLocalSeconds(long.MinValue).IsKnown);
    }
}
