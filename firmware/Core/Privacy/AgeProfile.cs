using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Privacy;

/// <summary>What a family is offered for the toys of a child of some age. Immutable; an offer is in force only once a guardian takes it.</summary>
public sealed class AgeProfile
{
    private const int MinutesOfDay = 24 * 60;
    private const int DaysOfWeek = 7;

    private readonly int _schoolDay;
    private readonly int _freeDay;
    private readonly string _ask;

    internal AgeProfile(AgeBand band, int schoolDay, int freeDay, int restStart, int restMinutes, string ask)
    {
        Band = band;
        _schoolDay = schoolDay;
        _freeDay = freeDay;
        RestStart = restStart;
        RestMinutes = restMinutes;
        _ask = ask;
    }

    /// <summary>The age.</summary>
    public AgeBand Band { get; }

    /// <summary>The minute of the day that rest begins in.</summary>
    public int RestStart { get; }

    /// <summary>For how many minutes, over midnight.</summary>
    public int RestMinutes { get; }

    /// <summary>Minutes of play of each day of the week (PCTL-02).</summary>
    public DayMinutes PlayMinutes()
    {
        return new DayMinutes(new int[] { _schoolDay, _schoolDay, _schoolDay, _schoolDay, _schoolDay, _freeDay, _freeDay });
    }

    /// <summary>That rest as quiet hours of every day.</summary>
    public WeeklyHours QuietHours()
    {
        int[] starts = new int[DaysOfWeek];
        int[] lengths = new int[DaysOfWeek];

        for (int day = 0; day < DaysOfWeek; day++)
        {
            starts[day] = (day * MinutesOfDay) + RestStart;
            lengths[day] = RestMinutes;
        }

        return new WeeklyHours(starts, lengths);
    }

    /// <summary>True when a guardian is asked about a place of that purpose first, although it is the maker's own.</summary>
    /// <param name="purpose">A word of the manifests' vocabulary.</param>
    public bool AsksAbout(string purpose)
    {
        return purpose.Length > 0 && _ask.IndexOf(" " + purpose + " ") >= 0;
    }
}
