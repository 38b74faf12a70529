using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;
using ToyGuard.Wire.Json;

namespace ToyGuard.Guard.Export;

/// <summary>Reads the pages of an export that can be brought back: rules of the home and of its toys. Strict, and without any effect of its own.</summary>
/// <remarks>
/// What is read is settings to compare with those in force, no more: whether they may count is for <see cref="Strictness"/> and a guardian to say
/// (DEF-03, DEF-04). Who is paired is no matter of a file. A toy that is not here, or that nothing is set for here, is left out; so is the approval
/// of a place that the toy's manifest does not list. Children come before toys; one of a number that is here takes its place, and a toy of one that there is
/// not is nobody's, so that the rules of all count. The first fault ends it all.
/// </remarks>
public sealed class ImportReader
{
    // Fields of a page, as bits, to find a missing one.
    private const int Name = 1;
    private const int Paused = 2;
    private const int Minutes = 4;
    private const int Band = 8;
    private const int Quiet = 16;
    private const int PauseAll = 32;
    private const int RecordDays = 64;
    private const int List = 128;
    private const int Other = 256;

    // Beside the minute that a pause ends in.
    private const long NoPause = 0;
    private const long EndlessPause = -1;

    private readonly DeclaredToy[] _toys;
    private readonly FamilySettings _before;
    private FamilySettings _settings;
    private string[] _seen = new string[0];
    private bool _hasHome;
    private int _children;
    private int _fields;

    /// <summary>Reads a file for a home with these toys.</summary>
    /// <param name="toys">The toys that are here.</param>
    /// <param name="now">What is in force: what the file does not say stays so.</param>
    public ImportReader(DeclaredToy[] toys, FamilySettings now)
    {
        _toys = toys ?? throw new ArgumentNullException(nameof(toys));
        _before = now ?? throw new ArgumentNullException(nameof(now));
        _settings = now;
    }

    /// <summary>What was wrong with the first page that was not taken; None as long as all were.</summary>
    public ImportFault Fault { get; private set; }

    /// <summary>How many toys of the file are not here.</summary>
    public int LeftOut { get; private set; }

    /// <summary>What would count if the file did; what was in force before when anything was wrong, or no page came.</summary>
    public FamilySettings Settings
    {
        get { return Fault == ImportFault.None ? _settings : _before; }
    }

    /// <summary>Takes one page.</summary>
    /// <returns>None, or why the file is not taken; after a fault always that one.</returns>
    public ImportFault Take(byte[] json, int offset, int count)
    {
        if (Fault == ImportFault.None)
        {
            JsonReader reader = new JsonReader(json, offset, count);
            Fault = ReadPage(reader);

            // A fault of the text itself says more than that a token was not the one expected.
            Fault = reader.Fault == JsonFault.None ? Fault : ImportFault.NotJson;
        }

        return Fault;
    }

    private ImportFault ReadPage(JsonReader reader)
    {
        if (reader.Read() != JsonToken.ObjectStart)
        {
            return ImportFault.NotJson;
        }

        // The kind first: it says what may follow.
        if (reader.Read() != JsonToken.Name || !reader.IsText("page") || reader.Read() != JsonToken.Text)
        {
            return ImportFault.NotAPage;
        }

        _fields = 0;
        ImportFault fault = reader.Text switch
        {
            PageKind.Home => ReadHome(reader),
            PageKind.Children => ReadChildren(reader),
            PageKind.Toy => ReadToy(reader),
            PageKind.Places => ReadList(reader, true),
            PageKind.Sensors => ReadList(reader, false),
            _ => ImportFault.NotAPage,
        };

        return fault != ImportFault.None ? fault : reader.Read() == JsonToken.End ? ImportFault.None : ImportFault.NotJson;
    }

