using ToyGuard.Core.Times;

namespace ToyGuard.Core.Policy;

/// <summary>The wall time as rules need it: local, to the minute, or not known. The default value is not known.</summary>
public readonly struct Moment
{
    /// <summary>2020-01-01. A device that lost its clock says 1970 or 2000, and neither is a time that rules may be kept by (PCTL-03).</summary>
    public const long EarliestSeconds = ClockTrust.EarliestSeconds;

    /// <summary>9999-12-31 23:59:59, where calendars end.</summary>
    public const long LatestSeconds = ClockTrust.LatestSeconds;

    private const int MinutesOfDay = 24 * 60;
    private const int SecondsOfDay = 60 * MinutesOfDay;

    // 1970-01-01 was a Thursday, three days into its week.
    private const int FirstDayOfWeek = 3;

    private Moment(int day, int minuteOfWeek)
    {
        IsKnown = true;
        Day = day;
        MinuteOfWeek = minuteOfWeek;
    }

    /// <summary>False while nobody has said what time it is; then the numbers are 0 and mean nothing.</summary>
    public bool IsKnown { get; }

    /// <summary>Local days since 1970-01-01.</summary>
    public int Day { get; }

    /// <summary>Local minutes since Monday 00:00, 0 to 10,079.</summary>
    public int MinuteOfWeek { get; }

    /// <summary>Local minutes since 1970-01-01; from the year 6053 on the largest number there is.</summary>
    public int Minute
    {
        get { return Day >= int.MaxValue / MinutesOfDay ? int.MaxValue : Day * MinutesOfDay + MinuteOfWeek % MinutesOfDay; }
    }

    /// <summary>The moment <paramref name="secondsSince1970Local"/>, the time zone already added. Not known when outside 2020 to 9999.</summary>
    public static Moment FromLocalSeconds(long secondsSince1970Local)
    {
        if (secondsSince1970Local < EarliestSeconds || secondsSince1970Local > LatestSeconds)
        {
            return default;
        }

        int day = (int)(secondsSince1970Local / SecondsOfDay);
        int minuteOfDay = (int)(secondsSince1970Local % SecondsOfDay) / 60;
        return new Moment(day, (day + FirstDayOfWeek) % 7 * MinutesOfDay + minuteOfDay);
    }
}
