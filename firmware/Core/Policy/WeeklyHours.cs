using System;

namespace ToyGuard.Core.Policy;

/// <summary>Windows of time that come again every week: quiet hours, or an endpoint's own hours.</summary>
/// <remarks>A window is a start and a length, so that "over midnight", "over the week's end" and "all week" need no special case.</remarks>
public sealed class WeeklyHours
{
    /// <summary>Minutes of a week; also the longest window.</summary>
    public const int MinutesOfWeek = 7 * 24 * 60;

    private readonly int[] _starts;
    private readonly int[] _lengths;

    /// <summary>Takes windows in any order; they may overlap. None at all contains no minute.</summary>
    /// <param name="starts">First minute of each window, 0 to 10,079; Monday 00:00 is 0.</param>
    /// <param name="lengths">Minutes of each window, 1 to 10,080.</param>
    /// <remarks>Throws for other numbers, and when the arrays differ in length. Keeps the arrays: hand over ones that nobody changes.</remarks>
    public WeeklyHours(int[] starts, int[] lengths)
    {
        if (starts.Length != lengths.Length)
        {
            throw new ArgumentException("A length for every start.", nameof(lengths));
        }

        for (int i = 0; i < starts.Length; i++)
        {
            if (starts[i] < 0 || starts[i] >= MinutesOfWeek || lengths[i] < 1 || lengths[i] > MinutesOfWeek)
            {
                throw new ArgumentOutOfRangeException(nameof(starts));
            }
        }

        _starts = starts;
        _lengths = lengths;
    }

    /// <summary>How many windows there are.</summary>
    public int Count
    {
        get { return _starts.Length; }
    }

    /// <summary>The first minute of a window, 0 to 10,079; windows count from 0 and stand as they were given.</summary>
    public int StartAt(int window)
    {
        return _starts[window];
    }

    /// <summary>Minutes of a window, 1 to 10,080.</summary>
    public int LengthAt(int window)
    {
        return _lengths[window];
    }

    /// <summary>True when <paramref name="minuteOfWeek"/> lies in a window; the minute a window ends is outside it.</summary>
    /// <param name="minuteOfWeek">0 to 10,079, as <see cref="Moment.MinuteOfWeek"/> gives it.</param>
    public bool Contains(int minuteOfWeek)
    {
        return Reach(minuteOfWeek) > 0;
    }

    /// <summary>Minutes until the next window begins: 0 in one, -1 where there is none.</summary>
    /// <param name="minuteOfWeek">0 to 10,079, as <see cref="Moment.MinuteOfWeek"/> gives it.</param>
    public int MinutesUntil(int minuteOfWeek)
    {
        if (Contains(minuteOfWeek))
        {
            return 0;
        }

        int nearest = -1;

        for (int i = 0; i < _starts.Length; i++)
        {
            int until = _starts[i] - minuteOfWeek;
            until = until < 0 ? until + MinutesOfWeek : until;
            nearest = nearest < 0 || until < nearest ? until : nearest;
        }

        return nearest;
    }

    /// <summary>Minutes until no window covers: 0 outside all of them, -1 where they cover the whole week.</summary>
    /// <param name="minuteOfWeek">0 to 10,079, as <see cref="Moment.MinuteOfWeek"/> gives it.</param>
    public int MinutesUntilFree(int minuteOfWeek)
    {
        int free = 0;
        int more = Reach(minuteOfWeek);

        while (more > 0 && free < MinutesOfWeek)
        {
            free += more;
            more = Reach((minuteOfWeek + free) % MinutesOfWeek);
        }

        return free < MinutesOfWeek ? free : -1;
    }

    // How many minutes one window still covers from a minute on; 0 outside all of them.
    private int Reach(int minuteOfWeek)
    {
        int reach = 0;

        for (int i = 0; i < _starts.Length; i++)
        {
            int since = minuteOfWeek - _starts[i];

            // The window may have begun before the week's end that lies between.
            int left = _lengths[i] - (since < 0 ? since + MinutesOfWeek : since);
            reach = left > reach ? left : reach;
        }

        return reach;
    }
}
