using ToyGuard.Guard.Dhcp;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Guard.Dhcp.Tests;

/// <summary>Goal: whoever floods gets a few answers and costs little, and nobody else goes without (RES-01). Method: storms by one, by all, and by stations that are not here.</summary>
[TestClass]
public class AnswerPaceTests
{
    [TestMethod]
    [Req("RES-01")]
    public void Takes_OneStation_AFewAtOnce_ThenOneASecond()
    {
        AnswerPace pace = Pace();
        Assert.AreEqual(AnswerPace.StationBurst, Taken(pace, 1, 100, 0));
        Assert.AreEqual(0, Taken(pace, 1, 100, AnswerPace.StationEveryMs - 1));
        Assert.AreEqual(1, Taken(pace, 1, 100, AnswerPace.StationEveryMs));
        Assert.AreEqual(3, Taken(pace, 1, 100, 4 * AnswerPace.StationEveryMs));
        Assert.AreEqual(AnswerPace.StationBurst, Taken(pace, 1, 100, 100 * AnswerPace.StationEveryMs), "no more than at first, however long it was quiet");
        Assert.AreEqual(AnswerPace.StationBurst, Taken(pace, 2, 100, 100 * AnswerPace.StationEveryMs), "another one has its own");
    }

    [TestMethod]
    [Req("RES-01")]
    public void Takes_ManyStations_SoManyInAll()
    {
        AnswerPace pace = Pace();
        int taken = 0;

        for (int station = 1; station <= 200; station++)
        {
            taken += Taken(pace, station, 2, 5000);
        }

        Assert.AreEqual(AnswerPace.AllBurst, taken, "32 toys at once have an offer and a lease each");

        for (int station = 1; station <= 200; station++)
        {
            taken += Taken(pace, station, 2, 6000);
        }

        Assert.AreEqual(AnswerPace.AllBurst + (1000 / AnswerPace.AllEveryMs), taken);
    }

    [TestMethod]
    [Req("RES-01")]
    public void Takes_AMinuteOfOnesFlood_CostsTheOthersNothing()
    {
        AnswerPace pace = Pace();
        int floods = 0;

        for (int ms = 0; ms < 60000; ms += 10)
        {
            floods += Taken(pace, 1, 5, ms);

            if (ms % 2000 == 0)
            {
                Assert.AreEqual(2, Taken(pace, 2 + ((ms / 2000) % 30), 2, ms), "at " + ms.ToString());
            }
        }

        Assert.IsTrue(floods <= AnswerPace.StationBurst + 60);
    }

    [TestMethod]
    [Req("RES-01")]
    public void Take_AStormOfStationsThatAreNotHere_LeavesEveryToyItsAnswer_AndWritesNothing()
    {
        DhcpRig rig = DhcpRig.AtPace(32);
        int writes = rig.Flash.Writes;
        byte[] storm = DhcpBuilder.Of(1, 200).End();

        for (int i = 0; i < 20000; i++)
        {
            // 65,536 addresses of nobody.
            storm[31] = (byte)(i >> 8);
            storm[32] = (byte)i;
            Assert.AreEqual((int)DhcpType.None, (int)rig.Send(storm));
        }

        Assert.AreEqual(writes, rig.Flash.Writes);

        for (int toy = 1; toy <= 32; toy++)
        {
            Assert.IsTrue(rig.Join(toy) > 0, "toy " + toy.ToString());
        }
    }

    // Twenty stations that the radio lists, each as fast as it can, for ten minutes; then every toy.
    [TestMethod]
    [Req("RES-01")]
    public void Take_AStormOfListedStations_IsAnsweredAtItsPace_AndWritesOnceAMinute()
    {
        DhcpRig rig = DhcpRig.AtPace(12);
        int answers = 0;

        for (int station = 101; station <= 120; station++)
        {
            rig.Stations.Come(station, 0);
        }

        int writes = rig.Flash.Writes;

        for (int second = 0; second < 600; second++)
        {
            for (int i = 0; i < 40; i++)
            {
                int given = rig.Discover(101 + (i % 20));
                answers += given > 0 ? 1 : 0;
                answers += given > 0 && rig.Select(101 + (i % 20), given) == DhcpType.Ack ? 1 : 0;
            }

            rig.Wait(1);
        }

        Assert.IsTrue(answers <= AnswerPace.AllBurst + (600 * 1000 / AnswerPace.AllEveryMs), answers.ToString());
        Assert.IsTrue(answers >= 600 * 10, "they have their addresses all the same: " + answers.ToString());

        // Both slots.
        Assert.IsTrue(rig.Flash.Writes - writes <= 2 * 11, (rig.Flash.Writes - writes).ToString());

        for (int toy = 1; toy <= 12; toy++)
        {
            rig.Wait(1);
            Assert.IsTrue(rig.Join(toy) > 0, "toy " + toy.ToString());
        }
    }

    // Whose address another one speaks for loses its own answers for a while, and nobody else's.
    [TestMethod]
    [Req("RES-01")]
    public void Take_GarbageInTheNameOfAToy_CostsThatToyOnly()
    {
        DhcpRig rig = DhcpRig.AtPace(3);
        byte[] garbage = new byte[DhcpMessage.LengthMax];
        garbage[28] = 2;
        garbage[30] = 0x5E;
        garbage[32] = 0x53;
        garbage[33] = 2;

        for (int i = 0; i < 1000; i++)
        {
            Assert.AreEqual((int)DhcpType.None, (int)rig.Send(garbage));
        }

        Assert.IsTrue(rig.Join(1) > 0 && rig.Join(3) > 0);
        Assert.AreEqual(0, rig.Join(2));
        rig.Wait(2);
        Assert.IsTrue(rig.Join(2) > 0, "two seconds later");
    }

    private static AnswerPace Pace()
    {
        return new AnswerPace(AnswerPace.StationEveryMs, AnswerPace.AllEveryMs);
    }

    private static int Taken(AnswerPace pace, int station, int times, long nowMs)
    {
        byte[] hardware = new byte[] { 2, 0, 0x5E, 0, 0x53, (byte)station };
        int taken = 0;

        for (int i = 0; i < times; i++)
        {
            taken += pace.Takes(hardware, nowMs) ? 1 : 0;
        }

        return taken;
    }
}
