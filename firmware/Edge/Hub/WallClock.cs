using ToyGuard.Core.Policy;
using ToyGuard.Guard.Time;

namespace ToyGuard.Edge.Hub;

/// <summary>The time of day, carried on by the monotonic clock from the last time it was set. Unknown until then. Safe from any thread.</summary>
/// <remarks>
/// A guardian's phone sets it to anything; the network only refines it, by <see cref="ClockRule"/>, and what it may refine is counted from
/// where the clock was set, however often it was refined since.
/// </remarks>
public sealed class WallClock : ITimeOfDay
{
    private readonly object _lock = new object();
    private bool _isKnown;
    private int _offsetSeconds;

    // UTC at the zero of the monotonic clock: as it was set, and as it is told.
    private long _setUtcMs;
    private long _utcMs;

    /// <summary>Sets the time, as a guardian's phone says it.</summary>
    /// <param name="utcMs">Milliseconds since 1970-01-01 00:00 UTC.</param>
    /// <param name="offsetSeconds">How far the clock on the wall of this home is ahead of UTC; negative west of Greenwich.</param>
    public void SetUtc(long utcMs, int offsetSeconds)
    {
        lock (_lock)
        {
            _offsetSeconds = offsetSeconds;
            Begin(utcMs);
        }
    }

    /// <summary>Takes a time from the network, if it is one to be believed. False when it is not; then nothing changes.</summary>
    /// <param name="utcMs">Milliseconds since 1970-01-01 00:00 UTC.</param>
    public bool Refine(long utcMs)
    {
        lock (_lock)
        {
            if (!_isKnown)
            {
                if (!ClockRule.MayBegin(utcMs))
                {
                    return false;
                }

                Begin(utcMs);

                return true;
            }

            long elapsedMs = LivedTime.NowMs;

            if (!ClockRule.MayRefine(utcMs, _setUtcMs + elapsedMs))
            {
                return false;
            }

            _utcMs = utcMs - elapsedMs;

            return true;
        }
    }

    /// <summary>Forgets the time, as after a power cut. How far local time is from UTC stays.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _isKnown = false;
        }
    }

    /// <inheritdoc/>
    public bool TryUtcMs(out long utcMs)
    {
        lock (_lock)
        {
            utcMs = _isKnown ? _utcMs + LivedTime.NowMs : 0;

            return _isKnown;
        }
    }

    /// <summary>The local time as rules need it; the unknown moment when it was never set.</summary>
    public Moment Now()
    {
        lock (_lock)
        {
            return _isKnown
                ? Moment.FromLocalSeconds(((_utcMs + LivedTime.NowMs) / 1000) + _offsetSeconds)
                : default;
        }
    }

    private void Begin(long utcMs)
    {
        _setUtcMs = utcMs - LivedTime.NowMs;
        _utcMs = _setUtcMs;
        _isKnown = true;
    }
}
