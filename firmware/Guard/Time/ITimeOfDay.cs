namespace ToyGuard.Guard.Time;

/// <summary>Tells the time, or that it is not known.</summary>
public interface ITimeOfDay
{
    /// <summary>The time in UTC. False while nobody has said what time it is; then <paramref name="utcMs"/> is 0 and means nothing.</summary>
    /// <param name="utcMs">Milliseconds since 1970-01-01 00:00 UTC.</param>
    bool TryUtcMs(out long utcMs);
}
