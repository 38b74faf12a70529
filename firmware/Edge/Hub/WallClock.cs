using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Hub;

/// <summary>The local time of day, carried on by the monotonic clock from the last time it was set. Unknown until then.</summary>
/// <remarks>It only tells; whether a time is believed is decided by who sets it. Safe from any thread.</remarks>
public sealed class WallClock
{
    private readonly object _lock = new object();
    private bool _isKnown;
    private long _localSecondsAtZero;

    /// <summary>Sets the time: seconds since 1970-01-01 00:00 on a clock on the wall of this home.</summary>
    public void Set(long localSeconds)
    {
        lock (_lock)
        {
            _localSecondsAtZero = localSeconds - (Environment.TickCount64 / 1000);
            _isKnown = true;
        }
    }

    /// <summary>Forgets the time, as after a power cut.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _isKnown = false;
        }
    }

    /// <summary>The time as rules need it; the unknown moment when it was never set.</summary>
    public Moment Now()
    {
        lock (_lock)
        {
            return _isKnown
                ? Moment.FromLocalSeconds(_localSecondsAtZero + (Environment.TickCount64 / 1000))
                : default;
        }
    }
}
