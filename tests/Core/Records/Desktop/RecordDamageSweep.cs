using System.Collections.Generic;

using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Records.Desktop;

/// <summary>Goal: nothing can be altered, taken out, exchanged or cut off without being told at its place. Method: everything that can be, one after the other.</summary>
[TestClass]
public class RecordDamageSweep
{
    // Rows of a segment, the one that ends it included; more than are read at once.
    private const int Rows = 41;
    private const int Last = 9;
    private const int Count = (2 * Rows) + Last;

    [TestMethod]
    [Req("LOG-02")]
    public void Walk_EveryByteOfEveryRowAndHeaderAltered_IsToldThere()
    {
        FlashModel whole = Filled();

        for (int segment = 0; segment < 3; segment++)
        {
            int length = whole.Held(Rings.AreaOf(segment)).Length;

            for (int at = 0; at < length; at++)
            {
                FlashModel flash = CopyOf(whole);
                flash.Rot(Rings.AreaOf(segment), at, 1 << (at % 8));
                int row = (at - Rings.HeaderBytes) / Rings.RowBytes;
                bool isHeader = at < Rings.HeaderBytes;
                int place = (segment * Rows) + (isHeader ? 0 : row);
                RecordFault fault = isHeader ? RecordFault.SegmentAltered : place == Count - 1 ? RecordFault.TornTail : RecordFault.RowAltered;
                AssertFault(flash, fault, place, $"byte {at} of segment {segment}");
            }
        }
    }

    [TestMethod]
    [Req("LOG-02")]
    public void Walk_EveryTwoRowsExchanged_IsToldAtTheFirst()
    {
        FlashModel whole = Filled();
        byte[] held = whole.Held(Rings.AreaOf(1));

        for (int one = 0; one < Rows; one++)
        {
            for (int other = one + 1; other < Rows; other += 1 + (one % 5))
            {
                byte[] bytes = (byte[])held.Clone();
                System.Array.Copy(held, Rings.OffsetOf(other), bytes, Rings.OffsetOf(one), Rings.RowBytes);
                System.Array.Copy(held, Rings.OffsetOf(one), bytes, Rings.OffsetOf(other), Rings.RowBytes);
                FlashModel flash = CopyOf(whole);
                flash.Put(Rings.AreaOf(1), bytes);
                AssertFault(flash, RecordFault.RowAltered, Rows + one, $"rows {one} and {other}");
            }
        }
    }

    [TestMethod]
    [Req("LOG-02")]
    public void Walk_EveryRowTakenOut_IsToldThere()
    {
        FlashModel whole = Filled();

        for (int segment = 0; segment < 3; segment++)
        {
            byte[] held = whole.Held(Rings.AreaOf(segment));
            int rows = segment == 2 ? Last : Rows;

            // The very last row of all leaves no trace but in a head that somebody kept.
            for (int row = 0; row < (segment == 2 ? rows - 1 : rows); row++)
            {
                int at = Rings.OffsetOf(row);
                byte[] bytes = Bytes.Join(Bytes.Part(held, 0, at), Bytes.Part(held, at + Rings.RowBytes, held.Length - at - Rings.RowBytes));
                FlashModel flash = CopyOf(whole);
                flash.Put(Rings.AreaOf(segment), bytes);
                RecordFault fault = segment == 2 && row == rows - 2 ? RecordFault.TornTail
                    : segment < 2 && row == rows - 1 ? RecordFault.RowsLost : RecordFault.RowAltered;
                AssertFault(flash, fault, (segment * Rows) + row, $"row {row} of segment {segment}");
            }
        }
    }

    [TestMethod]
    [Req("LOG-02")]
    public void Walk_CutOffAtEveryByte_IsToldThere()
    {
        FlashModel whole = Filled();
        byte[] head = new byte[32];
        Rings.Open(whole).CopyHead(head, 0);

        for (int segment = 0; segment < 3; segment++)
        {
            byte[] held = whole.Held(Rings.AreaOf(segment));

            for (int length = 0; length < held.Length; length++)
            {
                FlashModel flash = CopyOf(whole);
                flash.Put(Rings.AreaOf(segment), Bytes.Part(held, 0, length));
                int rows = (length - Rings.HeaderBytes) / Rings.RowBytes;
                int place = (segment * Rows) + (length < Rings.HeaderBytes ? 0 : rows);
                string about = $"segment {segment} cut off at {length}";

                if (segment < 2)
                {
                    AssertFault(flash, length < Rings.HeaderBytes ? RecordFault.SegmentLost : RecordFault.RowsLost, place, about);
                    continue;
                }

                // Nothing in flash knows that there was more; a kept head does.
                RecordRing ring = Rings.Open(flash);
                WalkLog log = WalkLog.Of(ring);
                AddingLog.AssertNoFault(log, about);
                Assert.AreEqual(place - 2, log.Count, about);
                Assert.AreEqual(HeadStanding.NotAncestor, ring.StandingOf(Count, head), about);
            }
        }
    }

    // 1 to 3 bits of a byte, anywhere: what rot does.
    [TestMethod]
    [Req("LOG-02")]
    public void Walk_BitsRottenAnywhere_NoRecordIsToldThatWasNotAdded()
    {
        FlashModel whole = Filled();
        Chance chance = new Chance(20261122);

        for (int round = 0; round < 2000; round++)
        {
            FlashModel flash = CopyOf(whole);

            for (int i = 0; i <= round % 3; i++)
            {
                int area = Rings.AreaOf(chance.Below(3));
                flash.Rot(area, chance.Below(flash.Held(area).Length), 1 << chance.Below(8));
            }

            AssertUnaltered(WalkLog.Of(Rings.Open(flash)), $"round {round}");
        }
    }

    private static void AssertFault(FlashModel flash, RecordFault fault, int place, string about)
    {
        RecordRing ring = new RecordRing(flash, FlashLayout.Records, FlashLayout.RecordAreas);
        bool isSound = ring.Open();
        WalkLog log = WalkLog.Of(ring);
        Rings.AssertFault(fault, (uint)place, log, about);
        AssertUnaltered(log, about);
        Assert.IsTrue(ring.HeadSequence >= Count || fault == RecordFault.TornTail, about);

        // What concerns a header or the newest segment is seen at the start.
        Assert.IsFalse(isSound && fault is RecordFault.SegmentAltered or RecordFault.SegmentLost, about);
    }

    private static void AssertUnaltered(WalkLog log, string about)
    {
        HashSet<uint> seen = new HashSet<uint>();

        for (int i = 0; i < log.Count; i++)
        {
            Assert.AreEqual((int)log.Sequences[i], log.Records[i].First, about);
            Assert.IsTrue(seen.Add(log.Sequences[i]), about);
        }
    }

    private static FlashModel Filled()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);

        for (int i = 0; i < Count; i++)
        {
            // A day is a segment. Its last row is the ring's own.
            Assert.IsTrue(i % Rows == Rows - 1 || ring.Add(Rings.At(i, Rings.Monday + (i / Rows * 3 * Rings.Day))));
        }

        Assert.AreEqual((uint)Count, ring.HeadSequence);
        return flash;
    }

    private static FlashModel CopyOf(FlashModel flash)
    {
        FlashModel copy = new FlashModel();
        copy.CopyFrom(flash);
        return copy;
    }
}