    private ImportFault ReadHome(JsonReader reader)
    {
        long pause = EndlessPause;
        long days = 0;
        string zone = "";

        while (reader.Read() == JsonToken.Name)
        {
            ImportFault fault = reader.Text switch
            {
                "paired" => Bool(reader, Other, out _),
                "starts" => Number(reader, Other, 0, long.MaxValue, out _),
                "zone" => Text(reader, Other, out zone) == ImportFault.None && (zone.Length == 0 || ZoneRule.Read(zone) is not null) ? ImportFault.None : ImportFault.UnfitField,
                "left-out" => reader.Read() == JsonToken.ArrayStart && reader.Skip() ? ImportFault.None : ImportFault.UnfitField,
                "pause-all" => Pause(reader, PauseAll, out pause),
                "record-days" => Number(reader, RecordDays, 0, FamilySettings.RetentionDaysMax, out days),
                _ => ImportFault.UnknownField,
            };

            if (fault != ImportFault.None)
            {
                return fault;
            }
        }

        if (!HasAll(PauseAll | RecordDays))
        {
            return ImportFault.MissingField;
        }

        if (_hasHome)
        {
            return ImportFault.WrongOrder;
        }

        _hasHome = true;
        FamilySettings next = pause > 0 ? _settings.WithPausedUntil((int)pause) : _settings.WithEverythingPaused(pause == EndlessPause);
        _settings = next.WithRetentionDays((int)days).WithZone(zone.Length > 0 ? zone : _settings.Zone);
        return ImportFault.None;
    }

    private ImportFault ReadChildren(JsonReader reader)
    {
        FamilySettings next = _settings;

        while (reader.Read() == JsonToken.Name)
        {
            ImportFault fault = reader.IsText("child-animal") ? Children(reader, ref next) : ImportFault.UnknownField;

            if (fault != ImportFault.None)
            {
                return fault;
            }
        }

        if (!HasAll(List))
        {
            return ImportFault.MissingField;
        }

        _settings = next;
        return _seen.Length == 0 ? ImportFault.None : ImportFault.WrongOrder;
    }

    private ImportFault Children(JsonReader reader, ref FamilySettings next)
    {
        int count = 0;

        if (reader.Read() != JsonToken.ArrayStart)
        {
            return ImportFault.UnfitField;
        }

        while (reader.Read() == JsonToken.ObjectStart)
        {
            count++;
            ImportFault fault = count > ChildrenPart.ChildrenOfPage ? ImportFault.UnfitField : Child(reader, ref next);

            if (fault != ImportFault.None)
            {
                return fault;
            }
        }

        _fields |= List;
        return reader.Token == JsonToken.ArrayEnd ? ImportFault.None : ImportFault.UnfitField;
    }

    private ImportFault Child(JsonReader reader, ref FamilySettings next)
    {
        const int FirstDay = 16;
        const int All = (FirstDay << DayMinutes.Days) - 1;
        int[] days = new int[DayMinutes.Days];
        long number = 0;
        long animal = 0;
        long colour = 0;
        AgeBand band = AgeBand.Unknown;
        _fields = 0;

        while (reader.Read() == JsonToken.Name)
        {
            int day = DayOf(reader.Text);
            long minutes = 0;
            ImportFault fault = reader.Text switch
            {
                "number" => Number(reader, 1, 1, ChildSettings.Max, out number),
                "animal" => Number(reader, 2, 1, ChildSettings.Animals, out animal),
                "colour" => Number(reader, 4, 1, ChildSettings.Colours, out colour),
                "band" => Text(reader, 8, out string word) == ImportFault.None && BandWords.TryRead(word, out band) ? ImportFault.None : ImportFault.UnfitField,
                _ => day < 0 ? ImportFault.UnknownField : Number(reader, FirstDay << day, DayMinutes.NoLimit, DayMinutes.Max, out minutes),
            };

            if (fault != ImportFault.None)
            {
                return fault;
            }

            if (day >= 0)
            {
                days[day] = (int)minutes;
            }
        }

        if (!HasAll(All))
        {
            return ImportFault.MissingField;
        }

        if ((_children & (1 << (int)number)) != 0)
        {
            return ImportFault.WrongOrder;
        }

        _fields = 0;
        _children |= 1 << (int)number;
        next = next.WithChild(new ChildSettings((int)number, (int)animal, (int)colour, band, new DayMinutes(days)));
        return ImportFault.None;
    }

