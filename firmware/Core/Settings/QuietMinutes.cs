using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Settings;

/// <summary>Weekly windows taken as the set of minutes they cover, whatever windows spell it.</summary>
internal static class QuietMinutes
{
    /// <summary>
    /// Every minute of either, as the fewest windows there are: apart from each other, ascending, the whole week beginning at 0; null for none.
    /// </summary>
    /// <remarks>Where more than <see cref="ToySettings.WindowsMax"/> are left, it is the whole week: more quiet, never less.</remarks>
    internal static WeeklyHours? Union(WeeklyHours? a, WeeklyHours? b)
    {
        int count = (a is null ? 0 : a.Count) + (b is null ? 0 : b.Count);

        if (count == 0)
        {
            return null;
        }

        int[] starts = new int[count];
        int[] lengths = new int[count];
        Copy(a, starts, lengths, 0);
        Copy(b, starts, lengths, a is null ? 0 : a.Count);

        int found = 0;
        int[] foundStarts = new int[count];
        int[] foundLengths = new int[count];
        int start = NextStart(starts, lengths, -1);

        while (start >= 0)
        {
            foundStarts[found] = start;
            foundLengths[found] = LengthFrom(starts, lengths, start);
            found++;
            start = NextStart(starts, lengths, start);
        }

        // Windows, and none of them begins anywhere: the week has no minute that is free.
        if (found == 0 || found > ToySettings.WindowsMax)
        {
            return WholeWeek();
        }

        return new WeeklyHours(First(foundStarts, found), First(foundLengths, found));
    }

    /// <summary>Every minute there is.</summary>
    internal static WeeklyHours WholeWeek()
    {
        return new WeeklyHours(new int[] { 0 }, new int[] { WeeklyHours.MinutesOfWeek });
    }

    private static void Copy(WeeklyHours? hours, int[] starts, int[] lengths, int at)
    {
        for (int i = 0; hours is not null && i < hours.Count; i++)
        {
            starts[at + i] = hours.StartAt(i);
            lengths[at + i] = hours.LengthAt(i);
        }
    }

    // The first minute after a given one where quiet begins: a window's start whose minute before is free. -1 when there is none.
    private static int NextStart(int[] starts, int[] lengths, int after)
    {
        int next = -1;

        for (int i = 0; i < starts.Length; i++)
        {
            if (starts[i] > after && (next < 0 || starts[i] < next) && Reach(starts, lengths, Wrap(starts[i] - 1)) == 0)
            {
                next = starts[i];
            }
        }

        return next;
    }

    // How long quiet lasts from a start on. It ends, since the minute before the start is free.
    private static int LengthFrom(int[] starts, int[] lengths, int start)
    {
        int length = 0;
        int more = Reach(starts, lengths, start);

        while (more > 0)
        {
            length += more;
            more = Reach(starts, lengths, Wrap(start + length));
        }

        return length;
    }

    // How many minutes one window still covers from a minute on; 0 when the minute is free.
    private static int Reach(int[] starts, int[] lengths, int minute)
    {
        int reach = 0;

        for (int i = 0; i < starts.Length; i++)
        {
            int left = lengths[i] - Wrap(minute - starts[i]);
            reach = left > reach ? left : reach;
        }

        return reach;
    }

    private static int Wrap(int minute)
    {
        return (minute + WeeklyHours.MinutesOfWeek) % WeeklyHours.MinutesOfWeek;
    }

    private static int[] First(int[] numbers, int count)
    {
        int[] first = new int[count];
        Array.Copy(numbers, 0, first, 0, count);
        return first;
    }
}
