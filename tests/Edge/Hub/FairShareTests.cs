using System;

using ToyGuard.Edge.Hub;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Hub;

/// <summary>Goal: a flood costs its sender and nobody else. Method: invented time, in steps of a millisecond, and questions counted.</summary>
[TestClass]
public sealed class FairShareTests
{
    private const int ASecond = 1000;
    private static readonly byte[] Anywhere = { 192, 0, 2, 1 };

    [TestMethod]
    public void Takes_Alone_TakesEverything()
    {
        FairShare share = new(ASecond);

        for (int i = 0; i < 100_000; i++)
        {
            Assert.IsTrue(share.Takes(1, Anywhere, i / 50));
        }
    }

    [TestMethod]
    [Req("RES-01")]
    public void Takes_FloodBesideAQuietOne_TakesAllOfTheQuietOneAndHalfOfTheRate()
    {
        FairShare share = new(ASecond);
        int flood = 0;

        for (int ms = 0; ms < 10_000; ms++)
        {
            if (ms % 20 == 0)
            {
                Assert.IsTrue(share.Takes(2, Anywhere, ms), ms.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            for (int i = 0; i < 200; i++)
            {
                flood += share.Takes(1, Anywhere, ms) ? 1 : 0;
            }
        }

        // Ten seconds at half of a thousand, and one burst.
        Assert.IsTrue(flood is >= 4900 and <= 5000 + FairShare.BurstMax, flood.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public void Takes_AllToysFlood_EachGetsTheSame()
    {
        FairShare share = new(ASecond);
        int[] taken = new int[FairShare.ToysMax + 1];

        for (int ms = 0; ms < 8000; ms++)
        {
            for (int toy = 1; toy <= FairShare.ToysMax; toy++)
            {
                for (int i = 0; i < 3; i++)
                {
                    taken[toy] += share.Takes(toy, Anywhere, ms) ? 1 : 0;
                }
            }
        }

        for (int toy = 1; toy <= FairShare.ToysMax; toy++)
        {
            // 1000 / 32 a second, each with its burst; the first has one more, from before the others were there.
            Assert.AreEqual((8 * ASecond / FairShare.ToysMax) + FairShare.BurstMax, taken[toy], 8);
        }
    }

    // Whoever floods alone has nothing saved when another comes, not even its burst.
    [TestMethod]
    public void Takes_AnotherComesAmidAFlood_TheFloodWaitsForItsShareAtOnce()
    {
        FairShare share = new(ASecond);

        for (int i = 0; i < 1000; i++)
        {
            share.Takes(1, Anywhere, 5000);
        }

        Assert.IsTrue(share.Takes(2, Anywhere, 5000));
        Assert.IsFalse(share.Takes(1, Anywhere, 5000));
        Assert.IsFalse(share.Takes(1, Anywhere, 5001));
        Assert.IsTrue(share.Takes(1, Anywhere, 5002));
        Assert.IsFalse(share.Takes(1, Anywhere, 5003));
    }

    [TestMethod]
    public void Takes_TheOtherFallsSilent_TakesEverythingAgain()
    {
        FairShare share = new(ASecond);
        int last = 0;
        share.Takes(2, Anywhere, 0);

        for (int ms = 0; ms < 3000; ms++)
        {
            for (int i = 0; i < 100; i++)
            {
                last = share.Takes(1, Anywhere, ms) ? last : ms;
            }
        }

        Assert.AreEqual(FairShare.AskingMs, last, 150);
    }

    // An unknown address costs nothing, so a thousand of them must not take the toys' places.
    [TestMethod]
    [DataRow(0)]
    [DataRow(FairShare.ToysMax + 1)]
    [DataRow(int.MaxValue)]
    [DataRow(-1)]
    public void Takes_CrowdOfStrangers_LeavesTheToysTheirShare(int stranger)
    {
        FairShare share = new(ASecond);
        byte[] address = { 192, 0, 2, 0 };
        int strangers = 0;

        for (int ms = 0; ms < 4000; ms++)
        {
            for (int i = 0; i < 256; i++)
            {
                address[3] = (byte)i;
                strangers += share.Takes(stranger, address, ms) ? 1 : 0;
            }

            Assert.IsTrue(ms % 20 != 0 || share.Takes(1, Anywhere, ms));
        }

        Assert.IsTrue(strangers <= (4 * ASecond) + (FairShare.StrangerPlaces * FairShare.BurstMax));
    }

    [TestMethod]
    public void Takes_TwoStrangers_AreToldApart()
    {
        FairShare share = new(ASecond);
        byte[] flood = { 192, 0, 2, 2 };
        byte[] quiet = { 192, 0, 2, 3 };

        for (int ms = 0; ms < 2000; ms++)
        {
            for (int i = 0; i < 100; i++)
            {
                share.Takes(0, flood, ms);
            }

            Assert.IsTrue(ms % 20 != 0 || share.Takes(0, quiet, ms));
        }
    }

    // A clock that stands, leaps or runs for years: no share is lost for ever, none grows.
    [TestMethod]
    public void Takes_AnyTime_NeverGivesMoreThanTheBurstAtOnce()
    {
        FairShare share = new(1_000_000);

        foreach (long ms in new[] { 0, 1, 999, 1000, 1_000_000, int.MaxValue, 1L << 40, long.MaxValue / 2 })
        {
            int taken = 0;
            share.Takes(2, Anywhere, ms);

            for (int i = 0; i < 1000; i++)
            {
                taken += share.Takes(1, Anywhere, ms) ? 1 : 0;
            }

            Assert.IsTrue(taken <= FairShare.BurstMax, ms.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [TestMethod]
    public void Takes_Always_AllocatesNothing()
    {
        FairShare share = new(ASecond);
        share.Takes(1, Anywhere, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 10_000; i++)
        {
            share.Takes(i % 40, Anywhere, i);
        }

        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