    // Monday is 0; below 0 for what names no day's minutes.
    private static int DayOf(string field)
    {
        for (int day = 0; day < DayMinutes.Days; day++)
        {
            if (field == ChildrenPart.MinutesOf + (day + 1).ToString())
            {
                return day;
            }
        }

        return -1;
    }

    private ImportFault ReadToy(JsonReader reader)
    {
        string name = "";
        long pause = EndlessPause;
        long tickets = 0;
        long child = -1;
        long shared = 0;
        DayMinutes minutes = DayMinutes.None;
        AgeBand band = AgeBand.Under9;
        WeeklyHours? quiet = null;

        while (reader.Read() == JsonToken.Name)
        {
            ImportFault fault = reader.Text switch
            {
                "toy-name" => Text(reader, Name, out name),
                "toy-paused" => Pause(reader, Paused, out pause),
                "toy-child" => Whose(reader, out child, out shared),
                "tickets" => Number(reader, Other, 0, ToySettings.TicketsMax, out tickets),
                "play-minutes" => Week(reader, out minutes),
                "age-band" => Text(reader, Band, out string word) == ImportFault.None && BandWords.TryRead(word, out band) ? ImportFault.None : ImportFault.UnfitField,
                "quiet-hours" => Hours(reader, out quiet),
                _ => ImportFault.UnknownField,
            };

            if (fault != ImportFault.None)
            {
                return fault;
            }
        }

        if (!HasAll(Name | Paused | Minutes | Band | Quiet))
        {
            return ImportFault.MissingField;
        }

        if (!ToyName.IsFit(name))
        {
            return ImportFault.UnfitField;
        }

        if (WasSeen(name) || _seen.Length == FamilySettings.ToysMax)
        {
            return ImportFault.WrongOrder;
        }

        Remember(name);

        if (!IsHere(name))
        {
            LeftOut++;
            return ImportFault.None;
        }

        ToySettings here = _settings.Of(name);
        ToySettings toy = new ToySettings(name, pause == EndlessPause, quiet, ToySettings.NoLimit, band, new long[0]);
        toy = pause > 0 ? toy.WithPausedUntil((int)pause) : toy;
        bool isSaid = child >= 0;
        int whose = !isSaid ? here.Child : _settings.FindChild((int)child) is null ? ToySettings.NobodysChild : (int)child;
        _settings = _settings.WithToy(toy.WithPlayMinutes(minutes).WithTickets((int)tickets).WithChild(whose, isSaid ? shared == 1 : here.IsShared));
        return ImportFault.None;
    }

    // Two numbers: the child, and 1 where several have it.
    private ImportFault Whose(JsonReader reader, out long child, out long shared)
    {
        shared = 0;
        child = -1;
        bool isFit = reader.Read() == JsonToken.ArrayStart
            && Number(reader, Other, ToySettings.NobodysChild, ChildSettings.Max, out child) == ImportFault.None
            && Number(reader, Other, 0, 1, out shared) == ImportFault.None
            && reader.Read() == JsonToken.ArrayEnd;
        return isFit ? ImportFault.None : ImportFault.UnfitField;
    }

    private ImportFault ReadList(JsonReader reader, bool isPlaces)
    {
        string name = "";
        long[] prints = new long[0];
        int[] untils = new int[0];

        while (reader.Read() == JsonToken.Name)
        {
            ImportFault fault = reader.IsText("toy-name") ? Text(reader, Name, out name)
                : reader.IsText(isPlaces ? "approvals" : "consents") ? Prints(reader, isPlaces, out prints, out untils)
                : ImportFault.UnknownField;

            if (fault != ImportFault.None)
            {
                return fault;
            }
        }

        if (!HasAll(Name | List))
        {
            return ImportFault.MissingField;
        }

        if (!WasSeen(name))
        {
            return ImportFault.WrongOrder;
        }

        DeclaredToy? toy = Find(name);

        if (toy is null || !IsHere(name))
        {
            return ImportFault.None;
        }

        ToySettings set = _settings.Of(name);

        for (int i = 0; i < prints.Length; i++)
        {
            set = isPlaces ? WithPlace(set, toy, prints[i], untils[i]) : WithUse(set, toy, prints[i], untils[i]);
        }

        _settings = _settings.WithToy(set);
        return ImportFault.None;
    }

