using ToyGuard.Guard.Time;

namespace ToyGuard.Guard.Tests.Time;

[TestClass]
public class ClockRuleTests
{
    // 2020-01-01 and the end of 9999, both in milliseconds.
    private const long Earliest = 1577836800000;
    private const long Latest = 253402300799000;
    private const long Now = 1800000000000;

    [TestMethod]
    [Req("PCTL-03")]
    public void MayBegin_AnyTimeThatRulesCanBeKeptBy()
    {
        Assert.IsTrue(ClockRule.MayBegin(Now));
        Assert.IsTrue(ClockRule.MayBegin(Earliest));
        Assert.IsFalse(ClockRule.MayBegin(Earliest - 1), "before 2020");
        Assert.IsFalse(ClockRule.MayBegin(0), "1970, where lost clocks begin");
        Assert.IsFalse(ClockRule.MayBegin(-1));
        Assert.IsFalse(ClockRule.MayBegin(long.MinValue));
        Assert.IsTrue(ClockRule.MayBegin(Latest));
        Assert.IsFalse(ClockRule.MayBegin(Latest + 1));
        Assert.IsFalse(ClockRule.MayBegin(long.MaxValue));
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void MayRefine_TenMinutesEitherWay()
    {
        Assert.IsTrue(ClockRule.MayRefine(Now, Now));
        Assert.IsTrue(ClockRule.MayRefine(Now + ClockRule.RangeMs, Now));
        Assert.IsFalse(ClockRule.MayRefine(Now + ClockRule.RangeMs + 1, Now));
        Assert.IsTrue(ClockRule.MayRefine(Now - ClockRule.RangeMs, Now));
        Assert.IsFalse(ClockRule.MayRefine(Now - ClockRule.RangeMs - 1, Now));
        Assert.IsFalse(ClockRule.MayRefine(0, Now));
        Assert.IsFalse(ClockRule.MayRefine(long.MaxValue, Now), "nothing overflows");
        Assert.IsFalse(ClockRule.MayRefine(long.MinValue, Now));
        Assert.AreEqual(600000L, ClockRule.RangeMs);
    }

    // A clock that was set to a time before 2020 is not helped by staying there.
    [TestMethod]
    [Req("PCTL-03")]
    public void MayRefine_NeverBefore2020()
    {
        Assert.IsFalse(ClockRule.MayRefine(Earliest - 1, Earliest));
        Assert.IsTrue(ClockRule.MayRefine(Earliest, Earliest - 1000));
    }
}
