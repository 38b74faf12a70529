using ToyGuard.Core.Crypto;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Records;

/// <summary>Reads segments and holds every row against the chain.</summary>
/// <remarks>
/// A row is 23 bytes of record and the first 9 bytes of SHA-256 over the whole hash before it and those 23. A row that does not fit is told
/// at its place. When the next one fits again, only the 9 bytes were touched; else the rest of the segment proves nothing, and the next
/// segment, which keeps the whole hash, goes on.
/// </remarks>
internal sealed class SegmentReader
{
    internal const int RowBytes = 32;

    /// <summary>Rows of a segment: 64 bytes and 126 rows fill 4 KiB.</summary>
    internal const int RowsMax = 126;

    /// <summary>The longest that a segment can be when the power goes while it begins.</summary>
    internal const int BeginBytes = SegmentHeader.Bytes + RowBytes;

    /// <summary>2020-01-01. What lies before is no time, but a clock that nobody set.</summary>
    private const long EarliestUtcSeconds = 1577836800;

    // What is read from flash at once.
    private const int ChunkRows = 16;

    private readonly IFlash _flash;
    private readonly int _firstArea;
    private readonly int _areaCount;
    private readonly Sha256 _sha = new Sha256();
    private readonly byte[] _header = new byte[SegmentHeader.Bytes];
    private readonly byte[] _next = new byte[SegmentHeader.Bytes];
    private readonly byte[] _chunk = new byte[ChunkRows * RowBytes];
    private readonly byte[] _hash = new byte[Sha256.HashBytes];
    private readonly byte[] _probe = new byte[1];
    private int _chunkBytes;

    internal SegmentReader(IFlash flash, int firstArea, int areaCount)
    {
        _flash = flash;
        _firstArea = firstArea;
        _areaCount = areaCount;
    }

    /// <summary>The header last read.</summary>
    internal byte[] Header
    {
        get { return _header; }
    }

    internal int AreaOf(uint number)
    {
        return _firstArea + (int)(number % (uint)_areaCount);
    }

    /// <summary>True when the area of a segment begins with a whole header, whose ever, which then is in <see cref="Header"/>.</summary>
    internal bool ReadHeader(uint number)
    {
        return ReadHeader(AreaOf(number), _header);
    }

    /// <summary>True when the segment is there with a whole header, which then is in <see cref="Header"/>.</summary>
    internal bool IsThere(uint number)
    {
        return IsThere(number, _header);
    }

    /// <summary>True when a byte stands there, or nobody can say.</summary>
    internal bool HasByteAt(uint number, int offset)
    {
        return _flash.Read(AreaOf(number), offset, _probe, 0, 1) != 0;
    }

    /// <summary>Computes the hash that a row leads to, and writes its first bytes behind the row.</summary>
    internal void Seal(byte[] before, byte[] bytes, int offset, byte[] after)
    {
        HashRow(before, bytes, offset, after);

        for (int i = RecordCodec.Bytes; i < RowBytes; i++)
        {
            bytes[offset + i] = after[i - RecordCodec.Bytes];
        }
    }

    /// <summary>The hash that the first row of a segment follows.</summary>
    internal void HashHeader(byte[] header, byte[] hash)
    {
        SegmentHeader.HashInto(_sha, header, hash);
    }

    /// <summary>The first time that the rows of a segment know; 0 for none, and where a row before it was altered: no altered time makes the rows around it go.</summary>
    internal long TimeOf(uint number)
    {
        if (!IsThere(number, _header))
        {
            return 0;
        }

        HashHeader(_header, _hash);

        for (int row = 0; row < RowsMax && ReadRow(number, row) == RowBytes; row++)
        {
            int offset = OffsetOf(row);
            HashRow(_hash, _chunk, offset, _hash);

            if (!IsSealed(offset))
            {
                return 0;
            }

            long utcSeconds = TimeOf(RecordCodec.UtcOf(_chunk, offset));

            if (utcSeconds != 0)
            {
                return utcSeconds;
            }
        }

        return 0;
    }

    /// <summary>The time, or 0 for one that no clock of ours can have said.</summary>
    internal static long TimeOf(long utcSeconds)
    {
        return utcSeconds >= EarliestUtcSeconds ? utcSeconds : 0;
    }

    /// <summary>Reads the segment at the cursor and moves it behind. What it finds goes to <paramref name="reader"/>.</summary>
    /// <param name="cursor">Where the walk stands.</param>
    /// <param name="newest">The newest segment there is.</param>
    /// <param name="reader">Is told.</param>
    internal void Follow(RecordCursor cursor, uint newest, IRecordReader reader)
    {
        uint number = cursor.Segment;
        bool hasNext = FindNext(number, newest);
        cursor.Segment = number + 1;
        cursor.Rows = 0;
        cursor.UtcSeconds = 0;
        cursor.IsClosed = false;

        bool isWhole = ReadHeader(AreaOf(number), _header);

        if (isWhole && SegmentHeader.NumberOf(_header) == number)
        {
            Enter(cursor, reader);
            ReadRows(cursor, number, hasNext, isProved: true, reader);
        }
        else if (isWhole || !HasByteAt(number, BeginBytes))
        {
            // Never begun, or cut off while it began, or gone: the next one says which.
            cursor.HasGap = true;
            cursor.IsClosed = true;
        }
        else
        {
            if (!cursor.IsPlaced)
            {
                cursor.Sequence = hasNext ? SegmentHeader.SequenceOf(_next) - (uint)RowsIn(number) : 0;
                cursor.IsPlaced = true;
            }

            reader.OnFault(RecordFault.SegmentAltered, cursor.Sequence);
            ReadRows(cursor, number, hasNext, isProved: false, reader);
        }
    }

