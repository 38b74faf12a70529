namespace ToyGuard.Core.Times;

/// <summary>Years and days of the Gregorian calendar, counted from 1970-01-01. Right from 1968 to 9999.</summary>
public static class Calendar
{
    /// <summary>What is no day: the answer for a text that is no date.</summary>
    public const int NoDay = int.MinValue;

    // As yyyy-mm-dd.
    private const int DateLength = 10;

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

    /// <summary>A day from 1970-01-01 on as ISO 8601 writes it, as 2027-01-31.</summary>
    public static string DateOf(int day)
    {
        int year = YearOf(day);
        int month = 12;

        while (FirstDayOf(year, month) > day)
        {
            month--;
        }

        return year.ToString("D4") + "-" + month.ToString("D2") + "-" + (day - FirstDayOf(year, month) + 1).ToString("D2");
    }

    /// <summary>The day that a date names, below 0 before 1970; <see cref="NoDay"/> for what is no date of the calendar.</summary>
    /// <param name="date">As yyyy-mm-dd.</param>
    public static int DayOf(string date)
    {
        if (date.Length != DateLength || date[4] != '-' || date[7] != '-')
        {
            return NoDay;
        }

        int year = Number(date, 0, 4);
        int month = Number(date, 5, 2);
        int ofMonth = Number(date, 8, 2);

        if (year < 1 || month < 1 || month > 12 || ofMonth < 1)
        {
            return NoDay;
        }

        int day = FirstDayOf(year, month) + ofMonth - 1;
        return day < FirstDayOf(year, month + 1) ? day : NoDay;
    }

    // -1 for what is no number.
    private static int Number(string text, int at, int count)
    {
        int number = 0;

        for (int i = at; i < at + count; i++)
        {
            if (text[i] < '0' || text[i] > '9')
            {
                return -1;
            }

            number = (number * 10) + (text[i] - '0');
        }

        return number;
    }
}
