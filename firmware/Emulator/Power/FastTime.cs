using System;
using System.Threading;

namespace ToyGuard.Emulator.Power;

/// <summary>The time that the device lives by, some times faster than this computer's. It goes on through pulled plugs, as time does. Safe from any thread.</summary>
internal sealed class FastTime
{
    /// <summary>A day in less than half a minute.</summary>
    public const int SpeedMax = 3600;

    private readonly Lock _lock = new();
    private readonly Func<long> _machineMs;
    private long _sinceMs;
    private long _livedMs;
    private int _speed = 1;

    /// <summary>A time that is the machine's until it is told to be faster.</summary>
    /// <param name="machineMs">The machine's monotonic clock.</param>
    public FastTime(Func<long> machineMs)
    {
        _machineMs = machineMs;
        _sinceMs = machineMs();
        _livedMs = _sinceMs;
    }

    /// <summary>Milliseconds, never fewer than before.</summary>
    public long NowMs
    {
        get
        {
            lock (_lock)
            {
                return _livedMs + ((_machineMs() - _sinceMs) * _speed);
            }
        }
    }

    /// <summary>How many times faster it goes, from 1 to <see cref="SpeedMax"/>. What has gone by stays.</summary>
    public int Speed
    {
        get
        {
            lock (_lock)
            {
                return _speed;
            }
        }

        set
        {
            lock (_lock)
            {
                long nowMs = _machineMs();
                _livedMs += (nowMs - _sinceMs) * _speed;
                _sinceMs = nowMs;
                _speed = value;
            }
        }
    }
}
