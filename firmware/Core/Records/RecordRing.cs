using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Records;

/// <summary>Keeps records in a ring of flash areas, each chained to the one before it, so that altering, losing or swapping any is noticed (LOG-02).</summary>
/// <remarks>
/// <para>
/// An area is a segment: a header and up to 126 rows. A record is one addition of 32 bytes, read again before it counts; nothing is ever added behind bytes that a power
/// cut left, the ring goes on in its next segment instead. One area is always empty or being given up, so that a cut there concerns nothing
/// that is kept.
/// </para>
/// <para>
/// What an attacker with a soldering iron can do: cut off the newest records, or put the whole ring back to an earlier state, because
/// everything that the device knows lies in the same flash. A phone that keeps a head notices: <see cref="StandingOf"/>.
/// </para>
/// <para>
/// Exceptions of the flash pass through. They leave the ring usable and what was added before untouched. Has no lock: one at a time.
/// </para>
/// </remarks>
public sealed class RecordRing
{
    /// <summary>Days that records are kept before a guardian says otherwise.</summary>
    public const int DefaultRetentionDays = 7;

    /// <summary>Most days that records are kept (design.md 9).</summary>
    public const int RetentionDaysMax = 30;

    private const long DaySeconds = 24 * 60 * 60;

    // So long must an unexpected time hold before anything is erased by it.
    private const long HoldSeconds = 10 * 60;

    private readonly IFlash _flash;
    private readonly int _areaCount;
    private readonly SegmentReader _reader;
    private readonly byte[] _block = new byte[SegmentReader.BeginBytes];
    private readonly byte[] _check = new byte[SegmentReader.BeginBytes];
    private readonly byte[] _hash = new byte[Sha256.HashBytes];

    // Behind the newest segment: its number is one less than _head.Segment.
    private RecordCursor _head = new RecordCursor();
    private uint _oldest;

    // One bit for each area that holds anything.
    private uint _used;
    private bool _isClean;

    // Behind the newest segment stands what was left of one that began.
    private bool _hasTornBegin;
    private int _retentionDays = DefaultRetentionDays;
    private long _seenUtcSeconds;
    private long _jumpUtcSeconds;

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

