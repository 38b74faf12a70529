using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Records;

/// <summary>
/// Goal: whoever alters, takes out, exchanges or puts in records is found out, at the place. Method: three segments, of 126, 126 and 20 rows;
/// one thing is done to them. Desktop/RecordDamageSweep does the same to every byte and every pair.
/// </summary>
[TestClass]
public class RecordDamageTests
{
    private const int Rows = Rings.RowsMax;
    private const int Count = (2 * Rows) + 20;

    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0, 0)]
    [DataRow(0, 15)]
    [DataRow(0, 22)]
    [DataRow(60, 7)]
    [DataRow(125, 1)]
    [DataRow(126, 0)]
    [DataRow(251, 22)]
    [DataRow(252, 3)]
    [DataRow(270, 11)]
    public void Walk_ARecordAltered_IsToldThere(int record, int at)
    {
        FlashModel flash = Filled();
        flash.Rot(Rings.AreaOf(record / Rows), Rings.OffsetOf(record % Rows) + at, 0x01);
        WalkLog log = Reopened(flash);

        Rings.AssertFault(RecordFault.RowAltered, (uint)record, log, "altered");
        int end = (record / Rows) + 1 == 3 ? Count : ((record / Rows) + 1) * Rows;
        Assert.AreEqual(Count - (end - record), log.Count, log.Told());
        Assert.AreEqual(end - record - 1, log.UnprovedCount, "what follows in the segment proves nothing");
        AssertUnaltered(log);
    }

    [TestMethod]
    [DataRow(5)]
    [DataRow(125)]
    [DataRow(260)]
    public void Walk_OnlyTheHashOfARowAltered_TheRestIsProved(int record)
    {
        FlashModel flash = Filled();
        flash.Rot(Rings.AreaOf(record / Rows), Rings.OffsetOf(record % Rows) + 27, 0x10);
        WalkLog log = Reopened(flash);

        Rings.AssertFault(RecordFault.RowAltered, (uint)record, log, "hash altered");
        Assert.AreEqual(Count - 1, log.Count, log.Told());
        AssertUnaltered(log);
    }

    // The very last row looks the same when the power went while it was added, so it is told as that; a kept head knows better.
    [TestMethod]
    [Req("LOG-02")]
    public void Walk_TheLastRecordAltered_IsToldThere_AndTheHeadIsNoAncestor()
    {
        FlashModel flash = Filled();
        byte[] head = HeadOf(flash, out uint sequence);
        flash.Rot(Rings.AreaOf(2), Rings.OffsetOf(19), 0x01);
        RecordRing ring = Rings.Open(flash);

        Rings.AssertFault(RecordFault.TornTail, Count - 1, WalkLog.Of(ring), "last");
        Assert.AreEqual((int)HeadStanding.NotAncestor, (int)ring.StandingOf(sequence, head));
    }

    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0, 0)]
    [DataRow(0, 63)]
    [DataRow(1, 4)]
    [DataRow(1, 20)]
    [DataRow(2, 8)]
    [DataRow(2, 55)]
    public void Walk_AHeaderAltered_IsToldThere(int segment, int at)
    {
        FlashModel flash = Filled();
        flash.Rot(Rings.AreaOf(segment), at, 0x20);
        RecordRing ring = new RecordRing(flash, FlashLayout.Records, FlashLayout.RecordAreas);
        Assert.IsFalse(ring.Open());
        WalkLog log = WalkLog.Of(ring);

        Rings.AssertFault(RecordFault.SegmentAltered, (uint)(segment * Rows), log, "header");
        Assert.AreEqual(segment == 2 ? 20 : Rows, log.UnprovedCount);
        AssertUnaltered(log);
        Assert.IsTrue(ring.HeadSequence >= Count);

        // What was damaged is not written over, and what is added next is proved.
        Assert.IsTrue(ring.Add(Rings.Number(1000)));
        log = Reopened(flash);
        Rings.AssertFault(RecordFault.SegmentAltered, (uint)(segment * Rows), log, "later");
        Assert.AreEqual(1000, log.Records[log.Count - 1].First);
    }

    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0)]
    [DataRow(124)]
    [DataRow(130)]
    [DataRow(252)]
    public void Walk_ARecordTakenOut_IsToldThere(int record)
    {
        FlashModel flash = Filled();
        int area = Rings.AreaOf(record / Rows);
        byte[] held = flash.Held(area);
        int at = Rings.OffsetOf(record % Rows);
        flash.Put(area, Bytes.Join(Bytes.Part(held, 0, at), Bytes.Part(held, at + 32, held.Length - at - 32)));

        Rings.AssertFault(RecordFault.RowAltered, (uint)record, Reopened(flash), "taken out");
    }

    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0, 0)]
    [DataRow(0, 1)]
    [DataRow(0, 125)]
    [DataRow(1, 60)]
    public void Walk_TheEndOfASegmentCutOff_IsToldThere(int segment, int left)
    {
        FlashModel flash = Filled();
        int area = Rings.AreaOf(segment);
        flash.Put(area, Bytes.Part(flash.Held(area), 0, Rings.OffsetOf(left)));
        WalkLog log = Reopened(flash);

        Rings.AssertFault(RecordFault.RowsLost, (uint)((segment * Rows) + left), log, "cut off");
        Assert.AreEqual(Count - Rows + left, log.Count);
    }

    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0, 1)]
    [DataRow(124, 125)]
    [DataRow(126, 200)]
    [DataRow(252, 271)]
    [DataRow(270, 271)]
    public void Walk_TwoRecordsExchanged_IsToldAtTheFirst(int one, int other)
    {
        FlashModel flash = Filled();
        int area = Rings.AreaOf(one / Rows);
        byte[] held = flash.Held(area);
        byte[] first = Bytes.Part(held, Rings.OffsetOf(one % Rows), 32);
        byte[] second = Bytes.Part(held, Rings.OffsetOf(other % Rows), 32);

        for (int i = 0; i < 32; i++)
        {
            held[Rings.OffsetOf(one % Rows) + i] = second[i];
            held[Rings.OffsetOf(other % Rows) + i] = first[i];
        }

        flash.Put(area, held);
        Rings.AssertFault(RecordFault.RowAltered, (uint)one, Reopened(flash), "exchanged");
    }

    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0)]
    [DataRow(1)]
    public void Walk_ASegmentTakenOut_IsToldThere(int segment)
    {
        FlashModel flash = Filled();
        flash.Put(Rings.AreaOf(segment), new byte[0]);
        RecordRing ring = new RecordRing(flash, FlashLayout.Records, FlashLayout.RecordAreas);
        Assert.IsFalse(ring.Open());
        Rings.AssertFault(RecordFault.SegmentLost, (uint)(segment * Rows), WalkLog.Of(ring), "taken out");
    }

    // Nothing on the device knows that there was more: the phone does.
    [TestMethod]
    [Req("LOG-02")]
    public void StandingOf_TheNewestSegmentTakenOut_IsNoAncestor()
    {
        FlashModel flash = Filled();
        byte[] head = HeadOf(flash, out uint sequence);
        flash.Put(Rings.AreaOf(2), new byte[0]);
        RecordRing ring = Rings.Open(flash);
        Rings.AssertHolds(0, 2 * Rows, ring, "what is left");
        Assert.AreEqual((int)HeadStanding.NotAncestor, (int)ring.StandingOf(sequence, head));
    }

    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0, 1)]
    [DataRow(1, 2)]
    [DataRow(0, 2)]
    public void Walk_TwoSegmentsExchanged_IsToldAtBoth(int one, int other)
    {
        FlashModel flash = Filled();
        byte[] first = flash.Held(Rings.AreaOf(one));
        flash.Put(Rings.AreaOf(one), flash.Held(Rings.AreaOf(other)));
        flash.Put(Rings.AreaOf(other), first);
        WalkLog log = Reopened(flash);

        // Beside each other they are one hole.
        Assert.IsTrue(log.Has(RecordFault.SegmentLost, (uint)(one * Rows)), log.Told());
        Assert.AreEqual(other == one + 1 ? 1 : 2, log.FaultCount, log.Told());
        Assert.IsTrue(other == one + 1 || log.Has(RecordFault.SegmentLost, (uint)(other * Rows)), log.Told());
        AssertUnaltered(log);
    }

    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0, 1)]
    [DataRow(1, 0)]
    [DataRow(2, 0)]
    [DataRow(2, 1)]
    public void Walk_ASegmentCopiedOverAnother_IsToldThere(int from, int over)
    {
        FlashModel flash = Filled();
        flash.Put(Rings.AreaOf(over), flash.Held(Rings.AreaOf(from)));
        Rings.AssertFault(RecordFault.SegmentLost, (uint)(over * Rows), Reopened(flash), "copied");
    }

    [TestMethod]
    public void Walk_ASegmentCopiedWhereNoneIs_ChangesNothing()
    {
        FlashModel flash = Filled();
        flash.Put(Rings.AreaOf(9), flash.Held(Rings.AreaOf(1)));
        Rings.AssertHolds(0, Count, Rings.Open(flash), "copied");
    }

    // Another device's segment has whole headers and whole rows, but does not follow.
    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    public void Walk_ASegmentOfAnotherDevice_IsToldThere(int segment)
    {
        FlashModel flash = Filled();
        FlashModel other = new FlashModel();
        RecordRing others = Rings.Open(other);

        for (int i = 0; i < Count; i++)
        {
            others.Add(Rings.Number(5000 + i));
        }

        flash.Put(Rings.AreaOf(segment), other.Held(Rings.AreaOf(segment)));
        WalkLog log = Reopened(flash);

        // The very first segment follows from nothing; there the one behind it tells.
        int place = segment == 0 ? Rows : segment * Rows;
        Assert.IsTrue(log.Has(RecordFault.SegmentUnlinked, (uint)place), log.Told());
        Assert.AreEqual(segment == 1 ? 2 : 1, log.FaultCount, log.Told());
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(100)]
    public void Walk_RowsPutBehindAClosedSegment_AreNoRecords(int more)
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, 3);
        Assert.IsTrue(ring.Add(Rings.At(3, Rings.Monday + (3 * Rings.Day))));
        byte[] held = flash.Held(Rings.AreaOf(0));
        flash.Put(Rings.AreaOf(0), Bytes.Join(held, new byte[64 + more]));

        WalkLog log = Reopened(flash);
        Rings.AssertFault(RecordFault.RowAltered, 4, log, "put behind");
        Assert.AreEqual(4, log.Count);
    }

    // Goal: the ring goes on after damage, and what is added then is proved again.
    [TestMethod]
    [DataRow(262)]
    [DataRow(271)]
    public void Add_AfterDamageInTheNewest_GoesOnInTheNextSegment(int record)
    {
        FlashModel flash = Filled();
        flash.Rot(Rings.AreaOf(2), Rings.OffsetOf(record - (2 * Rows)), 0x80);
        RecordRing ring = Rings.Open(flash);
        Assert.IsTrue(ring.Add(Rings.Number(1000)));
        Assert.IsTrue(ring.Add(Rings.Number(1001)));
        WalkLog log = Reopened(flash);

        Rings.AssertFault(record == Count - 1 ? RecordFault.TornTail : RecordFault.RowAltered, (uint)record, log, "later");
        Assert.AreEqual(1001, log.Records[log.Count - 1].First);
        Assert.AreEqual(1000, log.Records[log.Count - 2].First);
        Assert.IsTrue(log.Sequences[log.Count - 2] >= Count);
    }

    [TestMethod]
    public void Open_EveryHeaderAltered_GoesOnBehind()
    {
        FlashModel flash = Filled();

        for (int segment = 0; segment < 3; segment++)
        {
            flash.Rot(Rings.AreaOf(segment), 30, 0xFF);
        }

        RecordRing ring = new RecordRing(flash, FlashLayout.Records, FlashLayout.RecordAreas);
        Assert.IsFalse(ring.Open());
        Assert.IsTrue(ring.HeadSequence >= Count);
        WalkLog log = WalkLog.Of(ring);
        Assert.AreEqual(3, log.FaultCount, log.Told());
        Assert.AreEqual(Count, log.UnprovedCount);
        Assert.IsTrue(ring.Add(Rings.Number(1000)));
        Assert.AreEqual(1, Reopened(flash).Count);
    }

    private static FlashModel Filled()
    {
        FlashModel flash = new FlashModel();
        Rings.Add(Rings.Open(flash), 0, Count);
        return flash;
    }

    private static WalkLog Reopened(FlashModel flash)
    {
        return WalkLog.Of(Rings.Open(flash));
    }

    private static byte[] HeadOf(FlashModel flash, out uint sequence)
    {
        RecordRing ring = Rings.Open(flash);
        byte[] head = new byte[32];
        ring.CopyHead(head, 0);
        sequence = ring.HeadSequence;
        return head;
    }

    // What is told as a record is what was added under that number.
    private static void AssertUnaltered(WalkLog log)
    {
        for (int i = 0; i < log.Count; i++)
        {
            Assert.AreEqual((int)log.Sequences[i], log.Records[i].First);
        }
    }
}
