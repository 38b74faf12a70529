using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Records;

/// <summary>Rings and records to try things on. A record's first number says which it was.</summary>
public static class Rings
{
    /// <summary>2026-11-23 12:00 UTC, a Monday.</summary>
    public const long Monday = 1795435200;

    public const long Day = 24 * 60 * 60;

    public const int HeaderBytes = 64;

    public const int RowBytes = 32;

    public const int RowsMax = 126;

    /// <summary>A small ring on the areas of the real one: what takes sixteen areas there takes four here.</summary>
    public const int Few = 4;

    public static RecordRing Open(IFlash flash)
    {
        return Open(flash, FlashLayout.RecordAreas);
    }

    public static RecordRing Open(IFlash flash, int areas)
    {
        RecordRing ring = new RecordRing(flash, FlashLayout.Records, areas);
        ring.Open();
        return ring;
    }

    public static Record Number(int number)
    {
        return At(number, Monday);
    }

    public static Record At(int number, long utcSeconds)
    {
        return new Record(RecordKind.CallsHeld, utcSeconds, 7, 1, 2, 18, number, 60);
    }

    /// <summary>Adds records with the numbers from one to before the other.</summary>
    public static void Add(RecordRing ring, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Assert.IsTrue(ring.Add(Number(i)), "record " + i.ToString());
        }
    }

    /// <summary>The records told are those with the numbers from one to before the other, and nothing is wrong but a torn tail.</summary>
    public static void AssertHolds(int from, int to, RecordRing ring, string about)
    {
        WalkLog log = WalkLog.Of(ring);
        about += ": " + log.Told();

        for (int i = 0; i < log.FaultCount; i++)
        {
            Assert.AreEqual((int)RecordFault.TornTail, log.Faults[i], about);
        }

        Assert.AreEqual(0, log.UnprovedCount, about);
        Assert.AreEqual(to - from, log.Count, about);

        for (int i = 0; i < log.Count; i++)
        {
            Assert.AreEqual(from + i, log.Records[i].First, about);
            Assert.IsTrue(i == 0 || log.Sequences[i] > log.Sequences[i - 1], about);
        }
    }

    /// <summary>Exactly one thing is wrong, and it is this.</summary>
    public static void AssertFault(RecordFault fault, uint sequence, WalkLog log, string about)
    {
        about += ": " + log.Told();
        Assert.AreEqual(1, log.FaultCount, about);
        Assert.AreEqual((int)fault, log.Faults[0], about);
        Assert.AreEqual(sequence, log.Places[0], about);
    }

    /// <summary>The area that a segment stands in, and where in it a row begins.</summary>
    public static int AreaOf(int segment)
    {
        return FlashLayout.Records + (segment % FlashLayout.RecordAreas);
    }

    public static int OffsetOf(int row)
    {
        return HeaderBytes + (row * RowBytes);
    }
}
