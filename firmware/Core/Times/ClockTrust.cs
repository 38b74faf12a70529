namespace ToyGuard.Core.Times;

/// <summary>A clock of which is known whom it may believe: who may move it, and how far (design.md 7, PCTL-03).</summary>
/// <remarks>
/// A guardian's phone sets it to any time that rules can be kept by. The network begins it where nobody did, and refines it from then on: never
/// further than ten minutes from where it was set or begun, carried on by the monotonic clock, however often it was refined since. So between
/// two starts it leads the monotonic clock by ten minutes at most, unless a phone confirms more. For one thread at a time; time comes in.
/// </remarks>
public sealed class ClockTrust
{
    /// <summary>2020-01-01. A device that lost its clock says 1970 or 2000, and neither is a time that rules may be kept by.</summary>
    public const long EarliestSeconds = 1577836800;

    /// <summary>9999-12-31 23:59:59, where calendars end.</summary>
    public const long LatestSeconds = 253402300799;

    /// <summary>How far the network may move the clock from where it was set or begun: ten minutes.</summary>
    public const long RangeMs = 10 * 60 * 1000;

    // UTC at the zero of the monotonic clock: as it was set or begun, and as it is told.
    private long _setUtcMs;
    private long _utcMs;

    /// <summary>True once somebody said what time it is.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>True once a guardian's phone said it, since the power came.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>True for a time that rules can be kept by, milliseconds since 1970-01-01 UTC.</summary>
    public static bool IsTime(long utcMs)
    {
        return utcMs >= EarliestSeconds * 1000 && utcMs <= LatestSeconds * 1000;
    }

    /// <summary>Sets the clock, as a guardian's phone says it. False, and nothing changes, for what is no time.</summary>
    /// <param name="utcMs">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="elapsedMs">The monotonic clock.</param>
    public bool Confirm(long utcMs, long elapsedMs)
    {
        if (!IsTime(utcMs))
        {
            return false;
        }

        Begin(utcMs, elapsedMs);
        IsConfirmed = true;
        return true;
    }

    /// <summary>Takes a time from the network, if it is one to be believed. False when it is not; then nothing changes.</summary>
    /// <param name="utcMs">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="elapsedMs">The monotonic clock.</param>
    public bool Refine(long utcMs, long elapsedMs)
    {
        if (!IsTime(utcMs))
        {
            return false;
        }

        if (!IsKnown)
        {
            Begin(utcMs, elapsedMs);
            return true;
        }

        // Both are times, so nothing runs over.
        long leadMs = utcMs - (_setUtcMs + elapsedMs);

        if (leadMs > RangeMs || leadMs < -RangeMs)
        {
            return false;
        }

        _utcMs = utcMs - elapsedMs;
        return true;
    }

    /// <summary>Forgets the time, as after a power cut.</summary>
    public void Forget()
    {
        IsKnown = false;
        IsConfirmed = false;
    }

    /// <summary>The time; 0 while nobody said it.</summary>
    /// <param name="elapsedMs">The monotonic clock.</param>
    public long UtcMs(long elapsedMs)
    {
        return IsKnown ? _utcMs + elapsedMs : 0;
    }

    private void Begin(long utcMs, long elapsedMs)
    {
        _setUtcMs = utcMs - elapsedMs;
        _utcMs = _setUtcMs;
        IsKnown = true;
    }
}
