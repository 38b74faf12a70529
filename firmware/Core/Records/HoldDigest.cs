namespace ToyGuard.Core.Records;

/// <summary>Turns any flood of held calls into a few records an hour. Pure: time comes in. Has a lock of its own, so that a gate may count while a service writes.</summary>
/// <remarks>
/// A drain writes what it is given and then says so, and nothing is lost when the ring did not take it:
/// <code>
/// while (digest.TryPeek(nowMs, utc, boot, out Record record) &amp;&amp; ring.Add(record)) { digest.Drop(record); }
/// </code>
/// </remarks>
public sealed class HoldDigest
{
    /// <summary>Rows with a toy, endpoint and reason of their own. One more counts all others, so a drain writes at most one more than this.</summary>
    public const int RowsMax = 6;

    // The first calls after a quiet time are written soon, in case the plug is pulled; a flood is written hourly.
    private const long FirstWaitMs = 15 * 60 * 1000L;
    private const long PeriodMs = 60 * 60 * 1000L;

    private readonly object _lock = new object();
    private readonly int[] _keys = new int[RowsMax];
    private readonly int[] _times = new int[RowsMax + 1];
    private int _used;

    // Where a drain stands; 0 between drains.
    private int _next;
    private bool _isWaiting;
    private bool _hasDrained;
    private long _waitsSinceMs;
    private long _drainedMs;

    /// <summary>Counts one held call. Allocates nothing. A count stays at the largest number there is.</summary>
    /// <param name="toy">The toy's number; 0 for none.</param>
    /// <param name="endpoint">The endpoint's number; 0 for none.</param>
    /// <param name="reason">Why it was held.</param>
    public void Count(int toy, int endpoint, int reason)
    {
        lock (_lock)
        {
            int row = RowOf(toy, endpoint, reason);

            if (_times[row] < int.MaxValue)
            {
                _times[row]++;
            }
        }
    }

    /// <summary>The next record to be written, if it is time: a quarter of an hour after the first call that was held, then once an hour at most.</summary>
    /// <param name="nowMs">A clock that never goes back.</param>
    /// <param name="utcSeconds">The time for the record, 0 when unknown.</param>
    /// <param name="boot">The number of this start.</param>
    /// <param name="record">The record. Its first number says how many calls, its second within how many seconds.</param>
    /// <returns>False when nothing is to be written now.</returns>
    public bool TryPeek(long nowMs, long utcSeconds, int boot, out Record record)
    {
        lock (_lock)
        {
            record = default;

            if (!IsDue(nowMs))
            {
                return false;
            }

            while (_next <= RowsMax && _times[_next] == 0)
            {
                _next++;
            }

            if (_next > RowsMax)
            {
                EndDrain(nowMs);
                return false;
            }

            int key = _next < RowsMax ? _keys[_next] : 0;
            int flags = _next < RowsMax ? 0 : Record.OthersFlag;
            long since = _hasDrained ? _drainedMs : _waitsSinceMs;
            int seconds = (int)((nowMs - since) / 1000);
            record = new Record(RecordKind.CallsHeld, utcSeconds, boot, key >> 16, (key >> 8) & 0xFF, key & 0xFF, _times[_next], seconds, flags);
            return true;
        }
    }

    /// <summary>Says that the record just peeked at is kept, so that its calls are not counted again.</summary>
    /// <param name="record">What <see cref="TryPeek"/> gave.</param>
    public void Drop(Record record)
    {
        lock (_lock)
        {
            // Calls that came since stay in the row, for the next drain.
            _times[_next] -= record.First;
            _next++;
        }
    }

    private bool IsDue(long nowMs)
    {
        if (_next > 0)
        {
            return true;
        }

        if (_used == 0 && _times[RowsMax] == 0)
        {
            return false;
        }

        if (!_isWaiting)
        {
            _isWaiting = true;
            _waitsSinceMs = nowMs;
        }

        return nowMs - _waitsSinceMs >= FirstWaitMs && (!_hasDrained || nowMs - _drainedMs >= PeriodMs);
    }

    // Rows without a call make room for others.
    private void EndDrain(long nowMs)
    {
        int kept = 0;

        for (int i = 0; i < _used; i++)
        {
            if (_times[i] > 0)
            {
                _keys[kept] = _keys[i];
                _times[kept] = _times[i];
                kept++;
            }
        }

        for (int i = kept; i < _used; i++)
        {
            _times[i] = 0;
        }

        _used = kept;
        _next = 0;
        _isWaiting = kept > 0 || _times[RowsMax] > 0;
        _waitsSinceMs = nowMs;
        _hasDrained = true;
        _drainedMs = nowMs;
    }

    private int RowOf(int toy, int endpoint, int reason)
    {
        bool fits = toy >= 0 && toy <= byte.MaxValue && endpoint >= 0 && endpoint <= byte.MaxValue && reason >= 0 && reason <= byte.MaxValue;

        if (!fits)
        {
            return RowsMax;
        }

        int key = (toy << 16) | (endpoint << 8) | reason;

        for (int i = 0; i < _used; i++)
        {
            if (_keys[i] == key)
            {
                return i;
            }
        }

        if (_used == RowsMax)
        {
            return RowsMax;
        }

        _keys[_used] = key;
        _used++;
        return _used - 1;
    }
}
