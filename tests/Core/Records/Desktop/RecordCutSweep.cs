using System;

using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Records.Desktop;

/// <summary>
/// Goal: no power cut, not even a second one while the first is being got over, leaves anything but the records of before and perhaps the
/// one that was being added. Method: rings at every turn of their life, cut at every step, in every way that a flash can be cut.
/// </summary>
[TestClass]
public class RecordCutSweep
{
    private const int Few = Rings.Few;
    private const int SegmentRows = 5;

    [TestMethod]
    [Req("LOG-02")]
    public void Add_CutAtEveryStep_LeavesAPrefixAndGoesOn()
    {
        int cuts = 0;

        foreach (FlashModel before in Turns())
        {
            cuts += Sweep(before, isTwice: false);
        }

        Console.WriteLine($"{cuts} cuts");
        Assert.IsGreaterThan(3000, cuts);
    }

    [TestMethod]
    [Req("LOG-02")]
    public void Add_CutTwice_LeavesAPrefixAndGoesOn()
    {
        int cuts = 0;

        foreach (FlashModel before in Turns())
        {
            cuts += Sweep(before, isTwice: true);
        }

        Console.WriteLine($"{cuts} double cuts");
        Assert.IsGreaterThan(1500, cuts);
    }

    // A ring in its youth, one whose next record begins a segment, and some that go round and give up their oldest.
    private static FlashModel[] Turns()
    {
        int[] counts = { 0, 3, SegmentRows, 5 * SegmentRows, (5 * SegmentRows) + 2, 6 * SegmentRows };
        FlashModel[] turns = new FlashModel[counts.Length];

        for (int i = 0; i < counts.Length; i++)
        {
            turns[i] = new FlashModel();
            RecordRing ring = Rings.Open(turns[i], Few);

            for (int number = 0; number < counts[i]; number++)
            {
                Assert.IsTrue(ring.Add(Number(number)));
            }
        }

        return turns;
    }

    // As many a day as make a segment.
    private static Record Number(int number)
    {
        return Rings.At(number, Rings.Monday + (number / SegmentRows * 3 * Rings.Day));
    }

    private static int Sweep(FlashModel before, bool isTwice)
    {
        int cuts = 0;
        WalkLog start = WalkLog.Of(Rings.Open(before, Few));
        int next = start.Count == 0 ? 0 : start.Records[start.Count - 1].First + 1;

        foreach (FlashCut cut in Enum.GetValues<FlashCut>())
        {
            for (int steps = 0; ; steps += isTwice ? 7 : 1)
            {
                FlashModel flash = CopyOf(before, cut, steps);
                bool isCut = Adds(flash, next, steps, out bool isAdded);

                for (int second = 0; isTwice && isCut; second += 7)
                {
                    FlashModel twice = CopyOf(flash, cut, second + 1);
                    bool isCutAgain = Adds(twice, next + 1, second, out bool isAddedToo);
                    AssertGoesOn(twice, start, next, isAdded, isAddedToo, $"{cut} at {steps}, then at {second}");
                    cuts++;

                    if (!isCutAgain)
                    {
                        break;
                    }
                }

                if (!isTwice)
                {
                    AssertGoesOn(flash, start, next, isAdded, false, $"{cut} at {steps}");
                    cuts++;
                }

                if (!isCut)
                {
                    break;
                }
            }
        }

        return cuts;
    }

    private static bool Adds(FlashModel flash, int number, int steps, out bool isAdded)
    {
        RecordRing ring = Rings.Open(flash, Few);
        flash.CutAfter(steps);
        isAdded = ring.Add(Number(number));
        bool isCut = flash.IsOff;
        flash.PowerOn();
        return isCut;
    }

    private static void AssertGoesOn(FlashModel flash, WalkLog before, int next, bool isAdded, bool isAddedToo, string about)
    {
        RecordRing ring = Rings.Open(flash, Few);
        AssertPrefix(WalkLog.Of(ring), before, next, isAdded, isAddedToo, about);
        Assert.IsTrue(ring.Add(Number(next + 2)), about);
        WalkLog log = WalkLog.Of(Rings.Open(flash, Few));
        AddingLog.AssertNoFault(log, about);
        Assert.AreEqual(next + 2, log.Records[log.Count - 1].First, about);
    }

    // The oldest segment may be given up already, or be empty when it was being; all else is there.
    private static void AssertPrefix(WalkLog log, WalkLog before, int next, bool isAdded, bool isAddedToo, string about)
    {
        AddingLog.AssertNoFault(log, about);
        int from = log.Count == 0 ? next : log.Records[0].First;
        int most = before.Count == 0 ? next + 2 : before.Records[0].First + (3 * SegmentRows);
        Assert.IsLessThanOrEqualTo(most, from, $"{about}: begins at {from}; {log.Told()}");
        int at = 0;

        for (int number = from; number < next + 2; number++)
        {
            bool isThere = at < log.Count && log.Records[at].First == number;
            bool isNeeded = number < next || (number == next && isAdded) || (number == next + 1 && isAddedToo);
            Assert.IsTrue(isThere || !isNeeded, $"{about}: {number} is missing; {log.Told()}");
            at += isThere ? 1 : 0;
        }

        Assert.AreEqual(at, log.Count, about);
    }

    private static FlashModel CopyOf(FlashModel flash, FlashCut cut, int seed)
    {
        FlashModel copy = new FlashModel();
        copy.CopyFrom(flash);
        copy.Cut = cut;
        copy.Seed = seed;
        return copy;
    }
}
