using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Records;

[TestClass]
public class RecordHeadTests
{
    private const int Rows = Rings.RowsMax;

    [TestMethod]
    [Req("LOG-02")]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(50)]
    [DataRow(126)]
    [DataRow(127)]
    [DataRow(200)]
    [DataRow(260)]
    public void StandingOf_AHeadOfBefore_IsAnAncestor(int count)
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, count);
        byte[] head = HeadOf(ring);
        uint sequence = ring.HeadSequence;
        Assert.AreEqual((int)HeadStanding.Ancestor, (int)ring.StandingOf(sequence, head), "at once");

        Rings.Add(ring, count, 270);
        Assert.AreEqual((int)HeadStanding.Ancestor, (int)ring.StandingOf(sequence, head), "later");
        RecordRing again = Rings.Open(flash);
        Assert.AreEqual((int)HeadStanding.Ancestor, (int)again.StandingOf(sequence, head), "after a start");
        head[31] ^= 1;
        Assert.AreEqual((int)HeadStanding.NotAncestor, (int)again.StandingOf(sequence, head), "another");
    }

    [TestMethod]
    public void StandingOf_BeforeOpen_IsUnknown()
    {
        RecordRing ring = new RecordRing(new FlashModel(), 8, 16);
        Assert.AreEqual((int)HeadStanding.Unknown, (int)ring.StandingOf(0, new byte[32]));
    }

    // The whole ring is put back to what it was yesterday.
    [TestMethod]
    [Req("LOG-02")]
    public void StandingOf_APutBackRing_IsNoAncestor()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, 20);
        FlashModel yesterday = new FlashModel();
        yesterday.CopyFrom(flash);
        Rings.Add(ring, 20, 30);
        byte[] head = HeadOf(ring);

        RecordRing back = Rings.Open(yesterday);
        Assert.AreEqual((int)HeadStanding.NotAncestor, (int)back.StandingOf(30, head));

        for (int i = 20; i < 40; i++)
        {
            Assert.IsTrue(back.Add(Rings.Number(i == 25 ? 99 : i)));
        }

        Assert.AreEqual((int)HeadStanding.NotAncestor, (int)back.StandingOf(30, head));
    }

    [TestMethod]
    [Req("LOG-02")]
    public void StandingOf_AnEmptiedDrive_IsNoAncestor()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, 20);
        byte[] head = HeadOf(ring);
        flash.LoseAll();
        Assert.AreEqual((int)HeadStanding.NotAncestor, (int)Rings.Open(flash).StandingOf(20, head));
    }

    [TestMethod]
    public void StandingOf_AHeadFromBeforeTheOldest_IsNoLongerKept()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash, Rings.Few);
        Rings.Add(ring, 0, 10);
        byte[] old = HeadOf(ring);
        Rings.Add(ring, 10, Rows);
        byte[] border = HeadOf(ring);
        Rings.Add(ring, Rows, (3 * Rows) + 1);

        Assert.AreEqual((int)HeadStanding.NoLongerKept, (int)ring.StandingOf(10, old));
        Assert.AreEqual((int)HeadStanding.Ancestor, (int)ring.StandingOf((uint)Rows, border), "the oldest header still has it");
    }

    // Goal: a head of before stays an ancestor over everything that is no attack.
    [TestMethod]
    public void StandingOf_OverExpiryAndTornTails_IsAnAncestor()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Rings.Add(ring, 0, 10);
        flash.CutAfter(7);
        Assert.IsFalse(ring.Add(Rings.Number(10)));
        flash.PowerOn();
        ring = Rings.Open(flash);
        byte[] head = HeadOf(ring);
        uint sequence = ring.HeadSequence;
        Rings.Add(ring, 11, 13);
        Assert.AreEqual((int)HeadStanding.Ancestor, (int)ring.StandingOf(sequence, head), "torn");

        head = HeadOf(ring);
        sequence = ring.HeadSequence;
        Assert.IsTrue(ring.Expire(Rings.Monday + (31 * Rings.Day), 30, isConfirmed: true));
        Assert.AreEqual((int)HeadStanding.Ancestor, (int)ring.StandingOf(sequence, head), "all expired");
        ring = Rings.Open(flash);
        Rings.Add(ring, 13, 15);
        Assert.AreEqual((int)HeadStanding.Ancestor, (int)ring.StandingOf(sequence, head), "and more added");
    }

    private static byte[] HeadOf(RecordRing ring)
    {
        byte[] head = new byte[33];
        ring.CopyHead(head, 1);
        return Bytes.Part(head, 1, 32);
    }
}
