using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Records;

/// <summary>Adds records and remembers which were answered as kept, whatever the flash does.</summary>
public sealed class AddingLog
{
    private readonly bool[] _isKept = new bool[4000];

    public int Next { get; private set; }

    public void Add(RecordRing ring, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Note(i, TryAdd(ring, Rings.Number(i)));
        }
    }

    /// <summary>An exception is a no.</summary>
    public static bool TryAdd(RecordRing ring, Record record)
    {
        try
        {
            return ring.Add(record);
        }
        catch (FlashException)
        {
            return false;
        }
    }

    public void Note(int number, bool isKept)
    {
        _isKept[number] = isKept;
        Next = number + 1;
    }

    /// <summary>All before <paramref name="from"/> are there, then all that were answered as kept; others may be. Nothing is wrong but torn tails.</summary>
    public void AssertHolds(int from, RecordRing ring, string about)
    {
        WalkLog log = WalkLog.Of(ring);
        AssertNoFault(log, about);
        int at = 0;

        for (int i = 0; i < Next; i++)
        {
            bool isThere = at < log.Count && log.Records[at].First == i;
            Assert.IsTrue(isThere || !(i < from || _isKept[i]), about + ": record " + i.ToString() + " is missing; " + log.Told());
            at += isThere ? 1 : 0;
        }

        Assert.AreEqual(at, log.Count, about + ": more than was added; " + log.Told());
    }

    public static void AssertNoFault(WalkLog log, string about)
    {
        for (int i = 0; i < log.FaultCount; i++)
        {
            Assert.AreEqual((int)RecordFault.TornTail, log.Faults[i], about + ": " + log.Told());
        }

        Assert.AreEqual(0, log.UnprovedCount, about);

        for (int i = 1; i < log.Count; i++)
        {
            Assert.IsTrue(log.Sequences[i] > log.Sequences[i - 1], about);
        }
    }
}
