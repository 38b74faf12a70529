using System;

using ToyGuard.Fakes;
using ToyGuard.Simulation.Cuts;
using ToyGuard.Simulation.Flash;

namespace ToyGuard.Simulation.Tests;

/// <summary>
/// Goal: whenever the plug is pulled, and pulled again, the next start finds settings exactly old or exactly new, a prefix of the records with
/// none altered, no less used of the day than was used, and a gate no wider than a state that was saved.
/// Method: the real stores and the real start over the flash model, every cut of a script; see <see cref="Campaign"/> and <see cref="Judge"/>.
/// </summary>
[TestClass]
public class CutTests
{
    // A third of what a quiet machine has to reach, which is 250,000 in 90 s.
    private const double CutsASecondLeast = 926;

    [TestMethod]
    [Req("RES-02"), Req("DEF-03"), Req("LOG-02")]
    public void Cuts_SingleAndDouble_LeaveOldOrNew()
    {
        CutTally tally = CutRun.RunOnTwo();
        Assert.IsGreaterThanOrEqualTo(CutRun.CutsLeast, tally.Cuts, "distinct cuts");
        Assert.IsGreaterThanOrEqualTo(CutsASecondLeast, tally.Cuts / tally.Seconds, "cuts a second");
        Assert.IsGreaterThanOrEqualTo(50_000, tally.Doubles, "double cuts");

        foreach (FlashCut cut in Enum.GetValues<FlashCut>())
        {
            (long singles, long doubles) = tally.Of(cut);
            Assert.IsGreaterThan(0, doubles, cut + " twice");
            Assert.IsGreaterThan(cut is FlashCut.OldOrNew or FlashCut.Emptied ? 100 : 10_000, singles, cut + " once");
        }

        // A start is bounded, whatever the cut left.
        Assert.IsLessThanOrEqualTo(200, tally.BootCallsMost, "calls of flash in a start");
        Assert.IsLessThanOrEqualTo(64 * 1024, tally.BootBytesMost, "bytes read in a start");
        Assert.IsLessThanOrEqualTo(24, tally.BootErasesMost, "sectors erased in a start");
    }

    [TestMethod]
    [DataRow(1, 12, 2)]
    [DataRow(2, 600, 13)]
    [DataRow(0, 5000, 64)]
    public void Plan_OfACall_HasNoPointTwice(int sectors, int bytes, int bytesMax)
    {
        System.Collections.Generic.HashSet<CutPoint> points = [];

        for (int turn = 0; turn < 50; turn++)
        {
            points.Clear();

            foreach (CutPoint point in new CutPlan(bytesMax, 3).Of(new TracedCall(1, sectors > 0 ? -1 : 100, new byte[bytes], sectors), turn))
            {
                Assert.IsTrue(points.Add(point), point.ToString());
                Assert.IsTrue(point.Steps < sectors + bytes);
            }
        }
    }

    [TestMethod]
    public void Plan_OfALongCallOverItsTurns_MeetsEveryByte()
    {
        System.Collections.Generic.HashSet<int> steps = [];

        for (int turn = 0; turn < 100; turn++)
        {
            foreach (CutPoint point in new CutPlan(10, 1).Of(new TracedCall(1, -1, new byte[700], 1), turn))
            {
                steps.Add(point.Steps);
            }
        }

        Assert.HasCount(701, steps);
    }

    [TestMethod]
    public void Tally_WhatAnotherCutLeft_IsNotCounted()
    {
        CutTally first = new();
        Assert.IsTrue(first.Count(FlashCut.Prefix, false, 1));
        Assert.IsFalse(first.Count(FlashCut.Filled, true, 1));
        Assert.IsTrue(first.Count(FlashCut.Filled, true, 2));
        CutTally second = new();
        Assert.IsTrue(second.Count(FlashCut.Prefix, false, 2));
        Assert.IsTrue(second.Count(FlashCut.Prefix, false, 3));
        Assert.AreEqual(3, first.And(second).Cuts);
        Assert.AreEqual(1, first.Repeats);
    }
}
