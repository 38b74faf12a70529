using System.Collections.Generic;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Simulation.Month;

/// <summary>What a family may expect of its device: slow, obvious, and written without looking at the gate.</summary>
internal sealed class Expected
{
    private const int MinutesOfDay = 1440;

    // What may be in force: the last settings a guardian was told are saved. Of those a guardian was told less of, the next start may find any.
    private readonly List<FamilySettings> _may = [FamilySettings.Strict];
    private readonly List<FamilySettings> _mayAfterStart = [];
    private readonly Dictionary<(int Toy, int Day), int> _played = [];
    private readonly Dictionary<(int Toy, int Day), int> _bonus = [];
    private readonly Dictionary<(int Toy, int Day), long> _bytes = [];
    private readonly Dictionary<(int Toy, int Day), HashSet<int>> _names = [];
    private readonly Dictionary<int, int> _cuts = [];
    private readonly HashSet<(int Toy, int Until)> _over = [];
    private int _keptDay;

    /// <summary>The day that counts: the latest one known, as long as it was kept.</summary>
    public int Day { get; private set; }

    /// <summary>True when exactly one whole of settings can be in force.</summary>
    public bool IsSure => _may.Count == 1 && _mayAfterStart.Count == 0;

    /// <summary>A guardian was told that these are saved.</summary>
    public void Saved(FamilySettings settings)
    {
        _may.Clear();
        _mayAfterStart.Clear();
        _may.Add(settings);
    }

    /// <summary>A guardian wanted these, and was not told that they are saved.</summary>
    public void NotSaved(FamilySettings settings)
    {
        _mayAfterStart.Add(settings);
    }

    /// <summary>The power went.</summary>
    public void OnCut()
    {
        _may.AddRange(_mayAfterStart);
        _mayAfterStart.Clear();
        _cuts[Day] = Cuts + 1;

        // A day that began in the last minute may not be in flash.
        Day = _keptDay;
    }

    /// <summary>What was due went to flash.</summary>
    public void OnKept()
    {
        _keptDay = Day;
    }

    /// <summary>Times that the power went on this day.</summary>
    public int Cuts => _cuts.GetValueOrDefault(Day);

    /// <summary>A minute went by with power, the device taking it for that time.</summary>
    public void OnMinute(Moment now)
    {
        if (now.IsKnown && now.Day > Day)
        {
            Day = now.Day;
        }

        if (!now.IsKnown)
        {
            return;
        }

        foreach (FamilySettings settings in _may)
        {
            for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
            {
                int until = Until(settings, toy);

                if (until > 0 && until + 2 <= now.Minute)
                {
                    _over.Add((toy, until));
                }
            }
        }
    }

    /// <summary>A minute was played.</summary>
    public void OnPlayed(int toy)
    {
        _played[(toy, Day)] = Played(toy) + 1;
    }

    /// <summary>A bonus was given for today.</summary>
    public void OnBonus(int toy, int minutes)
    {
        _bonus[(toy, Day)] = _bonus.GetValueOrDefault((toy, Day)) + minutes;
    }

    /// <summary>The stories moved so many bytes.</summary>
    public void OnBytes(int toy, long bytes)
    {
        _bytes[(toy, Day)] = _bytes.GetValueOrDefault((toy, Day)) + bytes;
    }

    /// <summary>A name under the wildcard was let out.</summary>
    public void OnName(int toy, int name)
    {
        Names(toy).Add(name);
    }

    /// <summary>A guardian erased a toy: its day is forgotten.</summary>
    public void OnErased(int toy)
    {
        _played.Remove((toy, Day));
        _bonus.Remove((toy, Day));
        _bytes.Remove((toy, Day));
        _names.Remove((toy, Day));
    }

    /// <summary>Minutes played today.</summary>
    public int Played(int toy)
    {
        return _played.GetValueOrDefault((toy, Day));
    }

    /// <summary>Why a call that was let out should not have been; null when it may have been.</summary>
    public string? Wrong(int toy, int place, int name, Moment now)
    {
        string? wrong = "nothing may be in force";

        foreach (FamilySettings settings in _may)
        {
            wrong = Held(settings, toy, now) ?? HeldPlace(settings, toy, place, name);

            if (wrong is null)
            {
                return null;
            }
        }

        return wrong;
    }

    /// <summary>The same for the microphone.</summary>
    public string? WrongSensor(int toy, Moment now)
    {
        string? wrong = null;

        foreach (FamilySettings settings in _may)
        {
            int until = Until(settings, toy);
            wrong = Held(settings, toy, now)
                ?? (until == 0 ? "a sensor nobody agreed to" : until <= now.Minute ? "an agreement that is over" : _over.Contains((toy, until)) ? "an agreement that was over already" : null);

            if (wrong is null)
            {
                return null;
            }
        }

        return wrong;
    }

    // What holds a toy whatever it wants.
    private string? Held(FamilySettings settings, int toy, Moment now)
    {
        ToySettings? set = settings.Find(MonthToys.Declared[toy - 1].Name);

        if (!settings.IsPaired)
        {
            return "not paired";
        }

        if (settings.IsEverythingPaused)
        {
            return "everything paused";
        }

        if (set is null)
        {
            return "a toy nobody introduced";
        }

        if (set.IsPaused)
        {
            return "a toy that is paused";
        }

        if (!now.IsKnown)
        {
            return "an unknown clock";
        }

        if (IsQuiet(set.QuietHours, now.MinuteOfWeek))
        {
            return "quiet hours";
        }

        int limit = set.PlayMinutes.At(0);
        return limit >= 0 && Played(toy) >= limit + _bonus.GetValueOrDefault((toy, Day)) + Cuts ? "play time that is used up" : null;
    }

    private string? HeldPlace(FamilySettings settings, int toy, int place, int name)
    {
        DeclaredToy declared = MonthToys.Declared[toy - 1];

        if (!settings.Of(declared.Name).IsApproved(declared.PrintAt(place)))
        {
            return "a place nobody approved";
        }

        // What a pulled plug loses of bytes is at most what was moved since the last minute; the gate never lets more than one call past the end.
        if (place == MonthToys.Stories && _bytes.GetValueOrDefault((toy, Day)) >= MonthToys.StoryBytes * (1L + Cuts))
        {
            return "bytes that are used up";
        }

        return place == MonthToys.Files && !Names(toy).Contains(name) && Names(toy).Count >= EndpointState.NamesMax * (1 + Cuts) ? "too many names" : null;
    }

    private HashSet<int> Names(int toy)
    {
        if (!_names.TryGetValue((toy, Day), out HashSet<int>? names))
        {
            names = [];
            _names[(toy, Day)] = names;
        }

        return names;
    }

    private static int Until(FamilySettings settings, int toy)
    {
        DeclaredToy declared = MonthToys.Declared[toy - 1];
        return settings.Find(declared.Name)?.AgreedUntil(declared.SensorPrintAt(1)) ?? 0;
    }

    // Minute by minute of the week, as a parent would count it.
    private static bool IsQuiet(WeeklyHours? hours, int minuteOfWeek)
    {
        bool isQuiet = false;

        for (int i = 0; hours is not null && i < hours.Count; i++)
        {
            int into = (minuteOfWeek - hours.StartAt(i) + (7 * MinutesOfDay)) % (7 * MinutesOfDay);
            isQuiet |= into < hours.LengthAt(i);
        }

        return isQuiet;
    }
}
