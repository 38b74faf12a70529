namespace ToyGuard.Core.Times;

/// <summary>Years and days of the Gregorian calendar, counted from 1970-01-01. Right from 1968 to 9999.</summary>
internal static class Calendar
{
    internal const int SecondsOfDay = 24 * 60 * 60;

    // Days of a leap year before each month, and before the year's end.
    private static readonly short[] DaysBeforeMonth = { 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366 };

    /// <summary>True for a year of 366 days.</summary>
    internal static bool IsLeap(int year)
    {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /// <summary>The first of January of a year.</summary>
    internal static int FirstDayOf(int year)
    {
        int before = year - 1;

        // 477 leap years lie before 1970.
        return (365 * (year - 1970)) + (before / 4) - (before / 100) + (before / 400) - 477;
    }

    /// <summary>The first of a month, 1 to 12; 13 is the first of the next year.</summary>
    internal static int FirstDayOf(int year, int month)
    {
        int before = DaysBeforeMonth[month - 1];
        return FirstDayOf(year) + (month > 2 && !IsLeap(year) ? before - 1 : before);
    }

    /// <summary>The year that a day from 1970 on lies in.</summary>
    internal static int YearOf(int day)
    {
        int year = 1970 + (int)(day * 400L / 146097);

        while (FirstDayOf(year) > day)
        {
            year--;
        }

        while (FirstDayOf(year + 1) <= day)
        {
            year++;
        }

        return year;
    }

    /// <summary>The day of the week, Sunday 0, of a day from 1968 on.</summary>
    internal static int DayOfWeek(int day)
    {
        // 1970-01-01 was a Thursday. A whole number of weeks is added, so that nothing is below 0.
        return (day + 4 + (7 * 105)) % 7;
    }
}
