using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Data;

/// <summary>Counts what each toy does at each place, for "who my toy talks to", and keeps the names of held hosts for "open this?" (INFO-01).</summary>
/// <remarks>
/// In memory only: nothing of it survives the power. Who, why and which data stand in the manifest; how much is the gate's to say
/// (<see cref="Gate.BytesToday"/>). A verdict allocates nothing here. Safe from any thread; nothing is called under its lock.
/// </remarks>
public sealed class ActivityBook : IVerdictWatcher
{
    // Of a row.
    private const int Calls = 0;
    private const int Held = 1;
    private const int LastMinute = 2;
    private const int LastHeldMinute = 3;
    private const int RowInts = 4;

    private readonly object _lock = new object();

    // Of each toy: where its rows begin. Its first row is of no place, then one for each endpoint.
    private int[] _starts;
    private int[] _rows;
    private IVerdictWatcher? _next;
    private long _nowMs;
    private int _minute;
    private int _day;

    /// <summary>A book for these toys; number 1 is the first.</summary>
    public ActivityBook(DeclaredToy[] toys)
    {
        _starts = StartsOf(toys);
        _rows = new int[_starts[toys.Length]];
    }

    /// <summary>Goes on for other toys; of those that have the same places under the same number the counts stay.</summary>
    public void SetToys(DeclaredToy[] toys)
    {
        int[] starts = StartsOf(toys);
        int[] rows = new int[starts[toys.Length]];

        lock (_lock)
        {
            for (int i = 0; i < toys.Length && i + 1 < _starts.Length; i++)
            {
                int count = starts[i + 1] - starts[i];

                if (count == _starts[i + 1] - _starts[i])
                {
                    Array.Copy(_rows, _starts[i], rows, starts[i], count);
                }
            }

            _starts = starts;
            _rows = rows;
        }
    }

    /// <summary>Names that were asked for and held, while there is power.</summary>
    public HeldHosts Hosts { get; } = new HeldHosts();

    /// <summary>Who is told of verdicts after this one; null is nobody.</summary>
    public IVerdictWatcher? Next
    {
        get
        {
            lock (_lock)
            {
                return _next;
            }
        }

        set
        {
            lock (_lock)
            {
                _next = value;
            }
        }
    }

    /// <inheritdoc/>
    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        if (!query.IsOwn)
        {
            Count(query, verdict);
        }

        Next?.OnVerdict(query, verdict);
    }

    /// <summary>Says what time it is: once a second or so. A later day than any before begins new counts, and names of a day ago go.</summary>
    /// <param name="nowMs">The monotonic clock.</param>
    /// <param name="now">The wall time.</param>
    public void SetTime(long nowMs, Moment now)
    {
        lock (_lock)
        {
            _nowMs = nowMs;
            _minute = now.IsKnown ? now.Minute : 0;

            if (now.IsKnown && now.Day > _day)
            {
                // What was counted before the first day was known belongs to it.
                BeginDay(_day != 0);
                _day = now.Day;
            }
        }

        Hosts.Turn(nowMs);
    }

    /// <summary>What a toy did at a place.</summary>
    /// <param name="toy">Which toy, from 1.</param>
    /// <param name="endpoint">Which endpoint of its manifest, from 1; 0 for what was about none of them.</param>
    /// <returns>Nothing, for numbers that name none.</returns>
    public PlaceActivity At(int toy, int endpoint)
    {
        lock (_lock)
        {
            int row = RowOf(toy, endpoint);
            return row < 0 ? default : new PlaceActivity(_rows[row + Calls], _rows[row + Held], _rows[row + LastMinute], _rows[row + LastHeldMinute]);
        }
    }

    /// <summary>Forgets one toy: its counts, its times, the names it asked for.</summary>
    public void Forget(int toy)
    {
        lock (_lock)
        {
            if (toy >= 1 && toy < _starts.Length)
            {
                Array.Clear(_rows, _starts[toy - 1], _starts[toy] - _starts[toy - 1]);
            }
        }

        Hosts.Forget(toy);
    }

    /// <summary>Forgets every toy.</summary>
    public void ForgetAll()
    {
        int toys;

        lock (_lock)
        {
            toys = _starts.Length - 1;
        }

        for (int toy = 0; toy <= toys; toy++)
        {
            Forget(toy);
        }
    }

    private static int[] StartsOf(DeclaredToy[] toys)
    {
        int[] starts = new int[toys.Length + 1];

        for (int i = 0; i < toys.Length; i++)
        {
            starts[i + 1] = starts[i] + ((1 + toys[i].Manifest.Endpoints.Length) * RowInts);
        }

        return starts;
    }

    private void Count(GateQuery query, Verdict verdict)
    {
        long nowMs;
        int minute;

        lock (_lock)
        {
            nowMs = _nowMs;
            minute = _minute;
            int row = RowOf(query.Toy, verdict.Endpoint);

            if (row >= 0 && (!verdict.IsAllowed || query.Kind != AskKind.Lookup))
            {
                int count = row + (verdict.IsAllowed ? Calls : Held);
                _rows[count] = _rows[count] < int.MaxValue ? _rows[count] + 1 : _rows[count];
                _rows[row + (verdict.IsAllowed ? LastMinute : LastHeldMinute)] = minute;
            }
        }

        // Only what a guardian could open: at any other hour the name is no news.
        if (verdict.Reason >= Reason.NotOnManifest && verdict.Reason <= Reason.OtherScheme)
        {
            Hosts.Note(query.Toy, verdict.Endpoint, query.Host, nowMs, minute);
        }
    }

    private void BeginDay(bool isNext)
    {
        for (int row = 0; isNext && row < _rows.Length; row += RowInts)
        {
            _rows[row + Calls] = 0;
            _rows[row + Held] = 0;
        }
    }

    private int RowOf(int toy, int endpoint)
    {
        if (toy < 1 || toy >= _starts.Length || endpoint < 0)
        {
            return -1;
        }

        int row = _starts[toy - 1] + (endpoint * RowInts);
        return row < _starts[toy] ? row : -1;
    }
}
