using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Simulation.Month;

/// <summary>What a family may expect of its device: slow, obvious, and written without looking at the gate.</summary>
internal sealed class Expected
{
    // With power, before a day that nobody confirmed may begin new counts; a minute may be rounded.
    private const int RefillMinutes = (18 * 60) - 2;

    // What may be in force: the last settings a guardian was told are saved. Of those a guardian was told less of, the next start may find any.
    private readonly List<FamilySettings> _may = [FamilySettings.Strict];
    private readonly List<FamilySettings> _mayAfterStart = [];
    private readonly Dictionary<(int Toy, int Day), int> _played = [];
    private readonly Dictionary<(int Toy, int Day), int> _bonus = [];
    private readonly Dictionary<(int Child, int Day), int> _playedBy = [];
    private readonly Dictionary<(int Child, int Day), int> _bonusOf = [];
    private readonly Dictionary<(int Toy, int Day), long> _bytes = [];
    private readonly Dictionary<(int Toy, int Day), HashSet<int>> _names = [];
    private readonly Dictionary<int, int> _cuts = [];
    private readonly HashSet<(int Toy, int Place, int Until)> _over = [];
    private readonly HashSet<(int Toy, int Place, int Until)> _seenOver = [];
    private readonly HashSet<(int Toy, int Until)> _pausesOver = [];
    private readonly int[] _togetherEnd = new int[MonthToys.Declared.Length];
    private FamilySettings? _noLooserThan;
    private Moment _before;
    private int _keptDay;
    private int _dayOfCut;
    private int _vagueDay;
    private int _lived;
    private int _powered;
    private int _untold;
    private int _poweredOfLast;

    /// <summary>The day that counts: the latest one that was allowed to begin, as long as it was kept.</summary>
    public int Day { get; private set; }

    /// <summary>True when exactly one whole of settings can be in force, and nothing else is in doubt.</summary>
    public bool IsSure => _may.Count == 1 && _mayAfterStart.Count == 0 && _vagueDay != Day && Cuts == 0 && Array.TrueForAll(_togetherEnd, end => end <= _lived);

    /// <summary>A guardian was told that these are saved.</summary>
    public void Saved(FamilySettings settings)
    {
        // Whose a toy is may have been in between: what was played with it then counts for more children than now.
        if (_may.Count > 1 || _mayAfterStart.Count > 0 || Whose(_may[0]) != Whose(settings))
        {
            _vagueDay = Day;
        }

        _may.Clear();
        _mayAfterStart.Clear();
        _may.Add(settings);
        _noLooserThan = null;
        NoteWhose(settings);
    }

    /// <summary>A guardian was told that a file is brought in, without a confirmation: whatever was held before still is.</summary>
    public void SavedNoLooser(FamilySettings settings, FamilySettings before)
    {
        Saved(settings);
        _vagueDay = Day;
        _noLooserThan = before;
    }

    /// <summary>A guardian wanted these, and was not told that they are saved.</summary>
    public void NotSaved(FamilySettings settings)
    {
        _mayAfterStart.Add(settings);
        _vagueDay = Day;
    }

    /// <summary>The power went.</summary>
    public void OnCut()
    {
        _may.AddRange(_mayAfterStart);
        _mayAfterStart.Clear();
        _cuts[Day] = Cuts + 1;
        Array.Clear(_togetherEnd);
        _seenOver.Clear();
        _before = default;

        // A day that began in the last minute may be in flash, or not yet.
        _dayOfCut = Day;
        _powered += Day == _keptDay ? 0 : _poweredOfLast;
        Day = _keptDay;
    }

    /// <summary>What was due went to flash. What is over and went from the settings with it never comes back.</summary>
    public void OnKept(FamilySettings settings)
    {
        _keptDay = Day;
        _over.UnionWith(_seenOver.Where(seen => EndOf(settings, seen.Toy, seen.Place) != seen.Until));
        _seenOver.RemoveWhere(_over.Contains);
    }

