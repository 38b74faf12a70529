using System;

using ToyGuard.Core.Times;

namespace ToyGuard.Simulation.Month;

/// <summary>How the clocks of a home go, twice: as a device reads it, and as the calendar of this computer's own library has it, from the same words of a law.</summary>
internal sealed class MonthZone
{
    private const int Last = 5;

    private readonly TimeZoneInfo _law;

    private MonthZone(string text, double hours, double summerHours = 0, int month = 0, int week = 0, int hour = 0, int endMonth = 0, int endWeek = 0, int endHour = 0)
    {
        Text = text;
        Rule = ZoneRule.Read(text)!;
        TimeSpan offset = TimeSpan.FromHours(hours);

        if (summerHours == 0)
        {
            _law = TimeZoneInfo.CreateCustomTimeZone(text, offset, text, text);
            return;
        }

        TimeZoneInfo.AdjustmentRule summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(summerHours), Sunday(month, week, hour), Sunday(endMonth, endWeek, endHour));
        _law = TimeZoneInfo.CreateCustomTimeZone(text, offset, text, text, text, [summer]);
    }

    /// <summary>Zones with a change of the hour in both halves of the world, one by half an hour, and some without.</summary>
    public static MonthZone[] All { get; } =
    [
        new("CET-1CEST,M3.5.0,M10.5.0/3", 1, 1, 3, Last, 2, 10, Last, 3),
        new("EST5EDT,M3.2.0,M11.1.0", -5, 1, 3, 2, 2, 11, 1, 2),
        new("AEST-10AEDT,M10.1.0,M4.1.0/3", 10, 1, 10, 1, 2, 4, 1, 3),
        new("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 10.5, 0.5, 10, 1, 2, 4, 1, 2),
        new("IST-5:30", 5.5),
        new("GMT0BST,M3.5.0/1,M10.5.0", 0, 1, 3, Last, 1, 10, Last, 2),
        new("NZST-12NZDT,M9.5.0,M4.1.0/3", 12, 1, 9, Last, 2, 4, 1, 3),
        new("<+0545>-5:45", 5.75),
    ];

    /// <summary>As a family's phone writes it.</summary>
    public string Text { get; }

    /// <summary>As the device reads it.</summary>
    public ZoneRule Rule { get; }

    /// <summary>Seconds that the clock on the wall is ahead of UTC then.</summary>
    public int OffsetAt(long utcSeconds)
    {
        return (int)_law.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(utcSeconds)).TotalSeconds;
    }

    private static TimeZoneInfo.TransitionTime Sunday(int month, int week, int hour)
    {
        return TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, hour, 0, 0), month, week, DayOfWeek.Sunday);
    }
}