    private static ToySettings WithPlace(ToySettings set, DeclaredToy toy, long print, int until)
    {
        bool isListed = false;

        for (int number = 1; number <= toy.Manifest.Endpoints.Length; number++)
        {
            isListed |= toy.PrintAt(number) == print;
        }

        if (!isListed || set.IsApproved(print))
        {
            return set;
        }

        Approval[] before = set.Approvals;
        Approval[] approvals = new Approval[before.Length + 1];
        Array.Copy(before, 0, approvals, 0, before.Length);
        approvals[before.Length] = new Approval(print, until);
        return set.WithApprovals(approvals);
    }

    private static ToySettings WithUse(ToySettings set, DeclaredToy toy, long print, int until)
    {
        for (int number = 1; number <= toy.Manifest.Sensors.Length; number++)
        {
            if (toy.SensorPrintAt(number) == print)
            {
                return set.WithConsent(new SensorConsent(print, until));
            }
        }

        return set;
    }

    // One number for every day, or a list of seven.
    private ImportFault Week(JsonReader reader, out DayMinutes minutes)
    {
        minutes = DayMinutes.None;
        int[] days = new int[DayMinutes.Days];
        int count = 0;
        JsonToken token = reader.Read();

        if (token != JsonToken.ArrayStart)
        {
            bool isOne = token == JsonToken.Number && IsMinutes(reader);
            minutes = isOne ? DayMinutes.Every((int)reader.Whole) : minutes;
            return Note(Minutes, isOne);
        }

        while (reader.Read() == JsonToken.Number && count < days.Length && IsMinutes(reader))
        {
            days[count++] = (int)reader.Whole;
        }

        bool isWeek = count == days.Length && reader.Token == JsonToken.ArrayEnd;
        minutes = isWeek ? new DayMinutes(days) : minutes;
        return Note(Minutes, isWeek);
    }

    private static bool IsMinutes(JsonReader reader)
    {
        return reader.IsWhole && reader.Whole >= DayMinutes.NoLimit && reader.Whole <= DayMinutes.Max;
    }

    // A list of windows, each a pair of numbers.
    private ImportFault Hours(JsonReader reader, out WeeklyHours? hours)
    {
        int[] starts = new int[ToySettings.WindowsMax];
        int[] lengths = new int[ToySettings.WindowsMax];
        int count = 0;
        hours = null;

        if (reader.Read() != JsonToken.ArrayStart)
        {
            return ImportFault.UnfitField;
        }

        while (reader.Read() == JsonToken.ArrayStart)
        {
            if (count == ToySettings.WindowsMax
                || Number(reader, Quiet, 0, WeeklyHours.MinutesOfWeek - 1, out long start) != ImportFault.None
                || Number(reader, Quiet, 1, WeeklyHours.MinutesOfWeek, out long length) != ImportFault.None
                || reader.Read() != JsonToken.ArrayEnd)
            {
                return ImportFault.UnfitField;
            }

            starts[count] = (int)start;
            lengths[count] = (int)length;
            count++;
        }

        _fields |= Quiet;

        if (count > 0)
        {
            hours = new WeeklyHours(First(starts, count), First(lengths, count));
        }

        return reader.Token == JsonToken.ArrayEnd ? ImportFault.None : ImportFault.UnfitField;
    }

