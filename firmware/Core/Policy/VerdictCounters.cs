namespace ToyGuard.Core.Policy;

/// <summary>Counts verdicts per toy, endpoint, reason and day, for today and yesterday.</summary>
/// <remarks>
/// The tables never grow: a toy that tries everything cannot eat the memory. What finds no row of its own is counted in a rest, so that
/// the sum is always right. Counting allocates nothing. Has a lock of its own, so that a page may read while the gate counts.
/// </remarks>
public sealed class VerdictCounters
{
    private readonly object _lock = new object();
    private VerdictDay _today = new VerdictDay();
    private VerdictDay _yesterday = new VerdictDay();

    /// <summary>Today, as <see cref="Moment.Day"/>; 0 while no day is known.</summary>
    public int Day
    {
        get
        {
            lock (_lock)
            {
                return _today.Day;
            }
        }
    }

    /// <summary>Counts one verdict for today.</summary>
    public void Count(int toy, int endpoint, Reason reason)
    {
        lock (_lock)
        {
            _today.Count(toy, endpoint, reason);
        }
    }

    /// <summary>Makes today yesterday and begins <paramref name="day"/>. An earlier or the same day changes nothing; the first day known takes over what was counted before.</summary>
    public void StartDay(int day)
    {
        lock (_lock)
        {
            if (day <= _today.Day)
            {
                return;
            }

            if (_today.Day == 0)
            {
                _today.Name(day);
                return;
            }

            VerdictDay oldest = _yesterday;
            _yesterday = _today;
            _today = oldest;
            _today.Begin(day);

            // After a gap the day before today had nothing to count.
            if (_yesterday.Day != day - 1)
            {
                _yesterday.Begin(day - 1);
            }
        }
    }

    /// <summary>Forgets both days' counts; today stays today.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _today.Begin(_today.Day);
            _yesterday.Begin(_yesterday.Day);
        }
    }

    /// <summary>Forgets both days' counts of one toy; what went to the rest is nobody's and stays.</summary>
    public void Forget(int toy)
    {
        lock (_lock)
        {
            _today.Forget(toy);
            _yesterday.Forget(toy);
        }
    }

    /// <summary>How often this happened today; what went to the rest is not in it.</summary>
    public int Today(int toy, int endpoint, Reason reason)
    {
        lock (_lock)
        {
            return _today.TimesOf(toy, endpoint, reason);
        }
    }

    /// <summary>How often this happened yesterday; what went to the rest is not in it.</summary>
    public int Yesterday(int toy, int endpoint, Reason reason)
    {
        lock (_lock)
        {
            return _yesterday.TimesOf(toy, endpoint, reason);
        }
    }

    /// <summary>Verdicts of today that found no row of their own.</summary>
    /// <param name="isAllowed">True for the allowed among them, false for the held.</param>
    public int RestToday(bool isAllowed)
    {
        lock (_lock)
        {
            return isAllowed ? _today.RestAllowed : _today.RestHeld;
        }
    }

    /// <summary>Verdicts of yesterday that found no row of their own.</summary>
    /// <param name="isAllowed">True for the allowed among them, false for the held.</param>
    public int RestYesterday(bool isAllowed)
    {
        lock (_lock)
        {
            return isAllowed ? _yesterday.RestAllowed : _yesterday.RestHeld;
        }
    }

    /// <summary>A copy of today's rows, in no order.</summary>
    public VerdictCount[] RowsToday()
    {
        lock (_lock)
        {
            return _today.ToRows();
        }
    }

    /// <summary>A copy of yesterday's rows, in no order.</summary>
    public VerdictCount[] RowsYesterday()
    {
        lock (_lock)
        {
            return _yesterday.ToRows();
        }
    }
}
