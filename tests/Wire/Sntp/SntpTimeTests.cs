using ToyGuard.Wire.Sntp;

namespace ToyGuard.Wire.Tests.Sntp;

/// <summary>
/// Goal: times survive the way into a packet and back, in 2036 and after as well.
/// Method: instants known by hand; every millisecond of a second; both sides of each turn of the era, read near the right time and far from it.
/// </summary>
[TestClass]
public class SntpTimeTests
{
    private const long Rollover = 2085978496000;
    private const long Era = 4294967296000;

    [TestMethod]
    public void FromUnixMs_KnownInstants_AreTheStandards()
    {
        // RFC 5905, figure 4: 1970-01-01 is second 2,208,988,800 of era 0, 2036-02-07 06:28:16 is second 0 of era 1.
        Assert.AreEqual(2208988800L << 32, SntpTime.FromUnixMs(0));
        Assert.AreEqual((2208988801L << 32) | 0x80000000L, SntpTime.FromUnixMs(1500));
        Assert.AreEqual((2208988799L << 32) | 0x80000000L, SntpTime.FromUnixMs(-500));
        Assert.AreEqual(0L, SntpTime.FromUnixMs(Rollover));
        Assert.AreEqual(1L << 32, SntpTime.FromUnixMs(Rollover + 1000));
        Assert.AreEqual(4294967295L << 32, SntpTime.FromUnixMs(Rollover - 1000));
        Assert.AreEqual(3686256000L << 32, SntpTime.FromUnixMs(1477267200000));
    }

    [TestMethod]
    public void ToUnixMs_OfFromUnixMs_IsTheSameMillisecond()
    {
        for (int ms = -1000; ms < 1000; ms++)
        {
            Back(1795000000000 + ms, 1795000000000);
            Back(Rollover + ms, Rollover);
            Back(ms, 0);
        }
    }

    [TestMethod]
    public void ToUnixMs_AcrossTheRollover_IsNearestToThePivot()
    {
        const long Day = 86400000;

        // Seen from both sides of 2036, of 1900 and of 2172; and from nearly 68 years away.
        for (long turn = Rollover - Era; turn <= Rollover + Era; turn += Era)
        {
            Back(turn - 1, turn - Day);
            Back(turn - 1, turn + Day);
            Back(turn, turn - Day);
            Back(turn, turn + Day);
            Back(turn + 1, turn - Day);
            Back(turn + (67L * 365 * Day), turn);
            Back(turn - (67L * 365 * Day), turn);
            Back(turn + (30L * 365 * Day), turn - (30L * 365 * Day));
        }

        // A pivot that is a whole era off gives the same instant of that era: nothing better can be known.
        Assert.AreEqual(1795000000000 + Era, SntpTime.ToUnixMs(SntpTime.FromUnixMs(1795000000000), 1795000000000 + Era));
    }

    [TestMethod]
    public void ToUnixMs_Fractions_AreCut()
    {
        long second = 2208988800L << 32;

        Assert.AreEqual(0L, SntpTime.ToUnixMs(second | 1, 0));
        Assert.AreEqual(0L, SntpTime.ToUnixMs(second | 4294967, 0));
        Assert.AreEqual(1L, SntpTime.ToUnixMs(second | 4294968, 0));
        Assert.AreEqual(999L, SntpTime.ToUnixMs(second | 0xffffffff, 0));
    }

    private static void Back(long unixMs, long about)
    {
        Assert.AreEqual(unixMs, SntpTime.ToUnixMs(SntpTime.FromUnixMs(unixMs), about), unixMs.ToString());
    }
}
