using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;
using ToyGuard.Edge.Storage;

namespace ToyGuard.Edge.Hub;

/// <summary>The time of day, carried on by the monotonic clock from the last time it was set, by the rules of <see cref="ClockTrust"/>. Safe from any thread.</summary>
/// <remarks>
/// What the clock on the wall shows is known once somebody said how the clocks here go: a zone, or a phone since the power came. Until then
/// the local time is unknown even where UTC is known, else a power cut would move bedtime by hours (PCTL-03).
/// </remarks>
public sealed class WallClock : IHomeClock
{
    private readonly object _lock = new object();
    private readonly ClockTrust _trust = new ClockTrust();
    private ZoneRule? _zone;
    private int _offsetSeconds;
    private bool _hasOffset;

    /// <summary>True once a guardian's phone set the time, since the power came.</summary>
    public bool IsConfirmed
    {
        get
        {
            lock (_lock)
            {
                return _trust.IsConfirmed;
            }
        }
    }

    /// <summary>Sets the time, as a guardian's phone says it; nothing changes for what is no time.</summary>
    /// <param name="utcMs">Milliseconds since 1970-01-01 00:00 UTC.</param>
    /// <param name="offsetSeconds">How far the clock on the wall of this home is ahead of UTC; negative west of Greenwich. Counts where no zone is set.</param>
    public void SetUtc(long utcMs, int offsetSeconds)
    {
        lock (_lock)
        {
            if (_trust.Confirm(utcMs, LivedTime.NowMs))
            {
                _offsetSeconds = offsetSeconds;
                _hasOffset = true;
            }
        }
    }

    /// <inheritdoc/>
    public void SetZone(string zone)
    {
        lock (_lock)
        {
            if (_zone is null || _zone.Text != zone)
            {
                _zone = ZoneRule.Read(zone);
            }
        }
    }

    /// <summary>Takes a time from the network, if it is one to be believed. False when it is not; then nothing changes.</summary>
    /// <param name="utcMs">Milliseconds since 1970-01-01 00:00 UTC.</param>
    public bool Refine(long utcMs)
    {
        lock (_lock)
        {
            return _trust.Refine(utcMs, LivedTime.NowMs);
        }
    }

    /// <summary>Forgets the time and a phone's offset, as after a power cut. The zone stays.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _trust.Forget();
            _hasOffset = false;
        }
    }

    /// <inheritdoc/>
    public bool TryUtcMs(out long utcMs)
    {
        lock (_lock)
        {
            utcMs = _trust.UtcMs(LivedTime.NowMs);

            return _trust.IsKnown;
        }
    }

    /// <summary>The local time as rules need it; the unknown moment while nobody said what time it is, or how the clocks here go.</summary>
    public Moment Now()
    {
        lock (_lock)
        {
            if (!_trust.IsKnown || (_zone is null && !_hasOffset))
            {
                return default;
            }

            long utcSeconds = _trust.UtcMs(LivedTime.NowMs) / 1000;

            return Moment.FromLocalSeconds(utcSeconds + (_zone is null ? _offsetSeconds : _zone.OffsetAt(utcSeconds)));
        }
    }
}
