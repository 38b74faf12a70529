using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

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
        return now.IsKnown && away < Day && away > -Day ? TimeOfDay(minute) : Calendar.DateOf(minute / Day);
    }
}
