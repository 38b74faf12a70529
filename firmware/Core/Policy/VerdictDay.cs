using System;

namespace ToyGuard.Core.Policy;

/// <summary>The counts of one day: a table of fixed size, found by hashing, and a rest for what found no row.</summary>
internal sealed class VerdictDay
{
    /// <summary>Rows of a day; a power of two. A home of a few toys and a dozen endpoints meets some tens of reasons a day.</summary>
    internal const int RowsMax = 256;

    // Past these a number does not fit a key. Toys and endpoints number at most 32 each.
    private const int ToyMax = 0x7FF;
    private const int EndpointMax = 0xFFF;

    private readonly int[] _keys = new int[RowsMax];
    private readonly int[] _times = new int[RowsMax];

    /// <summary>The day, as <see cref="Moment.Day"/>; 0 while it is not known.</summary>
    internal int Day { get; private set; }

    /// <summary>Allowed verdicts that found no row.</summary>
    internal int RestAllowed { get; private set; }

    /// <summary>Holds that found no row.</summary>
    internal int RestHeld { get; private set; }

    /// <summary>Says which day it is, and keeps the counts.</summary>
    internal void Name(int day)
    {
        Day = day;
    }

    /// <summary>Empties the table for another day.</summary>
    internal void Begin(int day)
    {
        Day = day;
        RestAllowed = 0;
        RestHeld = 0;
        Array.Clear(_times, 0, RowsMax);
    }

    /// <summary>Forgets the rows of one toy.</summary>
    internal void Forget(int toy)
    {
        VerdictCount[] rows = ToRows();
        Array.Clear(_times, 0, RowsMax);

        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i].Toy == toy ? -1 : RowOf(rows[i].Toy, rows[i].Endpoint, rows[i].Reason);

            if (row >= 0)
            {
                _keys[row] = KeyOf(rows[i].Toy, rows[i].Endpoint, rows[i].Reason);
                _times[row] = rows[i].Times;
            }
        }
    }

    internal void Count(int toy, int endpoint, Reason reason)
    {
        int row = RowOf(toy, endpoint, reason);

        if (row >= 0)
        {
            _keys[row] = KeyOf(toy, endpoint, reason);
            _times[row] = OneMore(_times[row]);
        }
        else if (reason == Reason.Allowed)
        {
            RestAllowed = OneMore(RestAllowed);
        }
        else
        {
            RestHeld = OneMore(RestHeld);
        }
    }

    internal int TimesOf(int toy, int endpoint, Reason reason)
    {
        int row = RowOf(toy, endpoint, reason);
        return row >= 0 ? _times[row] : 0;
    }

    internal VerdictCount[] ToRows()
    {
        int used = 0;

        for (int i = 0; i < RowsMax; i++)
        {
            used += _times[i] > 0 ? 1 : 0;
        }

        VerdictCount[] rows = new VerdictCount[used];

        for (int i = 0; i < RowsMax; i++)
        {
            if (_times[i] > 0)
            {
                used--;
                int key = _keys[i];
                rows[used] = new VerdictCount(key >> 20, (key >> 8) & EndpointMax, (Reason)(byte)key, _times[i]);
            }
        }

        return rows;
    }

    // The row that has the key, else the free row where it goes, else -1.
    private int RowOf(int toy, int endpoint, Reason reason)
    {
        if (toy < 0 || toy > ToyMax || endpoint < 0 || endpoint > EndpointMax)
        {
            return -1;
        }

        int key = KeyOf(toy, endpoint, reason);
        int row = (key ^ (key >> 8) * 31 ^ (key >> 20) * 7) & (RowsMax - 1);

        for (int i = 0; i < RowsMax; i++)
        {
            if (_times[row] == 0 || _keys[row] == key)
            {
                return row;
            }

            row = (row + 1) & (RowsMax - 1);
        }

        return -1;
    }

    private static int KeyOf(int toy, int endpoint, Reason reason)
    {
        return (toy << 20) | (endpoint << 8) | (byte)reason;
    }

    private static int OneMore(int times)
    {
        return times < int.MaxValue ? times + 1 : times;
    }
}
