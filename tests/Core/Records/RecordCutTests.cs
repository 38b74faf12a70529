using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Records;

/// <summary>
/// Goal: after a power cut, a failure or an exception at any step, the records are those of before and perhaps the one that was being
/// added, none altered and nothing called altered, and the ring goes on. Method: every step of an addition, and a few of a segment that
/// begins; Desktop/RecordCutSweep tries all of them in every way.
/// </summary>
[TestClass]
public class RecordCutTests
{
    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void Add_CutAtEveryByte_LeavesAPrefix(int cut)
    {
        FlashModel before = new FlashModel();
        Rings.Add(Rings.Open(before), 0, 4);

        for (int steps = 0; steps <= Rings.RowBytes; steps++)
        {
            AssertGoesOn(before, 4, (FlashCut)cut, steps);
        }
    }

    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void Add_CutWhileASegmentBegins_LeavesAPrefix(int cut)
    {
        FlashModel before = new FlashModel();
        Rings.Add(Rings.Open(before), 0, Rings.RowsMax);

        for (int steps = 0; steps <= 96; steps += steps < 60 ? 13 : 3)
        {
            AssertGoesOn(before, Rings.RowsMax, (FlashCut)cut, steps);
        }
    }

    // Goal: torn bytes are never read as records later, also when the ring goes on and they stay where they are.
    [TestMethod]
    [Req("LOG-02")]
    public void Add_AfterATornTail_GoesOnInTheNextSegment()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, 4);
        flash.CutAfter(20);
        Assert.IsFalse(ring.Add(Rings.Number(4)));
        flash.PowerOn();
        int torn = flash.Held(Rings.AreaOf(0)).Length;

        ring = Rings.Open(flash);
        Rings.AssertFault(RecordFault.TornTail, 4, WalkLog.Of(ring), "torn");
        Rings.Add(ring, 4, 6);
        Assert.AreEqual(torn, flash.Held(Rings.AreaOf(0)).Length);
        Assert.AreEqual(128, flash.Held(Rings.AreaOf(1)).Length);
        Rings.AssertHolds(0, 6, Rings.Open(flash), "later");
    }

    [TestMethod]
    public void Add_FailsOrThrowsAtEveryCall_NothingIsHalf()
    {
        for (int call = 0; call < 6; call++)
        {
            for (int kind = 0; kind < 6; kind++)
            {
                FlashModel flash = new FlashModel();
                RecordRing ring = Rings.Open(flash);
                Rings.Add(ring, 0, Rings.RowsMax - 1);
                flash.StepsOfFailing = kind % 3 == 0 ? 0 : kind % 3 == 1 ? 20 : int.MaxValue;

                if (kind < 3)
                {
                    flash.FailAt(call);
                }
                else
                {
                    flash.ThrowAt(call);
                }

                AddingLog added = new AddingLog();
                added.Add(ring, Rings.RowsMax - 1, Rings.RowsMax + 5);
                string about = "call " + call.ToString() + " kind " + kind.ToString();
                added.AssertHolds(Rings.RowsMax - 1, ring, about);
                ring = Rings.Open(flash);
                added.AssertHolds(Rings.RowsMax - 1, ring, about + " after a start");
                added.Add(ring, Rings.RowsMax + 5, Rings.RowsMax + 8);
                added.AssertHolds(Rings.RowsMax - 1, Rings.Open(flash), about + " after more");
            }
        }
    }

    // Goal: a flash that says yes and does nothing is found out at once.
    [TestMethod]
    [DataRow(1)]
    [DataRow(4)]
    [DataRow(6)]
    [DataRow(7)]
    public void Add_TheFlashLies_IsFalseOrKept(int fault)
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, 4);
        flash.Break(Rings.AreaOf(0), (FlashFault)fault);
        AddingLog added = new AddingLog();
        added.Add(ring, 4, 10);
        added.AssertHolds(4, Rings.Open(flash), "one area broken");
        flash.Break(Rings.AreaOf(0), FlashFault.None);

        for (int area = 0; area < FlashLayout.RecordAreas; area++)
        {
            flash.Break(FlashLayout.Records + area, (FlashFault)fault);
        }

        Assert.IsFalse(Rings.Open(flash).Add(Rings.Number(10)), "all broken");
        added.AssertHolds(4, Rings.Open(flash), "all broken");
    }

    [TestMethod]
    public void Add_AnAreaThatTakesNothing_IsPassedOver()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, Rings.RowsMax);
        flash.Break(Rings.AreaOf(1), FlashFault.Stuck);
        Rings.Add(ring, Rings.RowsMax, Rings.RowsMax + 3);
        Assert.AreEqual(0, flash.Held(Rings.AreaOf(1)).Length);
        Rings.AssertHolds(0, Rings.RowsMax + 3, ring, "passed over");
        Rings.AssertHolds(0, Rings.RowsMax + 3, Rings.Open(flash), "after a start");
    }

    [TestMethod]
    public void Open_TheDriveComesBackEmpty_BeginsAnew()
    {
        FlashModel flash = new FlashModel();
        Rings.Add(Rings.Open(flash), 0, 300);
        flash.LoseAll();
        RecordRing ring = Rings.Open(flash);
        Rings.AssertHolds(0, 0, ring, "empty");
        Rings.Add(ring, 0, 3);
        Rings.AssertHolds(0, 3, Rings.Open(flash), "anew");
    }

    [TestMethod]
    public void Add_TheDriveIsEmptiedUnderTheRing_GoesOnAndTellsTheLoss()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, 10);
        flash.LoseAll();
        Rings.Add(ring, 10, 12);
        WalkLog log = WalkLog.Of(Rings.Open(flash));
        Assert.AreEqual(2, log.Count, log.Told());
        Assert.AreEqual(1, log.FaultCount, log.Told());
        Assert.AreEqual((int)RecordFault.SegmentLost, log.Faults[0]);
    }

    private static void AssertGoesOn(FlashModel before, int count, FlashCut cut, int steps)
    {
        string about = "cut " + ((int)cut).ToString() + " after " + steps.ToString();
        FlashModel flash = new FlashModel();
        flash.CopyFrom(before);
        flash.Cut = cut;
        flash.Seed = steps;
        AddingLog added = new AddingLog();
        RecordRing ring = Rings.Open(flash);
        flash.CutAfter(steps);
        added.Add(ring, count, count + 1);
        flash.PowerOn();

        ring = Rings.Open(flash);
        added.AssertHolds(count, ring, about);
        added.Add(ring, count + 1, count + 3);
        added.AssertHolds(count, ring, about + ", more");
        added.AssertHolds(count, Rings.Open(flash), about + ", a start");
    }
}