    /// <summary>Times that the power went on this day.</summary>
    public int Cuts => _cuts.GetValueOrDefault(Day);

    /// <summary>Minutes of a child that these may have cost: its toys run at the same time.</summary>
    public int CutsOfChild => Cuts * MonthToys.Declared.Length;

    /// <summary>Minutes went by with power.</summary>
    public void OnLived(int minutes)
    {
        _lived += minutes;
        _powered += minutes;
        _untold += minutes;
    }

    /// <summary>The device takes it for that time, and counts for that day.</summary>
    /// <returns>What is wrong with the day; null for nothing.</returns>
    public string? OnTime(Moment now, bool isTold, bool isConfirmed, int countedDay)
    {
        if (isTold)
        {
            NoteMove(now);
        }

        Day = countedDay == _dayOfCut && countedDay > Day ? countedDay : Day;

        if (!now.IsKnown)
        {
            return countedDay == Day ? null : "a day that began while nobody knew the time";
        }

        bool mayBegin = now.Day > Day && (Day == 0 || isConfirmed || _powered >= RefillMinutes);

        if (countedDay != Day && (countedDay != now.Day || !mayBegin))
        {
            return countedDay < Day ? "a day came back" : "a day that began too early";
        }

        if (countedDay == Day && mayBegin && isConfirmed)
        {
            return "a day that did not begin";
        }

        if (countedDay != Day)
        {
            Day = countedDay;
            _poweredOfLast = _powered;
            _powered = 0;
        }

        foreach (FamilySettings settings in _may)
        {
            NoteOver(settings, now);
        }

        return null;
    }

    /// <summary>A minute was played.</summary>
    public void OnPlayed(int toy)
    {
        if (_lived < _togetherEnd[toy - 1])
        {
            return;
        }

        _played[(toy, Day)] = Played(toy) + 1;

        // Where nobody knows whose it is, to count too few is not to blame.
        foreach (ChildSettings child in _may.Count > 1 ? [] : ChildrenOf(_may[0], toy))
        {
            _playedBy[(child.Number, Day)] = PlayedBy(child.Number) + 1;
        }
    }

    /// <summary>A bonus was given for today.</summary>
    public void OnBonus(int toy, int minutes)
    {
        _bonus[(toy, Day)] = _bonus.GetValueOrDefault((toy, Day)) + minutes;

        // While it is not known whose the toy is, it may have been given to any child.
        bool isKnown = _may.Count == 1 && _mayAfterStart.Count == 0;
        ChildSettings[] children = ChildrenOf(_may[0], toy);

        foreach (int child in !isKnown ? MonthToys.Children : children.Length == 1 ? [children[0].Number] : [])
        {
            _bonusOf[(child, Day)] = _bonusOf.GetValueOrDefault((child, Day)) + minutes;
        }
    }