    // A list of what was said yes to; its words are for a reader's eyes, its print counts.
    private ImportFault Prints(JsonReader reader, bool isPlaces, out long[] prints, out int[] untils)
    {
        int most = isPlaces ? ToysPart.PlacesOfPage : ToySettings.ConsentsMax;
        long[] read = new long[most];
        int[] ends = new int[most];
        int count = 0;
        prints = new long[0];
        untils = ends;

        if (reader.Read() != JsonToken.ArrayStart)
        {
            return ImportFault.UnfitField;
        }

        while (reader.Read() == JsonToken.ObjectStart)
        {
            ImportFault fault = count == most ? ImportFault.UnfitField : Print(reader, isPlaces, out read[count], out ends[count]);

            if (fault != ImportFault.None)
            {
                return fault;
            }

            count++;
        }

        _fields |= List;
        prints = new long[count];
        Array.Copy(read, 0, prints, 0, count);
        return reader.Token == JsonToken.ArrayEnd ? ImportFault.None : ImportFault.UnfitField;
    }

    private ImportFault Print(JsonReader reader, bool isPlaces, out long print, out int until)
    {
        int outer = _fields;
        string text = "";
        long end = 0;
        print = 0;
        until = 0;
        _fields = 0;

        while (reader.Read() == JsonToken.Name)
        {
            ImportFault fault = reader.IsText(isPlaces ? "place" : "use") ? Text(reader, Other, out _)
                : reader.IsText("print") ? Text(reader, Name, out text)
                : reader.IsText("until") ? Number(reader, Minutes, 1, int.MaxValue, out end)
                : ImportFault.UnknownField;

            if (fault != ImportFault.None)
            {
                return fault;
            }
        }

        bool hasAll = HasAll(Name | Other | (isPlaces ? 0 : Minutes));
        _fields = outer;
        until = (int)end;
        return !hasAll ? ImportFault.MissingField : PrintText.TryRead(text, out print) ? ImportFault.None : ImportFault.UnfitField;
    }

    private ImportFault Text(JsonReader reader, int field, out string text)
    {
        bool isText = reader.Read() == JsonToken.Text;
        text = isText ? reader.Text : "";
        return Note(field, isText);
    }

    private ImportFault Bool(JsonReader reader, int field, out bool value)
    {
        JsonToken token = reader.Read();
        value = token == JsonToken.True;
        return Note(field, value || token == JsonToken.False);
    }

    // No pause, one without an end, or the minute that it ends in.
    private ImportFault Pause(JsonReader reader, int field, out long pause)
    {
        JsonToken token = reader.Read();
        bool isEnd = token == JsonToken.Number && reader.IsWhole && reader.Whole >= 1 && reader.Whole <= int.MaxValue;
        pause = isEnd ? reader.Whole : token == JsonToken.False ? NoPause : EndlessPause;
        return Note(field, isEnd || token == JsonToken.False || token == JsonToken.True);
    }

    private ImportFault Number(JsonReader reader, int field, long least, long most, out long number)
    {
        bool isNumber = reader.Read() == JsonToken.Number && reader.IsWhole && reader.Whole >= least && reader.Whole <= most;
        number = isNumber ? reader.Whole : 0;
        return Note(field, isNumber);
    }

    private ImportFault Note(int field, bool isFit)
    {
        _fields |= field;
        return isFit ? ImportFault.None : ImportFault.UnfitField;
    }

    private bool HasAll(int fields)
    {
        return (_fields & fields) == fields;
    }

    private bool IsHere(string name)
    {
        return Find(name) is not null && _before.Find(name) is not null;
    }

    private DeclaredToy? Find(string name)
    {
        for (int i = 0; i < _toys.Length; i++)
        {
            if (_toys[i].Name == name)
            {
                return _toys[i];
            }
        }

        return null;
    }

    private bool WasSeen(string name)
    {
        bool wasSeen = false;

        for (int i = 0; i < _seen.Length; i++)
        {
            wasSeen |= _seen[i] == name;
        }

        return wasSeen;
    }

    private void Remember(string name)
    {
        string[] more = new string[_seen.Length + 1];
        Array.Copy(_seen, 0, more, 0, _seen.Length);
        more[_seen.Length] = name;
        _seen = more;
    }

    private static int[] First(int[] numbers, int count)
    {
        int[] first = new int[count];
        Array.Copy(numbers, 0, first, 0, count);
        return first;
    }
}