        _flash = flash;
        _areaCount = areaCount;
        _reader = new SegmentReader(flash, firstArea, areaCount);
    }

    /// <summary>True once <see cref="Open"/> has run.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>
    /// The number that the next record gets. Numbers only rise, also from start to start. Where something newer may be lost they skip, so
    /// that none is given twice; a skip alone is no fault, because the chain of hashes goes on over it. At a record a second they last for
    /// 136 years.
    /// </summary>
    public uint HeadSequence
    {
        get { return _head.Sequence; }
    }

    private uint Newest
    {
        get { return _head.Segment - 1; }
    }

    private bool IsEmpty
    {
        get { return _head.Segment == 0 || (_oldest == Newest && _head.Rows == 0 && !_head.IsClosed); }
    }

    /// <summary>Reads the headers and the newest segment. Call <see cref="Expire"/> right after it, so that the ring knows how long to keep.</summary>
    /// <returns>False when something is wrong with what was read; what, says <see cref="Walk"/>. The ring can be used either way.</returns>
    public bool Open()
    {
        uint[] numbers = new uint[_areaCount];
        uint used = 0;
        uint whole = 0;
        bool isPlaced = false;
        bool isTorn = false;
        uint newest = 0;
        uint last = 0;
        uint lastSequence = 0;
        uint damaged = 0;

        for (int i = 0; i < _areaCount; i++)
        {
            uint bit = 1u << i;
            used |= _reader.HasByteAt((uint)i, 0) ? bit : 0;

            if ((used & bit) == 0 || !_reader.ReadHeader((uint)i))
            {
                damaged = (used & bit) != 0 && _reader.HasByteAt((uint)i, SegmentReader.BeginBytes) ? (uint)i + 1 : damaged;
                continue;
            }

            uint number = SegmentHeader.NumberOf(_reader.Header);
            uint sequence = SegmentHeader.SequenceOf(_reader.Header);
            numbers[i] = number;
            last = whole == 0 || (int)(number - last) > 0 ? number : last;
            lastSequence = whole == 0 || (int)(sequence - lastSequence) > 0 ? sequence : lastSequence;
            whole |= bit;

            if (number % (uint)_areaCount == (uint)i && (!isPlaced || (int)(number - newest) > 0))
            {
                isPlaced = true;
                newest = number;
            }
        }

        FaultCount found = new FaultCount();
        RecordCursor head = new RecordCursor();
        head.IsClosed = true;

        if (isPlaced)
        {
            head.Begin(newest);
            _reader.Follow(head, newest, found);
            isTorn = head.Rows == 0 && head.IsClosed && !_reader.HasByteAt(newest, SegmentReader.BeginBytes);

            if (isTorn && FollowBefore(newest, found, out RecordCursor before))
            {
                head = before;
                newest--;
                last = newest;
            }
            else
            {
                isTorn |= FollowDamaged(head, found);
            }
        }

        // A header that stands in the wrong place tells at least which numbers were used.
        if (whole != 0 && (!isPlaced || (int)(last - newest) > 0 || (int)(lastSequence - head.Sequence) > 0))
        {
            head.Segment = isPlaced && (int)(last - newest) <= 0 ? head.Segment : last + 1;
            head.Sequence = lastSequence + SegmentReader.RowsMax;
            head.IsClosed = true;
        }

        if (whole == 0)
        {
            head.Segment = damaged;
        }

        // There may have been a newer one that is lost.
        if (head.Segment != 0 && head.IsClosed)
        {
            head.Sequence += (uint)(_areaCount * SegmentReader.RowsMax);
        }

        _head = head;
        _used = used;
        _oldest = head.Segment == 0 ? 0 : Kept(Newest, head.Oldest);
        _seenUtcSeconds = head.UtcSeconds;
        _jumpUtcSeconds = 0;
        _isClean = false;
        _hasTornBegin = isTorn;
        IsOpen = true;
        return found.Faults == 0 && AreAllThere(numbers, whole);
    }

    /// <summary>Adds a record behind all others.</summary>
    /// <param name="record">Of any kind but <see cref="RecordKind.None"/>, which throws.</param>
    /// <returns>True once it is kept, or when a retention of 0 days says that none is. False: it is not there, and all before it is as it was.</returns>
    public bool Add(Record record)
    {
        if (record.Kind == RecordKind.None)
        {
            throw new ArgumentException("No event.", nameof(record));
        }

        if (!IsOpen || _retentionDays == 0)
        {
            return IsOpen;
        }

        CleanOnce();

        if (IsFromAnotherTime(record.UtcSeconds))
        {
            // Says that the segment ended here, so that a lost successor is not taken for one that never was.
            if (!Append(OwnRow(_oldest, isEnd: true)) && !_head.IsClosed)
            {
                return false;
            }

            _head.IsClosed = true;
        }

        return Append(record) || (_head.IsClosed && Begin(_oldest, record));
    }

    /// <summary>Takes out what is older than the retention, and says how long that is from now on (LOG-03).</summary>
    /// <remarks>
    /// A segment goes as a whole, when its oldest record is too old; no segment lasts longer than a third of the retention, or a day.
    /// Records without a time go with later ones, or when the ring is full. A time that lies in the future, or a month before one that
    /// stands earlier in the ring, was a wrong one and says nothing.
    /// </remarks>
    /// <param name="utcSeconds">What time it is, in seconds since 1970 in UTC; 0 while nobody knows: then nothing goes by age.</param>
    /// <param name="retentionDays">1 to 30 days, 7 before the first call. 0: nothing is kept, and what is there goes at once.</param>
    /// <param name="isConfirmed">
    /// True when a guardian has confirmed the time. Any other time that lies more than a day ahead of all that was seen before takes
    /// effect only when it still holds ten minutes later, so that one wrong time erases nothing: whoever sets a clock forward asks again
    /// within that time.
    /// </param>
    /// <returns>False when flash did not take it. Call again.</returns>
    public bool Expire(long utcSeconds, int retentionDays, bool isConfirmed = false)
    {
        _retentionDays = retentionDays < 0 ? 0 : retentionDays > RetentionDaysMax ? RetentionDaysMax : retentionDays;

        if (!IsOpen)
        {
            return false;
        }

        CleanOnce();
        uint oldest = _oldest;

        if (_retentionDays == 0)
        {
            oldest = IsEmpty ? oldest : _head.Segment;
        }
        else if (IsSteady(SegmentReader.TimeOf(utcSeconds), isConfirmed))
        {
            oldest = FirstThere(FirstToKeep(utcSeconds));
        }

        if (oldest != _oldest)
        {
            // What is given up is written down first, so that a cut in the middle of erasing leaves nothing that looks lost.
            if (oldest == _head.Segment)
            {
                _head.IsClosed = true;
            }

            if (Append(OwnRow(oldest, isEnd: false)))
            {
                _oldest = oldest;
            }
            else if (!_head.IsClosed || !Begin(oldest, default))
            {
                return false;
            }
        }

        return Clean();
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
        if (!cursor.IsBegun || (int)(cursor.Segment - _oldest) < 0)
        {
            cursor.Begin(_oldest);
        }

        if (!IsOpen || (int)(Newest - cursor.Segment) < 0)
        {
            return false;
        }

        _reader.Follow(cursor, Newest, reader);

        if (cursor.Segment != _head.Segment)
        {
            return true;
        }

        if (cursor.HasGap)
        {
            reader.OnFault(RecordFault.SegmentLost, cursor.Sequence);
        }
        else if (_hasTornBegin)
        {
            reader.OnFault(RecordFault.TornTail, cursor.Sequence);
        }

        return false;
    }

    /// <summary>Copies the head: the hash that all records so far led to, 32 bytes.</summary>
    public void CopyHead(byte[] hash, int offset)
    {
        Array.Copy(_head.Hash, 0, hash, offset, Sha256.HashBytes);
    }

    /// <summary>Compares a head that somebody kept with the records of now. Reads all segments since then.</summary>
    /// <param name="sequence">What <see cref="HeadSequence"/> was then.</param>
    /// <param name="hash">What <see cref="CopyHead"/> gave then, 32 bytes.</param>
    public HeadStanding StandingOf(uint sequence, byte[] hash)
    {
        if (!IsOpen)
        {
            return HeadStanding.Unknown;
        }

        if ((int)(sequence - _head.Sequence) > 0)
        {
            return HeadStanding.NotAncestor;
        }

        if (_head.Segment == 0)
        {
            return _head.IsAt(hash, 0) ? HeadStanding.Ancestor : HeadStanding.NotAncestor;
        }

        uint segment = Newest;
        bool isReached = false;

        while (!isReached && segment != _oldest - 1)
        {
            isReached = _reader.IsThere(segment) && (int)(sequence - SegmentHeader.SequenceOf(_reader.Header)) >= 0;
            segment -= isReached ? 0u : 1u;
        }

        RecordCursor cursor = new RecordCursor();
        FaultCount found = new FaultCount();
        cursor.Begin(isReached ? segment : _oldest);
        cursor.Wanted = hash;

        while (WalkOn(cursor, found))
        {
        }

        if (cursor.IsFound)
        {
            return found.Faults == 0 ? HeadStanding.Ancestor : HeadStanding.NotAncestor;
        }

        return isReached ? HeadStanding.NotAncestor : HeadStanding.NoLongerKept;
    }

    // The power went while the newest began: it does not count, and what stands there goes before another begins. But when what it gave up is
    // gone already, it had begun well, and the power went later.
    private bool FollowBefore(uint newest, IRecordReader found, out RecordCursor before)
    {
        before = new RecordCursor();

        if (!_reader.IsThere(newest - 1))
        {
            return false;
        }

        before.Begin(newest - 1);
        _reader.Follow(before, newest - 1, found);
        return _reader.IsThere(before.Oldest);
    }

    // A header that was damaged makes the newest segment look as if it had never begun. But one that a power cut met is short, and then
    // the segment before it is closed. True when there is such a short one.
    private bool FollowDamaged(RecordCursor head, IRecordReader found)
    {
        if (!head.IsClosed)
        {
            return false;
        }

        uint oldest = head.Oldest;
        long utcSeconds = head.UtcSeconds;
        _reader.Follow(head, head.Segment, found);
        head.Segment -= head.HasGap ? 1u : 0u;
        head.Oldest = oldest;
        head.UtcSeconds = utcSeconds;
        head.IsClosed = true;
        return head.HasGap && _reader.HasByteAt(head.Segment, 0) && !_reader.ReadHeader(head.Segment);
    }

    private bool AreAllThere(uint[] numbers, uint whole)
    {
        for (uint number = _oldest; number != _head.Segment; number++)
        {
            int i = (int)(number % (uint)_areaCount);

            if ((whole & (1u << i)) == 0 || numbers[i] != number)
            {
                return false;
            }
        }

        return true;
    }

    // The newest has rows of a time that is too long ago, or that was ahead of the clock of now.
    private bool IsFromAnotherTime(long utcSeconds)
    {
        long begun = _head.UtcSeconds;
        utcSeconds = SegmentReader.TimeOf(utcSeconds);

        if (_head.IsClosed || begun == 0 || utcSeconds == 0)
        {
            return false;
        }

        // Each segment costs an erase: shorter ones would keep records longer, and wear more.
        long lasts = _retentionDays * DaySeconds / 3;
        return utcSeconds - begun >= (lasts > DaySeconds ? lasts : DaySeconds) || begun - utcSeconds > DaySeconds;
    }

    // A row that the ring writes for itself. It tells which segment is the oldest that is kept, and whether this one ends here.
    private static Record OwnRow(uint oldest, bool isEnd)
    {
        return new Record(RecordKind.None, 0, 0, first: (int)oldest, second: isEnd ? 1 : 0);
    }

    // False with the newest segment closed: something else stands behind it. False with it open: nothing was written.
    private bool Append(Record record)
    {
        if (_head.IsClosed)
        {
            return false;
        }

        int area = _reader.AreaOf(Newest);
        int held = SegmentHeader.Bytes + (_head.Rows * SegmentReader.RowBytes);
        RecordCodec.Write(record, _block, 0);
        _reader.Seal(_head.Hash, _block, 0, _hash);

        if (WriteBlock(area, held, SegmentReader.RowBytes))
        {
            _head.IsClosed = _head.Rows + 1 == SegmentReader.RowsMax;
            Take(record);
            return true;
        }

        // Asked for two bytes from its last one on, an area that is as it should be gives one.
        _head.IsClosed = _flash.Read(area, held - 1, _block, 0, 2) != 1;
        return false;
    }

    // Begins the next segment with a record, or with none when the kind says so.
    private bool Begin(uint oldest, Record record)
    {
        // When an area takes nothing, the one behind it may.
        for (uint number = _head.Segment; number != _head.Segment + 2; number++)
        {
            int count = record.Kind == RecordKind.None ? SegmentHeader.Bytes : SegmentReader.BeginBytes;
            uint kept = oldest == _head.Segment ? number : Kept(number, oldest);
            SegmentHeader.Write(_block, number, _head.Sequence, kept, _head.Hash);
            _reader.HashHeader(_block, _hash);

            if (count == SegmentReader.BeginBytes)
            {
                RecordCodec.Write(record, _block, SegmentHeader.Bytes);
                _reader.Seal(_hash, _block, SegmentHeader.Bytes, _hash);
            }

            if (Put(number, count))
            {
                _oldest = kept;
                _head.Segment = number + 1;
                _head.Rows = 0;
                _head.UtcSeconds = 0;
                _head.IsClosed = false;
                _hasTornBegin = false;

                if (count == SegmentReader.BeginBytes)
                {
                    Take(record);
                }
                else
                {
                    _head.Reach(_hash, 0);
                }

                Clean();
                return true;
            }

            // It said no and did it all the same: nothing may follow from the same hash elsewhere.
            if (_reader.IsThere(number))
            {
                return false;
            }
        }

        return false;
    }

    private bool Put(uint number, int count)
    {
        int area = _reader.AreaOf(number);
        uint bit = 1u << (int)(number % (uint)_areaCount);

        if ((_used & bit) != 0 && !_flash.Erase(area))
        {
            return false;
        }

        _used |= bit;
        return WriteBlock(area, 0, count);
    }

    // What was written is read again: a flash may say yes and do nothing.
    private bool WriteBlock(int area, int held, int count)
    {
        if (!_flash.Append(area, held, _block, 0, count) || _flash.Read(area, held, _check, 0, count) != count)
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            if (_check[i] != _block[i])
            {
                return false;
            }
        }

        return true;
    }

    // What stands in _block is written, and _hash is what it leads to.
    private void Take(Record record)
    {
        _head.Reach(_hash, 0);
        _head.Rows++;
        _head.Sequence++;

        if (_head.UtcSeconds == 0)
        {
            _head.UtcSeconds = SegmentReader.TimeOf(record.UtcSeconds);
        }
    }

    // The oldest segment that is kept when this one is the newest. One area stays free.
    private uint Kept(uint newest, uint oldest)
    {
        uint most = (uint)_areaCount - 2;
        return newest - oldest > most ? FirstThere(newest - most) : oldest;
    }

    // An area that took nothing was passed over, and what never was must not look lost.
    private uint FirstThere(uint number)
    {
        // Asked twice: a read that fails once must not give up what is there.
        while ((int)(Newest - number) > 0
            && !_reader.IsThere(number)
            && !_reader.HasByteAt(number, SegmentReader.BeginBytes)
            && !_reader.IsThere(number))
        {
            number++;
        }

        return number;
    }

    private bool IsSteady(long utcSeconds, bool isConfirmed)
    {
        if (utcSeconds == 0)
        {
            return false;
        }

        bool isExpected = utcSeconds - _seenUtcSeconds <= DaySeconds;
        long held = utcSeconds - _jumpUtcSeconds;

        if (!isConfirmed && !isExpected && (held < HoldSeconds || held > DaySeconds))
        {
            _jumpUtcSeconds = held < 0 || held > DaySeconds ? utcSeconds : _jumpUtcSeconds;
            return false;
        }

        _seenUtcSeconds = utcSeconds;
        _jumpUtcSeconds = 0;
        return true;
    }

    // The segment behind the last one whose oldest record is too old.
    private uint FirstToKeep(long utcSeconds)
    {
        uint oldest = _oldest;
        long latest = 0;

        for (uint number = _oldest; number != _head.Segment; number++)
        {
            long time = number == Newest ? _head.UtcSeconds : _reader.TimeOf(number);

            if (time == 0 || time > utcSeconds + DaySeconds || time < latest - ((RetentionDaysMax + 1) * DaySeconds))
            {
                continue;
            }

            latest = time > latest ? time : latest;
            oldest = time < utcSeconds - (_retentionDays * DaySeconds) ? number + 1 : oldest;
        }

        return oldest;
    }

    // What was being given up when the power went goes while the newest segment can still take rows: torn bytes behind a closed one could
    // be those of a newer.
    private void CleanOnce()
    {
        if (!_isClean)
        {
            Clean();
        }
    }

    // Erases what is not kept. False when some of it is still there.
    private bool Clean()
    {
        _isClean = true;

        for (uint i = 0; i < (uint)_areaCount; i++)
        {
            uint bit = 1u << (int)i;

            // How far behind the oldest the area stands.
            uint behind = (i + (uint)_areaCount - (_oldest % (uint)_areaCount)) % (uint)_areaCount;

            if ((_used & bit) == 0 || behind < _head.Segment - _oldest)
            {
                continue;
            }

            if (_flash.Erase(_reader.AreaOf(i)))
            {
                _used &= ~bit;
            }
            else
            {
                _isClean = false;
            }
        }

        return _isClean;
    }
}
