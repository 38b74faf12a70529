namespace ToyGuard.Core.Times;

/// <summary>A time that comes once a year, as a zone's rule names it: the form and its numbers.</summary>
internal readonly struct ZoneDate
{
    internal ZoneDate(ZoneForm form, int month, int week, int day, int seconds)
    {
        Form = form;
        Month = month;
        Week = week;
        Day = day;
        Seconds = seconds;
    }

    private ZoneForm Form { get; }

    private int Month { get; }

    private int Week { get; }

    private int Day { get; }

    private int Seconds { get; }

    /// <summary>When it comes in a year, in seconds since 1970 of the local time before it.</summary>
    internal long SecondsIn(int year)
    {
        return ((long)DayIn(year) * Calendar.SecondsOfDay) + Seconds;
    }

    private int DayIn(int year)
    {
        if (Form == ZoneForm.Counted)
        {
            return Calendar.FirstDayOf(year) + Day;
        }

        if (Form == ZoneForm.Julian)
        {
            // The 29th of February is never counted, so day 60 is always the first of March.
            return Calendar.FirstDayOf(year) + Day - (Day >= 60 && Calendar.IsLeap(year) ? 0 : 1);
        }

        int first = Calendar.FirstDayOf(year, Month);
        int day = first + ((Day - Calendar.DayOfWeek(first) + 7) % 7) + (7 * (Week - 1));

        // Week 5 is the last one, which may be the fourth.
        return day < Calendar.FirstDayOf(year, Month + 1) ? day : day - 7;
    }
}

/// <summary>How a rule names a day of the year.</summary>
internal enum ZoneForm : byte
{
    /// <summary>Mm.w.d: a day of a week of a month.</summary>
    Month = 0,

    /// <summary>Jn: 1 to 365, the 29th of February not counted.</summary>
    Julian = 1,

    /// <summary>n: 0 to 365, the 29th of February counted.</summary>
    Counted = 2,
}
