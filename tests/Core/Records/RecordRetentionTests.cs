using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Records;

[TestClass]
public class RecordRetentionTests
{
    private const long Monday = Rings.Monday;
    private const long Day = Rings.Day;

    [TestMethod]
    [Req("LOG-03")]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(30)]
    public void Expire_31DaysLater_NothingIsLeft(int retentionDays)
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = TwentyDays(flash);
        Assert.IsTrue(ring.Expire(Monday + (51 * Day), retentionDays, isConfirmed: true));
        Rings.AssertHolds(0, 0, ring, "expired");

        // Not hidden but gone: what is left is one header.
        int held = 0;

        for (int segment = 0; segment < 16; segment++)
        {
            held += flash.Held(Rings.AreaOf(segment)).Length;
        }

        Assert.AreEqual(64, held);
        Rings.AssertHolds(0, 0, Rings.Open(flash), "after a start");
    }

    // Goal: nothing older than the retention is ever there, and not much younger is taken along.
    [TestMethod]
    [Req("LOG-03")]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(7)]
    [DataRow(14)]
    [DataRow(30)]
    public void Expire_EveryHour_KeepsTheRetentionAndNoMore(int retentionDays)
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Assert.IsTrue(ring.Expire(Monday, retentionDays, isConfirmed: true));
        int lasts = retentionDays > 3 ? retentionDays * 24 / 3 : 24;

        for (int hour = 0; hour < 40 * 24; hour += 3)
        {
            Assert.IsTrue(ring.Add(Rings.At(hour, Monday + (hour * 3600))));
            Assert.IsTrue(ring.Expire(Monday + (hour * 3600), retentionDays));

            if (hour % 15 == 0)
            {
                WalkLog log = WalkLog.Of(ring);
                int oldest = hour - log.Records[0].First;
                Assert.AreEqual(0, log.FaultCount, log.Told());
                Assert.IsTrue(oldest <= retentionDays * 24, "hour " + hour.ToString() + ", kept " + oldest.ToString());
                Assert.IsTrue(
                    oldest >= (retentionDays * 24) - lasts - 6 || log.Records[0].First == 0,
                    "hour " + hour.ToString() + ", kept only " + oldest.ToString());
            }
        }
    }

    [TestMethod]
    [Req("LOG-03")]
    public void Expire_RetentionOfNoDays_KeepsNothingAtAll()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = TwentyDays(flash);
        Assert.IsTrue(ring.Expire(0, 0), "no time is needed");
        Rings.AssertHolds(0, 0, ring, "gone");
        int writes = flash.Writes;
        Assert.IsTrue(ring.Add(Rings.Number(1)), "as the guardian wants");
        Assert.IsTrue(ring.Expire(Monday, 0));
        Assert.AreEqual(writes, flash.Writes);
        Rings.AssertHolds(0, 0, Rings.Open(flash), "still nothing");

        Assert.IsTrue(ring.Expire(Monday, 7));
        Assert.IsTrue(ring.Add(Rings.Number(2)));
        Rings.AssertHolds(2, 3, ring, "kept again");
    }

    [TestMethod]
    public void Expire_RetentionOutOfRange_IsTheNearest()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Assert.IsTrue(ring.Add(Rings.Number(0)));
        Assert.IsTrue(ring.Expire(Monday + (30 * Day), 1000, isConfirmed: true));
        Rings.AssertHolds(0, 1, ring, "30 days");
        Assert.IsTrue(ring.Expire(Monday + (30 * Day) + 1, 1000, isConfirmed: true));
        Rings.AssertHolds(0, 0, ring, "a second more");
        Assert.IsTrue(ring.Add(Rings.Number(1)));
        Assert.IsTrue(ring.Expire(Monday, -5));
        Rings.AssertHolds(0, 0, ring, "fewer than none");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1000000000)]
    public void Expire_WithoutATime_NothingGoesByAge(int utcSeconds)
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = TwentyDays(flash);
        int count = WalkLog.Of(ring).Count;
        Assert.IsTrue(ring.Expire(utcSeconds, 1, isConfirmed: true));
        Assert.AreEqual(count, WalkLog.Of(ring).Count);
    }

    [TestMethod]
    public void Expire_RecordsWithoutATime_StayUntilALaterOneGoes()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);

        for (int i = 0; i < Rings.RowsMax; i++)
        {
            Assert.IsTrue(ring.Add(Rings.At(i, 0)));
        }

        Assert.IsTrue(ring.Expire(Monday, 7, isConfirmed: true));
        Assert.AreEqual(Rings.RowsMax, WalkLog.Of(ring).Count);
        Assert.IsTrue(ring.Add(Rings.At(500, Monday)));
        Assert.IsTrue(ring.Expire(Monday + (7 * Day) + 1, 7, isConfirmed: true));
        Rings.AssertHolds(0, 0, ring, "all");
    }

    [TestMethod]
    [Req("LOG-03")]
    public void Expire_ClockWentBack_NothingGoes()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = TwentyDays(flash);
        int count = WalkLog.Of(ring).Count;
        Assert.IsTrue(ring.Expire(Monday - (1000 * Day), 7, isConfirmed: true));
        Assert.AreEqual(count, WalkLog.Of(ring).Count);
    }

    // Goal: one wrong time erases nothing, and a right one after a long rest does.
    [TestMethod]
    [Req("LOG-03")]
    public void Expire_ClockJumpedAhead_OnlyWhenItHolds()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = TwentyDays(flash);
        Assert.IsTrue(ring.Expire(Monday + (19 * Day), 30));
        int count = WalkLog.Of(ring).Count;
        long wrong = Monday + (400 * Day);
        Assert.IsTrue(ring.Expire(wrong, 30));
        Assert.IsTrue(ring.Expire(wrong + 599, 30));
        Assert.AreEqual(count, WalkLog.Of(ring).Count, "not yet");

        // It was wrong: the right one comes back, and another wrong one begins its own wait.
        Assert.IsTrue(ring.Expire(Monday + (19 * Day) + 700, 30));
        Assert.IsTrue(ring.Expire(wrong + 1000, 30));
        Assert.AreEqual(count, WalkLog.Of(ring).Count, "waits anew");
        Assert.IsTrue(ring.Expire(wrong + (9 * Day), 30));
        Assert.AreEqual(count, WalkLog.Of(ring).Count, "a clock that jumps on is none that holds");
        Assert.IsTrue(ring.Expire(wrong + (9 * Day) + 600, 30));
        Rings.AssertHolds(0, 0, ring, "held");
    }

    [TestMethod]
    public void Expire_ALittleAheadOfTheNewest_NeedsNoWait()
    {
        FlashModel flash = new FlashModel();
        TwentyDays(flash);
        RecordRing ring = Rings.Open(flash);
        int count = WalkLog.Of(ring).Count;
        Assert.IsTrue(ring.Expire(Monday + (19 * Day), 7));
        Assert.IsTrue(WalkLog.Of(ring).Count < count);
    }

    // A time far in the future stood in the clock for a while: its records go with those that came later.
    [TestMethod]
    [Req("LOG-03")]
    public void Expire_RecordsFromTheFuture_GoWithLaterOnes()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Assert.IsTrue(ring.Add(Rings.At(0, Monday + (9000 * Day))));
        Assert.IsTrue(ring.Add(Rings.At(1, Monday)));
        Assert.IsTrue(ring.Add(Rings.At(2, Monday + (3 * Day))));
        Assert.IsTrue(ring.Expire(Monday + (7 * Day), 7, isConfirmed: true));
        Assert.AreEqual(3, WalkLog.Of(ring).Count);
        Assert.IsTrue(ring.Expire(Monday + (7 * Day) + 1, 7, isConfirmed: true));
        Rings.AssertHolds(2, 3, ring, "the last");
    }

    // A wrong time long ago must not take along all that stands before it.
    [TestMethod]
    public void Expire_ARecordFromLongAgo_TakesNothingAlong()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = TwentyDays(flash);
        Assert.IsTrue(ring.Add(Rings.At(500, Monday - (400 * Day))));
        Assert.IsTrue(ring.Add(Rings.At(501, Monday + (20 * Day))));
        int count = WalkLog.Of(ring).Count;
        Assert.IsTrue(ring.Expire(Monday + (20 * Day), 30, isConfirmed: true));
        Assert.AreEqual(count, WalkLog.Of(ring).Count);
    }

    [TestMethod]
    public void Expire_BeforeOpen_IsFalse()
    {
        Assert.IsFalse(new RecordRing(new FlashModel(), 8, 16).Expire(Monday, 7));
    }

    // Goal: numbers go on when everything is gone.
    [TestMethod]
    public void HeadSequence_AfterAllExpired_GoesOn()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = TwentyDays(flash);
        uint sequence = ring.HeadSequence;
        Assert.IsTrue(ring.Expire(Monday + (51 * Day), 7, isConfirmed: true));
        Assert.IsTrue(ring.HeadSequence >= sequence);
        Assert.IsTrue(Rings.Open(flash).HeadSequence >= sequence);
    }

    // One record a day, and two without a time among them.
    private static RecordRing TwentyDays(FlashModel flash)
    {
        RecordRing ring = Rings.Open(flash);

        for (int day = 0; day < 20; day++)
        {
            Assert.IsTrue(ring.Add(Rings.At(day, day % 9 == 5 ? 0 : Monday + (day * Day))));
        }

        return ring;
    }
}