    // Holds a whole header against the walk so far.
    private void Enter(RecordCursor cursor, IRecordReader reader)
    {
        uint sequence = SegmentHeader.SequenceOf(_header);

        if (!cursor.IsLinked)
        {
            if (cursor.HasGap)
            {
                reader.OnFault(RecordFault.SegmentLost, cursor.IsPlaced ? cursor.Sequence : sequence - 1);
            }
        }
        else if (!cursor.IsAt(_header, SegmentHeader.HashOffset))
        {
            bool isLater = (int)(sequence - cursor.Sequence) > 0;
            reader.OnFault(
                cursor.HasGap ? RecordFault.SegmentLost : isLater ? RecordFault.RowsLost : RecordFault.SegmentUnlinked,
                cursor.Sequence);
        }

        cursor.HasGap = false;
        cursor.IsPlaced = true;
        cursor.Sequence = sequence;
        cursor.Oldest = SegmentHeader.OldestOf(_header);
        cursor.Reach(_header, SegmentHeader.HashOffset);
        HashHeader(_header, _hash);
        cursor.Reach(_hash, 0);
    }

    private void ReadRows(RecordCursor cursor, uint number, bool hasNext, bool isProved, IRecordReader reader)
    {
        // One row that does not fit may be no more than its 9 bytes; after the second in a row nothing is proved.
        bool isSuspect = !isProved;
        bool isTorn = false;

        while (cursor.Rows < RowsMax && !isTorn)
        {
            int there = ReadRow(number, cursor.Rows);

            if (there <= 0)
            {
                break;
            }

            bool isEnd = hasNext && cursor.IsAt(_next, SegmentHeader.HashOffset);

            // The next segment follows from the row before: the power went while this one was added.
            if (isEnd || there < RowBytes)
            {
                if (isEnd || !hasNext)
                {
                    reader.OnFault(IsLast(number, cursor.Rows) ? RecordFault.TornTail : RecordFault.RowAltered, cursor.Sequence);
                }

                isTorn = true;
                break;
            }

            int offset = OffsetOf(cursor.Rows);
            HashRow(cursor.Hash, _chunk, offset, _hash);
            Record record = RecordCodec.Read(_chunk, offset);

            if (isProved && IsSealed(offset))
            {
                isSuspect = false;
                Deliver(cursor, record, reader);
            }
            else if (isProved && !isSuspect)
            {
                if (!hasNext && IsLast(number, cursor.Rows))
                {
                    reader.OnFault(RecordFault.TornTail, cursor.Sequence);
                    isTorn = true;
                    break;
                }

                isSuspect = true;
                reader.OnFault(RecordFault.RowAltered, cursor.Sequence);
            }
            else
            {
                isProved = false;
                reader.OnUnproved(cursor.Sequence, record);
            }

            cursor.Reach(_hash, 0);
            cursor.Sequence++;
            cursor.Rows++;
        }

        // Reading stopped where there is more: to whoever asks, that is lost.
        if (_chunkBytes < 0 && !hasNext)
        {
            reader.OnFault(RecordFault.RowsLost, cursor.Sequence);
            isTorn = true;
        }

        cursor.IsLinked = !isSuspect;
        cursor.IsClosed |= isTorn || isSuspect || cursor.Rows == RowsMax;
    }

    private static void Deliver(RecordCursor cursor, Record record, IRecordReader reader)
    {
        if (record.Kind == RecordKind.None)
        {
            cursor.Oldest = (uint)record.First;
            cursor.IsClosed |= record.Second != 0;
            return;
        }

        if (cursor.UtcSeconds == 0)
        {
            cursor.UtcSeconds = TimeOf(record.UtcSeconds);
        }

        reader.OnRecord(cursor.Sequence, record);
    }

    private void HashRow(byte[] before, byte[] bytes, int offset, byte[] after)
    {
        _sha.Reset();
        _sha.Add(before, 0, Sha256.HashBytes);
        _sha.Add(bytes, offset, RecordCodec.Bytes);
        _sha.Finish(after, 0);
    }

    private bool IsSealed(int offset)
    {
        for (int i = RecordCodec.Bytes; i < RowBytes; i++)
        {
            if (_chunk[offset + i] != _hash[i - RecordCodec.Bytes])
            {
                return false;
            }
        }

        return true;
    }

    // The next segment that is there goes to _next.
    private bool FindNext(uint number, uint newest)
    {
        while (number != newest)
        {
            number++;

            if (IsThere(number, _next))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLast(uint number, int row)
    {
        return !HasByteAt(number, SegmentHeader.Bytes + ((row + 1) * RowBytes));
    }

    private bool ReadHeader(int area, byte[] header)
    {
        return _flash.Read(area, 0, header, 0, SegmentHeader.Bytes) == SegmentHeader.Bytes && SegmentHeader.IsWhole(header);
    }

    private bool IsThere(uint number, byte[] header)
    {
        return ReadHeader(AreaOf(number), header) && SegmentHeader.NumberOf(header) == number;
    }

    private int RowsIn(uint number)
    {
        int rows = 0;

        while (rows < RowsMax && ReadRow(number, rows) == RowBytes)
        {
            rows++;
        }

        return rows;
    }

    // Bytes of the row that are there, and then stand in the chunk; 0 or less for none.
    private int ReadRow(uint number, int row)
    {
        if (row % ChunkRows == 0)
        {
            _chunkBytes = _flash.Read(AreaOf(number), SegmentHeader.Bytes + (row * RowBytes), _chunk, 0, _chunk.Length);
        }

        int there = _chunkBytes - OffsetOf(row);
        return there < RowBytes ? there : RowBytes;
    }

    private static int OffsetOf(int row)
    {
        return row % ChunkRows * RowBytes;
    }
}
