using System;

using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Records;

[TestClass]
public class RecordRingTests
{
    [TestMethod]
    public void Open_Nothing_IsAnEmptyRing()
    {
        RecordRing ring = new RecordRing(new FlashModel(), FlashLayout.Records, FlashLayout.RecordAreas);
        Assert.IsFalse(ring.IsOpen);
        Assert.IsFalse(ring.Add(Rings.Number(0)), "not open yet");
        Assert.IsTrue(ring.Open());
        Assert.IsTrue(ring.IsOpen);
        Assert.AreEqual(0u, ring.HeadSequence);
        Rings.AssertHolds(0, 0, ring, "empty");
    }

    [TestMethod]
    public void Add_IsOneWrite_AndIsThereAfterTheNextStart()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, 1);
        int writes = flash.Writes;
        Rings.Add(ring, 1, 10);
        Assert.AreEqual(writes + 9, flash.Writes);

        RecordRing again = Rings.Open(flash);
        Assert.AreEqual(10u, again.HeadSequence);
        Rings.AssertHolds(0, 10, again, "after a start");
        Rings.Add(again, 10, 12);
        Rings.AssertHolds(0, 12, Rings.Open(flash), "after two starts");
        Assert.IsTrue(Rings.Open(flash).Open());
    }

    [TestMethod]
    public void Add_KindNone_IsOurMistake()
    {
        RecordRing ring = Rings.Open(new FlashModel());
        Check.Throws(typeof(ArgumentException), () => ring.Add(default));
    }

    [TestMethod]
    [DataRow(3)]
    [DataRow(33)]
    public void New_TooFewOrTooManyAreas_IsOurMistake(int areas)
    {
        Check.Throws(typeof(ArgumentException), () => Rings.Open(new FlashModel(), areas));
    }

    // Goal: every kind of event that exists makes one record, in the order in which they happened though nobody knows the time.
    [TestMethod]
    [Req("LOG-01")]
    public void Add_EveryKind_IsOneRecordEach_InOrderWithoutATime()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        int kinds = 0;

        for (int kind = 1; kind < 256; kind++)
        {
            if (RecordWords.Of((RecordKind)kind) != "unknown")
            {
                Assert.IsTrue(ring.Add(new Record((RecordKind)kind, kinds % 3 == 0 ? Rings.Monday - kinds : 0, 1)));
                kinds++;
            }
        }

        WalkLog log = WalkLog.Of(Rings.Open(flash));
        Assert.AreEqual(31, kinds);
        Assert.AreEqual(kinds, log.Count, log.Told());
        Assert.AreEqual(0, log.FaultCount, log.Told());

        for (int i = 0; i < kinds; i++)
        {
            Assert.AreEqual((uint)i, log.Sequences[i]);
            Assert.IsTrue(i == 0 || log.Records[i].Kind > log.Records[i - 1].Kind);
        }
    }

    [TestMethod]
    public void Add_MoreThanASegment_GoesOnInTheNext()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, Rings.RowsMax + 1);
        Assert.AreEqual(4096, flash.Held(Rings.AreaOf(0)).Length);
        Assert.AreEqual(96, flash.Held(Rings.AreaOf(1)).Length);
        Rings.AssertHolds(0, Rings.RowsMax + 1, ring, "two segments");
        Assert.AreEqual((uint)Rings.RowsMax + 1, Rings.Open(flash).HeadSequence);
    }

    // Goal: the oldest segment is given up, and the chain proves all that is left from its header on.
    [TestMethod]
    [Req("LOG-02")]
    public void Add_WhenAllAreasAreUsed_GivesUpTheOldest()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash, Rings.Few);
        int count = (5 * Rings.RowsMax) + 10;
        Rings.Add(ring, 0, count);

        // Segments 3, 4 and 5 are left of 0 to 5.
        Rings.AssertHolds(3 * Rings.RowsMax, count, ring, "as it ran");
        Assert.AreEqual(0, flash.Held(FlashLayout.Records + 2).Length, "one area is free");
        RecordRing again = new RecordRing(flash, FlashLayout.Records, Rings.Few);
        Assert.IsTrue(again.Open());
        Rings.AssertHolds(3 * Rings.RowsMax, count, again, "after a start");
        Assert.AreEqual((uint)count, again.HeadSequence);
    }

    // Goal: a start costs the headers and the newest segment, however much is kept.
    [TestMethod]
    public void Open_ReadsHeadersAndTheNewestSegmentOnly()
    {
        FlashModel flash = new FlashModel();
        Rings.Add(Rings.Open(flash), 0, (3 * Rings.RowsMax) + 100);
        FlashModel copy = new FlashModel();
        copy.CopyFrom(flash);
        Rings.Open(copy);

        for (int area = 0; area < FlashLayout.RecordAreas; area++)
        {
            int reads = copy.ReadsOf(FlashLayout.Records + area);
            Assert.IsTrue(reads <= (area == 3 ? 12 : 2), "area " + area.ToString() + ": " + reads.ToString());
        }

        Assert.AreEqual(0, copy.Writes);
    }

    [TestMethod]
    public void WalkOn_TellsTheSameInPieces()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash, Rings.Few);
        Rings.Add(ring, 0, (2 * Rings.RowsMax) + 5);
        WalkLog log = new WalkLog();
        RecordCursor cursor = new RecordCursor();
        Assert.IsTrue(ring.WalkOn(cursor, log));
        Assert.AreEqual(Rings.RowsMax, log.Count);
        Assert.IsTrue(ring.WalkOn(cursor, log));
        Assert.IsFalse(ring.WalkOn(cursor, log));
        Assert.AreEqual((2 * Rings.RowsMax) + 5, log.Count);
        Assert.IsFalse(ring.WalkOn(cursor, log));
        Assert.AreEqual(0, log.FaultCount);
    }

    [TestMethod]
    public void WalkOn_WhileTheRingGivesUpWhatIsNext_GoesOnAtTheOldest()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash, Rings.Few);
        Rings.Add(ring, 0, 3 * Rings.RowsMax);
        WalkLog log = new WalkLog();
        RecordCursor cursor = new RecordCursor();
        Assert.IsTrue(ring.WalkOn(cursor, log));
        Rings.Add(ring, 3 * Rings.RowsMax, 6 * Rings.RowsMax);

        while (ring.WalkOn(cursor, log))
        {
        }

        Assert.AreEqual(0, log.FaultCount, log.Told());
        Assert.AreEqual(4 * Rings.RowsMax, log.Count);
        Assert.AreEqual((uint)(6 * Rings.RowsMax) - 1, log.Sequences[log.Count - 1]);
    }

    // Goal: a number is given once. Method: of three segments one is left, whichever; the next record's number is above all that were given.
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    public void HeadSequence_AllSegmentsButOneLost_IsAboveAllThatWereGiven(int left)
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);

        // The first ends because it is full, the second because it is three days old.
        Rings.Add(ring, 0, Rings.RowsMax + 3);
        Assert.IsTrue(ring.Add(Rings.At(200, Rings.Monday + (3 * Rings.Day))));
        uint given = ring.HeadSequence;

        for (int segment = 0; segment < 3; segment++)
        {
            if (segment != left)
            {
                flash.Put(Rings.AreaOf(segment), new byte[0]);
            }
        }

        RecordRing again = Rings.Open(flash);
        Assert.IsTrue(again.HeadSequence >= given, again.HeadSequence.ToString());
        uint next = again.HeadSequence;
        Assert.IsTrue(again.Add(Rings.At(1, Rings.Monday + (3 * Rings.Day))));
        Assert.AreEqual(next + 1, again.HeadSequence);
        Assert.AreEqual(next + 1, Rings.Open(flash).HeadSequence);
    }

    // The example of storage-format.md; the desktop holds the page against it (Desktop/RecordFormatTests). The bytes were computed by other means.
    [TestMethod]
    public void Add_TheWorkedExample_IsTheseBytes()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Assert.IsTrue(ring.Add(new Record(RecordKind.DeviceStarted, 0, 3)));
        Assert.IsTrue(ring.Add(new Record(RecordKind.CallsHeld, 1795435200, 3, 1, 2, 18, 40, 900)));

        byte[] wanted = Hex.Bytes(
            "54475201000000000000000000000000"
            + "0000000000000000000000000000000000000000000000000000000000000000"
            + "000000000000000000000000cea40a5e"
            + "0100000000030000000000000000000000000000000000"
            + "87ad9542d8be2f2c57"
            + "140001021203002800000084030000c02a046b00000000"
            + "b2ad3bd4491d311a58");
        byte[] held = flash.Held(FlashLayout.Records);
        Assert.IsTrue(Bytes.AreSame(wanted, wanted.Length, held, held.Length));

        byte[] head = new byte[32];
        ring.CopyHead(head, 0);
        Assert.IsTrue(Bytes.AreSame(Hex.Bytes("b2ad3bd4491d311a584147907b0bb12df08c3f368701473ba793a7a671a016f3"), 32, head, 32));
    }
}
