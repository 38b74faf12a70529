using ToyGuard.Core.Policy;

namespace ToyGuard.Page.Door;

/// <summary>Local minutes as answers spell them. The page has no zone to count with.</summary>
internal static class DoorTime
{
    /// <summary>Minutes of a day.</summary>
    internal const int Day = 24 * 60;

    /// <summary>The time of day of a minute, as 07:30.</summary>
    internal static string TimeOfDay(int minute)
    {
        int ofDay = minute % Day;
        return (ofDay / 60).ToString("D2") + ":" + (ofDay % 60).ToString("D2");
    }

    /// <summary>A minute (<see cref="Moment.Minute"/>) less than a day from now as its time of day, another one as its date, as 2027-01-31; empty for 0 and below.</summary>
    internal static string Near(int minute, Moment now)
    {
        if (minute <= 0)
        {
            return "";
        }

        int away = minute - now.Minute;
        return now.IsKnown && away < Day && away > -Day ? TimeOfDay(minute) : Date(minute / Day);
    }

    /// <summary>The date of a day since 1970-01-01.</summary>
    // Days are counted from 0000-03-01, as a year that begins in March has its odd day last.
    internal static string Date(int day)
    {
        const int To1970 = 719468;
        const int DaysOfEra = 146097;
        int days = day + To1970;
        int era = days / DaysOfEra;
        int inEra = days % DaysOfEra;
        int year = (inEra - (inEra / 1460) + (inEra / 36524) - (inEra / 146096)) / 365;
        int inYear = inEra - ((365 * year) + (year / 4) - (year / 100));
        int month = ((5 * inYear) + 2) / 153;
        int ofMonth = inYear - (((153 * month) + 2) / 5) + 1;
        month = month < 10 ? month + 3 : month - 9;
        year += (400 * era) + (month > 2 ? 0 : 1);
        return year.ToString("D4") + "-" + month.ToString("D2") + "-" + ofMonth.ToString("D2");
    }
}
