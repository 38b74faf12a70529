using ToyGuard.Core.Policy;

namespace ToyGuard.Emulator.Family;

/// <summary>How long a guardian agrees to something.</summary>
internal enum AgreedTime
{
    /// <summary>Not any more; for a place, without an end.</summary>
    None,

    /// <summary>An hour from now.</summary>
    Hour,

    /// <summary>Until midnight.</summary>
    Today,

    /// <summary>A school term: as long as such a thing can be agreed to.</summary>
    Term,
}

/// <summary>When such a time is over.</summary>
internal static class AgreedTimes
{
    private const int MinutesOfHour = 60;
    private const int MinutesOfDay = 24 * 60;

    /// <summary>The minute in which it is over, as <see cref="Moment.Minute"/>; 0 for none. A term has <paramref name="termDays"/>.</summary>
    public static int UntilMinute(AgreedTime time, Moment now, int termDays)
    {
        return time switch
        {
            AgreedTime.Hour => now.Minute + MinutesOfHour,
            AgreedTime.Today => ((now.Minute / MinutesOfDay) + 1) * MinutesOfDay,
            AgreedTime.Term => now.Minute + (termDays * MinutesOfDay),
            _ => 0,
        };
    }
}
