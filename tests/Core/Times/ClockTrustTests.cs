using ToyGuard.Core.Times;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Times;

/// <summary>
/// Goal: only a guardian's phone moves the clock further than ten minutes, and no row of small steps does what one step may not.
/// Method: each edge of each rule, offers that would overflow, and long random rows of offers beside the one sentence that must hold.
/// </summary>
[TestClass]
public class ClockTrustTests
{
    // 2020-01-01 and the end of 9999, both in milliseconds.
    private const long Earliest = 1577836800000;
    private const long Latest = 253402300799000;
    private const long Now = 1800000000000;
    private const long Minute = 60000;

    [TestMethod]
    [Req("PCTL-03")]
    public void Refine_ClockNotSet_BeginsWithAnyTimeThatRulesCanBeKeptBy()
    {
        AssertBegins(true, Now);
        AssertBegins(true, Earliest);
        AssertBegins(false, Earliest - 1);
        AssertBegins(false, 0);
        AssertBegins(false, -1);
        AssertBegins(false, long.MinValue);
        AssertBegins(true, Latest);
        AssertBegins(false, Latest + 1);
        AssertBegins(false, long.MaxValue);
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Refine_RunningClock_TenMinutesEitherWay()
    {
        AssertRefines(true, Now, Now);
        AssertRefines(true, Now + (10 * Minute), Now + (10 * Minute));
        AssertRefines(false, Now + (10 * Minute) + 1, Now);
        AssertRefines(true, Now - (10 * Minute), Now - (10 * Minute));
        AssertRefines(false, Now - (10 * Minute) - 1, Now);
        AssertRefines(false, 0, Now);
        AssertRefines(false, long.MaxValue, Now);
        AssertRefines(false, long.MinValue, Now);
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Confirm_Phone_SetsAnyTime()
    {
        ClockTrust clock = new ClockTrust();
        Assert.IsFalse(clock.IsConfirmed);
        Assert.IsTrue(clock.Refine(Now, 0));
        Assert.IsFalse(clock.IsConfirmed, "the network confirms nothing");
        Assert.IsTrue(clock.Confirm(Earliest, 5));
        Assert.AreEqual(Earliest + 10, clock.UtcMs(15));
        Assert.IsTrue(clock.Confirm(Now, 20));
        Assert.IsTrue(clock.IsConfirmed);
        Assert.IsFalse(clock.Confirm(Earliest - 1, 20), "no time");
        Assert.AreEqual(Now, clock.UtcMs(20));
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Forget_SetClock_IsNeitherKnownNorConfirmed()
    {
        ClockTrust clock = new ClockTrust();
        clock.Confirm(Now, 0);
        clock.Forget();

        Assert.IsFalse(clock.IsKnown);
        Assert.IsFalse(clock.IsConfirmed);
        Assert.AreEqual(0L, clock.UtcMs(100));
    }

    // Whatever the network says, in whatever order: never more than ten minutes before or behind where a phone put it, carried on.
    [TestMethod]
    [Req("PCTL-03")]
    public void Refine_LongRows_NeverLeaveTheTenMinutes()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Chance chance = new Chance(seed);
            ClockTrust clock = new ClockTrust();
            long elapsed = chance.Below(1000000);
            long set = Now + chance.Below(1000000);
            clock.Confirm(set, elapsed);
            int taken = 0;

            for (int step = 0; step < 100; step++)
            {
                long passed = chance.Below(3600000);
                elapsed += passed;
                set += passed;
                taken += clock.Refine(clock.UtcMs(elapsed) + chance.Below(1200000) - 500000, elapsed) ? 1 : 0;
                long lead = clock.UtcMs(elapsed) - set;
                Assert.IsTrue(lead <= 10 * Minute && lead >= -10 * Minute, seed.ToString());
            }

            Assert.IsTrue(taken > 20, "some were taken");
        }
    }

    private static void AssertBegins(bool isTaken, long offered)
    {
        ClockTrust clock = new ClockTrust();
        Assert.AreEqual(isTaken, clock.Refine(offered, 1000), offered.ToString());
        Assert.AreEqual(isTaken, clock.IsKnown);
        Assert.AreEqual(isTaken ? offered : 0, clock.UtcMs(1000));
    }

    private static void AssertRefines(bool isTaken, long offered, long then)
    {
        ClockTrust clock = new ClockTrust();
        clock.Confirm(Now - 5000, 0);
        Assert.AreEqual(isTaken, clock.Refine(offered, 5000), offered.ToString());
        Assert.AreEqual(then, clock.UtcMs(5000));
    }
}
