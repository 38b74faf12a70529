using System;

namespace ToyGuard.Core.Times;

/// <summary>Minutes for each day of the week: how long somebody may play. Immutable.</summary>
public sealed class DayMinutes
{
    /// <summary>Days of a week; the first is Monday.</summary>
    public const int Days = 7;

    /// <summary>Minutes of a day, the most that are a limit.</summary>
    public const int Max = 24 * 60;

    /// <summary>The minutes of a day that has no limit.</summary>
    public const int NoLimit = -1;

    // 1970-01-01 was a Thursday, three days into its week.
    private const int FirstDayOfWeek = 3;

    private readonly int[] _minutes;

    /// <summary>Takes a copy of seven numbers, Monday's first: 0 to 1,440, or <see cref="NoLimit"/>. Throws for others.</summary>
    public DayMinutes(int[] minutes)
    {
        if (!IsFit(minutes))
        {
            throw new ArgumentOutOfRangeException(nameof(minutes));
        }

        _minutes = (int[])minutes.Clone();
    }

    /// <summary>No limit on any day.</summary>
    public static DayMinutes Unlimited { get; } = Every(NoLimit);

    /// <summary>Not one minute on any day.</summary>
    public static DayMinutes None { get; } = Every(0);

    /// <summary>True when any day has a limit.</summary>
    public bool HasLimit
    {
        get { return Least != NoLimit; }
    }

    /// <summary>The fewest minutes of any day; <see cref="NoLimit"/> when no day has a limit.</summary>
    public int Least
    {
        get
        {
            int least = NoLimit;

            for (int i = 0; i < Days; i++)
            {
                least = Fewer(least, _minutes[i]);
            }

            return least;
        }
    }

    /// <summary>The same minutes every day.</summary>
    public static DayMinutes Every(int minutes)
    {
        return new DayMinutes(new int[] { minutes, minutes, minutes, minutes, minutes, minutes, minutes });
    }

    /// <summary>True for seven numbers that are minutes of a day, or <see cref="NoLimit"/>.</summary>
    public static bool IsFit(int[] minutes)
    {
        for (int i = 0; i < minutes.Length; i++)
        {
            if (minutes[i] < NoLimit || minutes[i] > Max)
            {
                return false;
            }
        }

        return minutes.Length == Days;
    }

    /// <summary>The fewer minutes of two; <see cref="NoLimit"/> is the most there are.</summary>
    public static int Fewer(int a, int b)
    {
        // Read as unsigned, no limit is the largest number there is.
        return (uint)a < (uint)b ? a : b;
    }

    /// <summary>Of each day the fewer minutes.</summary>
    public static DayMinutes Fewer(DayMinutes a, DayMinutes b)
    {
        int[] minutes = new int[Days];

        for (int i = 0; i < Days; i++)
        {
            minutes[i] = Fewer(a._minutes[i], b._minutes[i]);
        }

        return new DayMinutes(minutes);
    }

    /// <summary>The minutes of a day of the week, Monday 0 to Sunday 6.</summary>
    public int At(int dayOfWeek)
    {
        return _minutes[dayOfWeek];
    }

    /// <summary>The minutes of a day, counted from 1970-01-01; of a day that is not known (0 and below) the fewest of the week.</summary>
    public int On(int day)
    {
        return day <= 0 ? Least : _minutes[(day + FirstDayOfWeek) % Days];
    }

    /// <summary>True when every day has the same minutes in both.</summary>
    public bool IsSame(DayMinutes other)
    {
        for (int i = 0; i < Days; i++)
        {
            if (_minutes[i] != other._minutes[i])
            {
                return false;
            }
        }

        return true;
    }
}