    /// <summary>A grown-up plays along.</summary>
    public void OnTogether(int toy, int minutes)
    {
        // The minute that has begun counts whole.
        _togetherEnd[toy - 1] = _lived + minutes + 1;
        _vagueDay = Day;
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

    /// <summary>A guardian erased a toy: its day is forgotten. What its child played stays the child's.</summary>
    /// <param name="toy">Which.</param>
    /// <param name="isForGood">False where the device said that not all of it could be erased: what was given may come back then.</param>
    public void OnErased(int toy, bool isForGood)
    {
        _played.Remove((toy, Day));
        _vagueDay = Day;

        if (isForGood)
        {
            _bonus.Remove((toy, Day));
        }

        _bytes.Remove((toy, Day));
        _names.Remove((toy, Day));
        _togetherEnd[toy - 1] = 0;
    }

    /// <summary>Tickets that a toy may have at most.</summary>
    public int Tickets(int toy)
    {
        return _may.Max(settings => settings.Find(MonthToys.Declared[toy - 1].Name)?.Tickets ?? 0);
    }

    /// <summary>Minutes played today.</summary>
    public int Played(int toy)
    {
        return _played.GetValueOrDefault((toy, Day));
    }

    /// <summary>Why a call that was let out should not have been; null when it may have been.</summary>
    public string? Wrong(int toy, int place, int name, Moment now)
    {
        return Wrong(settings => Held(settings, toy, now) ?? HeldPlace(settings, toy, place, name, now));
    }

    /// <summary>The same for the microphone.</summary>
    public string? WrongSensor(int toy, Moment now)
    {
        return Wrong(settings =>
        {
            int until = Until(settings, toy);
            return Held(settings, toy, now)
                ?? (until == 0 ? "a sensor nobody agreed to" : until <= now.Minute ? "an agreement that is over" : _over.Contains((toy, 0, until)) || _seenOver.Contains((toy, 0, until)) ? "an agreement that was over already" : null);
        });
    }

    private string? Wrong(Func<FamilySettings, string?> judge)
    {
        string? wrong = "nothing may be in force";

        foreach (FamilySettings settings in _may)
        {
            wrong = judge(settings);

            if (wrong is null)
            {
                break;
            }
        }

        string? loosened = wrong is null && _noLooserThan is not null ? judge(_noLooserThan) : null;
        return loosened is null ? wrong : "what a file may not loosen: " + loosened;
    }

    // What holds a toy whatever it wants.
    private string? Held(FamilySettings settings, int toy, Moment now)
    {
        ToySettings? set = settings.Find(MonthToys.Declared[toy - 1].Name);

        if (!settings.IsPaired)
        {
            return "not paired";
        }

        if (settings.IsEverythingPaused && IsOn(0, settings.PausedUntil, now))
        {
            return "everything paused";
        }

        if (set is null)
        {
            return "a toy nobody introduced";
        }

        if (set.IsPaused && IsOn(toy, set.PausedUntil, now))
        {
            return "a toy that is paused";
        }

        if (!now.IsKnown)
        {
            return "an unknown clock";
        }

        if (MonthToys.IsQuiet(set.QuietHours, now.MinuteOfWeek))
        {
            return "quiet hours";
        }

        return _lived < _togetherEnd[toy - 1] ? null : HeldByMinutes(settings, set, toy);
    }

    private string? HeldByMinutes(FamilySettings settings, ToySettings set, int toy)
    {
        int given = _bonus.GetValueOrDefault((toy, Day));
        int limit = set.PlayMinutes.At(Weekday);

        if (limit >= 0 && Played(toy) >= limit + given + Cuts)
        {
            return "play time that is used up";
        }

        ChildSettings[] children = ChildrenOf(settings, toy);

        foreach (ChildSettings child in children)
        {
            // What was given for a toy while it was another's is no matter of the file that was brought in.
            bool isGivenTo = children.Length > 1 || ReferenceEquals(settings, _noLooserThan);
            int more = _bonusOf.GetValueOrDefault((child.Number, Day)) + (isGivenTo ? given : 0);
            int most = child.PlayMinutes.At(Weekday);

            if (most >= 0 && PlayedBy(child.Number) >= most + more + CutsOfChild)
            {
                return "a child's play time that is used up";
            }
        }

        return null;
    }

    private string? HeldPlace(FamilySettings settings, int toy, int place, int name, Moment now)
    {
        DeclaredToy declared = MonthToys.Declared[toy - 1];
        ToySettings set = settings.Of(declared.Name);
        int until = set.ApprovedUntil(declared.PrintAt(place));

        if (!set.IsApproved(declared.PrintAt(place)))
        {
            return "a place nobody approved";
        }

        if (until > 0 && (until <= now.Minute || _over.Contains((toy, place, until)) || _seenOver.Contains((toy, place, until))))
        {
            return "an approval that is over";
        }

        // What a pulled plug loses of bytes is at most what was moved since the last minute; the gate never lets more than one call past the end.
        if (place == MonthToys.Stories && _bytes.GetValueOrDefault((toy, Day)) >= MonthToys.StoryBytes * (1L + Cuts))
        {
            return "bytes that are used up";
        }

        return place == MonthToys.Files && !Names(toy).Contains(name) && Names(toy).Count >= EndpointState.NamesMax * (1 + Cuts) ? "too many names" : null;
    }

    // Monday is 0, and 1970-01-01 was a Thursday.
    private int Weekday => (Day + 3) % 7;

    /// <summary>Minutes that a child played today, with all its toys.</summary>
    public int PlayedBy(int child)
    {
        return _playedBy.GetValueOrDefault((child, Day));
    }

    // A pause without an end, or one whose end was not seen yet.
    private bool IsOn(int toy, int until, Moment now)
    {
        return until == 0 || !now.IsKnown || (now.Minute < until && !_pausesOver.Contains((toy, until)));
    }

    // Whose rules a toy has: those of its child; of all where several have it, or where nobody knows who, as of a toy that nobody introduced.
    private static ChildSettings[] ChildrenOf(FamilySettings settings, int toy)
    {
        ToySettings? set = settings.Find(MonthToys.Declared[toy - 1].Name);
        return set is null || set.IsShared || set.Child == 0 ? settings.Children : [.. settings.Children.Where(child => child.Number == set.Child)];
    }

    private static string Whose(FamilySettings settings)
    {
        return string.Join(" ", MonthToys.Declared.Select((_, i) => string.Join(",", ChildrenOf(settings, i + 1).Select(child => child.Number))));
    }

    // What a toy was played with counts for the child who has it now.
    private void NoteWhose(FamilySettings settings)
    {
        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            foreach (ChildSettings child in ChildrenOf(settings, toy))
            {
                _playedBy[(child.Number, Day)] = Math.Max(PlayedBy(child.Number), Played(toy));
            }
        }
    }

