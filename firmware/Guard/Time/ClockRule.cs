using ToyGuard.Core.Policy;

namespace ToyGuard.Guard.Time;

/// <summary>Whether a time from the network is believed (design.md 7). A guardian's phone is always believed and does not ask here.</summary>
public static class ClockRule
{
    /// <summary>How far a time from the network may be from the one a phone set, carried on by the monotonic clock; ten minutes.</summary>
    public const long RangeMs = 10 * 60 * 1000;

    /// <summary>True when a clock that nobody has set may begin with <paramref name="offeredMs"/>, milliseconds since 1970-01-01 UTC: any time that rules can be kept by.</summary>
    public static bool MayBegin(long offeredMs)
    {
        return offeredMs >= Moment.EarliestSeconds * 1000 && offeredMs <= Moment.LatestSeconds * 1000;
    }

    /// <summary>True when a running clock may be moved to <paramref name="offeredMs"/>.</summary>
    /// <param name="offeredMs">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="setMs">The time as it was set first, carried on: not as it was refined since, else many small steps would go anywhere.</param>
    public static bool MayRefine(long offeredMs, long setMs)
    {
        return MayBegin(offeredMs) && offeredMs - setMs <= RangeMs && setMs - offeredMs <= RangeMs;
    }
}
