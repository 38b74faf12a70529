using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Records;

[TestClass]
public class HoldDigestTests
{
    private const long Minute = 60 * 1000;
    private const long Hour = 60 * Minute;

    [TestMethod]
    public void TryPeek_NothingHeld_NothingToWrite()
    {
        HoldDigest digest = new HoldDigest();
        Assert.IsFalse(digest.TryPeek(0, Rings.Monday, 1, out _));
        Assert.IsFalse(digest.TryPeek(100 * Hour, Rings.Monday, 1, out _));
    }

    [TestMethod]
    public void TryPeek_TheFirstCalls_AQuarterOfAnHourLater()
    {
        HoldDigest digest = new HoldDigest();
        digest.Count(1, 2, 18);
        digest.Count(1, 2, 18);
        Assert.IsFalse(digest.TryPeek(5 * Hour, Rings.Monday, 7, out _));
        Assert.IsFalse(digest.TryPeek((5 * Hour) + (15 * Minute) - 1, Rings.Monday, 7, out _));
        Assert.IsTrue(digest.TryPeek((5 * Hour) + (15 * Minute), Rings.Monday, 7, out Record record));

        Assert.AreEqual((int)RecordKind.CallsHeld, (int)record.Kind);
        Assert.AreEqual(Rings.Monday, record.UtcSeconds);
        Assert.AreEqual(7, record.Boot);
        Assert.AreEqual(1, record.Toy);
        Assert.AreEqual(2, record.Endpoint);
        Assert.AreEqual(18, record.Reason);
        Assert.AreEqual(2, record.First);
        Assert.AreEqual(900, record.Second);
        Assert.AreEqual(0, record.Flags);
        digest.Drop(record);
        Assert.IsFalse(digest.TryPeek((5 * Hour) + (15 * Minute), Rings.Monday, 7, out _));
    }

    // Goal: what the ring did not take is offered again, and what came in between is neither lost nor counted twice.
    [TestMethod]
    public void Drop_OnlyWhatWasWritten_IsTakenOut()
    {
        HoldDigest digest = new HoldDigest();
        digest.Count(1, 1, 18);
        digest.Count(2, 1, 18);
        Assert.IsFalse(digest.TryPeek(0, 0, 1, out _));
        Assert.IsTrue(digest.TryPeek(Hour, 0, 1, out Record record));
        Assert.AreEqual(1, record.Toy);
        Assert.IsTrue(digest.TryPeek(Hour, 0, 1, out record), "not written: offered again");
        Assert.AreEqual(1, record.Toy);
        digest.Count(1, 1, 18);
        digest.Drop(record);
        Assert.IsTrue(digest.TryPeek(Hour, 0, 1, out record));
        Assert.AreEqual(2, record.Toy);
        digest.Drop(record);
        Assert.IsFalse(digest.TryPeek(Hour, 0, 1, out _), "the rest waits for the next hour");
        Assert.IsFalse(digest.TryPeek((2 * Hour) - 1, 0, 1, out _));
        Assert.IsTrue(digest.TryPeek(2 * Hour, 0, 1, out record));
        Assert.AreEqual(1, record.Toy);
        Assert.AreEqual(1, record.First);
        Assert.AreEqual(3600, record.Second);
    }

    // Goal: a flood is a handful of records an hour, and every call of it is in one of them.
    [TestMethod]
    [Req("LOG-01")]
    [DataRow(1, 20000)]
    [DataRow(5, 20000)]
    [DataRow(700, 20000)]
    public void Count_AFlood_IsAFewRecordsThatSayAll(int kinds, int calls)
    {
        HoldDigest digest = new HoldDigest();
        int written = 0;
        int told = 0;
        int most = 0;

        for (int minute = 0; minute < 180; minute++)
        {
            for (int i = 0; minute < 120 && i < calls / 120; i++)
            {
                digest.Count(i % kinds % 40, i % kinds / 40, 18 + (i % 3));
            }

            int before = written;

            while (digest.TryPeek(minute * Minute, Rings.Monday, 1, out Record record))
            {
                told += record.First;
                digest.Drop(record);
                written++;
            }

            most = written - before > most ? written - before : most;
        }

        Assert.IsTrue(most <= HoldDigest.RowsMax + 1, most.ToString());
        Assert.IsTrue(written <= 3 * (HoldDigest.RowsMax + 1), written.ToString());
        Assert.AreEqual(calls / 120 * 120, told);
    }

    [TestMethod]
    public void Count_MoreKindsThanRows_OthersAreOneRow()
    {
        HoldDigest digest = new HoldDigest();

        for (int toy = 1; toy <= 20; toy++)
        {
            digest.Count(toy, 1, 18);
        }

        digest.Count(-1, 0, 18);
        digest.Count(0, 256, 18);
        digest.Count(0, 0, 1000);
        Assert.IsFalse(digest.TryPeek(0, 0, 1, out _));
        int rows = 0;

        while (digest.TryPeek(Hour, 0, 1, out Record record))
        {
            rows++;
            bool isOthers = rows == HoldDigest.RowsMax + 1;
            Assert.AreEqual(isOthers ? Record.OthersFlag : 0, record.Flags);
            Assert.AreEqual(isOthers ? 0 : rows, record.Toy);
            Assert.AreEqual(isOthers ? 20 - HoldDigest.RowsMax + 3 : 1, record.First);
            digest.Drop(record);
        }

        Assert.AreEqual(HoldDigest.RowsMax + 1, rows);
    }

    [TestMethod]
    public void Count_OnlyNumbersThatFitNowhere_AreToldToo()
    {
        HoldDigest digest = new HoldDigest();
        digest.Count(1000, 0, 18);
        Assert.IsFalse(digest.TryPeek(0, 0, 1, out _));
        Assert.IsTrue(digest.TryPeek(Hour, 0, 1, out Record record));
        Assert.AreEqual(1, record.First);
        Assert.AreEqual(Record.OthersFlag, record.Flags);
    }
}