    // What was over before the last minute was kept is in no flash any more; a pause that is over is at once.
    private void NoteOver(FamilySettings settings, Moment now)
    {
        NotePause(0, settings.PausedUntil, now);

        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            DeclaredToy declared = MonthToys.Declared[toy - 1];
            ToySettings? set = settings.Find(declared.Name);

            if (set is null)
            {
                continue;
            }

            NotePause(toy, set.PausedUntil, now);
            NoteEnd(toy, 0, Until(settings, toy), now);

            for (int place = 1; place <= MonthToys.Places; place++)
            {
                NoteEnd(toy, place, set.ApprovedUntil(declared.PrintAt(place)), now);
            }
        }
    }

    private void NotePause(int toy, int until, Moment now)
    {
        if (until > 0 && until <= now.Minute)
        {
            _pausesOver.Add((toy, until));
        }
    }

    private void NoteEnd(int toy, int place, int until, Moment now)
    {
        if (until > 0 && until <= now.Minute)
        {
            _seenOver.Add((toy, place, until));
        }
    }

    // Who said an hour gets an hour, wherever the clock goes; where it goes forward it may be less.
    private void NoteMove(Moment now)
    {
        bool hasMoved = now.IsKnown && _before.IsKnown && now.Minute - _before.Minute != _untold;

        if (hasMoved && Array.Exists(_togetherEnd, end => end > _lived - _untold))
        {
            _vagueDay = Day;
        }

        _before = now;
        _untold = 0;
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

    private static int EndOf(FamilySettings settings, int toy, int place)
    {
        DeclaredToy declared = MonthToys.Declared[toy - 1];
        return place == 0 ? Until(settings, toy) : settings.Of(declared.Name).ApprovedUntil(declared.PrintAt(place));
    }

    private static int Until(FamilySettings settings, int toy)
    {
        DeclaredToy declared = MonthToys.Declared[toy - 1];
        return settings.Find(declared.Name)?.AgreedUntil(declared.SensorPrintAt(1)) ?? 0;
    }
}
