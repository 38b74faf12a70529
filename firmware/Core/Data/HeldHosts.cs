using System;
using System.Text;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Data;

/// <summary>The names that toys asked for and did not get, for "open this?": a short list in memory, gone with the power and after a day (design.md 4).</summary>
/// <remarks>
/// Such a name can be a child's secret, so it is never in flash, in no record and in no export's file of settings. When the list is full, the toy that
/// has most of it loses the one it asked for longest ago: one toy that tries everything hides no other's. Noting allocates nothing. Safe from any thread.
/// </remarks>
public sealed class HeldHosts
{
    /// <summary>Names in the list.</summary>
    public const int Max = 32;

    /// <summary>Bytes of the longest name that is listed. A longer one is a message, and no place that a guardian would open.</summary>
    public const int NameMax = 127;

    /// <summary>How long a name stays after it was last asked for.</summary>
    public const long KeptMs = 24L * 60 * 60 * 1000;

    private readonly object _lock = new object();
    private readonly byte[] _names = new byte[Max * NameMax];
    private readonly byte[] _lengths = new byte[Max];
    private readonly int[] _numbers = new int[Max];
    private readonly int[] _toys = new int[Max];
    private readonly int[] _endpoints = new int[Max];
    private readonly int[] _tries = new int[Max];
    private readonly int[] _minutes = new int[Max];
    private readonly long[] _times = new long[Max];
    private int _lastNumber;

    /// <summary>Notes that a toy asked for a host and was held.</summary>
    /// <param name="toy">Which toy; 0 for one nobody knows.</param>
    /// <param name="endpoint">What the verdict was about; 0 for nothing on the manifest.</param>
    /// <param name="host">The name; an empty one, and one that is too long, is not listed.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    /// <param name="minute">The local minute; 0 when it is not known.</param>
    internal void Note(int toy, int endpoint, HostName host, long nowMs, int minute)
    {
        if (host.Length == 0 || host.Length > NameMax)
        {
            return;
        }

        lock (_lock)
        {
            int at = Find(toy, host);

            if (at < 0)
            {
                at = Room();
                _lastNumber++;
                _numbers[at] = _lastNumber;
                _toys[at] = toy;
                _tries[at] = 0;
                _lengths[at] = (byte)host.Length;
                Array.Copy(host.Bytes, 0, _names, at * NameMax, host.Length);
            }

            _tries[at] = _tries[at] < int.MaxValue ? _tries[at] + 1 : _tries[at];
            _endpoints[at] = endpoint;
            _times[at] = nowMs;
            _minutes[at] = minute;
        }
    }

    /// <summary>The names that a toy asked for, the one it asked for last first.</summary>
    public HeldHost[] Of(int toy)
    {
        lock (_lock)
        {
            int count = CountOf(toy);
            HeldHost[] hosts = new HeldHost[count];
            bool[] isTaken = new bool[Max];

            for (int i = 0; i < count; i++)
            {
                int newest = -1;

                for (int at = 0; at < Max; at++)
                {
                    bool isNext = _lengths[at] > 0 && _toys[at] == toy && !isTaken[at];
                    newest = isNext && (newest < 0 || IsLater(at, newest)) ? at : newest;
                }

                isTaken[newest] = true;
                string name = Encoding.UTF8.GetString(_names, newest * NameMax, _lengths[newest]);
                hosts[i] = new HeldHost(_numbers[newest], toy, _endpoints[newest], name, _tries[newest], _minutes[newest]);
            }

            return hosts;
        }
    }

    /// <summary>Forgets the names that nobody asked for within the last day.</summary>
    /// <param name="nowMs">The monotonic clock.</param>
    internal void Turn(long nowMs)
    {
        lock (_lock)
        {
            for (int at = 0; at < Max; at++)
            {
                if (_lengths[at] > 0 && nowMs - _times[at] >= KeptMs)
                {
                    Clear(at);
                }
            }
        }
    }

    /// <summary>Forgets what a toy asked for.</summary>
    internal void Forget(int toy)
    {
        lock (_lock)
        {
            for (int at = 0; at < Max; at++)
            {
                if (_toys[at] == toy)
                {
                    Clear(at);
                }
            }
        }
    }

    // The bytes go too: what is forgotten is in no picture of the memory.
    private void Clear(int at)
    {
        _lengths[at] = 0;
        _toys[at] = 0;
        Array.Clear(_names, at * NameMax, NameMax);
    }

    private int Find(int toy, HostName host)
    {
        for (int at = 0; at < Max; at++)
        {
            if (_lengths[at] == host.Length && _toys[at] == toy && IsSame(at, host))
            {
                return at;
            }
        }

        return -1;
    }

    private bool IsSame(int at, HostName host)
    {
        int start = at * NameMax;

        for (int i = 0; i < host.Length; i++)
        {
            if (_names[start + i] != host.Bytes[i])
            {
                return false;
            }
        }

        return true;
    }

    // A free place; else, of the toy that has most names, the oldest.
    private int Room()
    {
        int oldest = -1;
        int most = 0;

        for (int at = 0; at < Max; at++)
        {
            if (_lengths[at] == 0)
            {
                return at;
            }

            int has = CountOf(_toys[at]);

            if (has > most || (has == most && _toys[at] == _toys[oldest] && IsLater(oldest, at)))
            {
                most = has;
                oldest = at;
            }
        }

        Clear(oldest);
        return oldest;
    }

    private int CountOf(int toy)
    {
        int count = 0;

        for (int at = 0; at < Max; at++)
        {
            count += _lengths[at] > 0 && _toys[at] == toy ? 1 : 0;
        }

        return count;
    }

    private bool IsLater(int at, int other)
    {
        return _times[at] > _times[other] || (_times[at] == _times[other] && _numbers[at] > _numbers[other]);
    }
}
