using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Emulator.Family;

/// <summary>How long a guardian agrees to something; never without an end.</summary>
internal enum AgreedTime
{
    /// <summary>Not any more.</summary>
    None,

    /// <summary>An hour from now.</summary>
    Hour,

    /// <summary>Until midnight.</summary>
    Today,

    /// <summary>A school term: as long as anything can be agreed to.</summary>
    Term,
}

/// <summary>When such a time is over.</summary>
internal static class AgreedTimes
{
    private const int MinutesOfHour = 60;
    private const int MinutesOfDay = 24 * 60;

    /// <summary>The minute in which it is over, as <see cref="Moment.Minute"/>; 0 for none.</summary>
    public static int UntilMinute(AgreedTime time, Moment now)
    {
        return time switch
        {
            AgreedTime.Hour => now.Minute + MinutesOfHour,
            AgreedTime.Today => ((now.Minute / MinutesOfDay) + 1) * MinutesOfDay,
            AgreedTime.Term => now.Minute + (SensorConsent.DaysMax * MinutesOfDay),
            _ => 0,
        };
    }
}
