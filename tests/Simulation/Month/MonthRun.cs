using System;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Times;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Home;

namespace ToyGuard.Simulation.Month;

/// <summary>A month in the life of a device, all of it by one seed: the family, the toys, the clock, the power and the flash are fakes, the device is real.</summary>
/// <remarks>
/// What must hold whatever happens (and what <see cref="Expected"/> says in its own way): nothing is let out while nobody has paired, while paused, in
/// quiet hours, past the day's minutes, bytes and names, without a known clock, to a place or for a sensor that nobody said yes to; minutes used never
/// fall within a day, and no pulled plug, clock or restart gives any back; settings are never looser than what was confirmed last; no name of a held host
/// is in flash; records are whole, and none is older than was set. On days without a pulled plug nothing is held without a rule either.
/// </remarks>
internal sealed class MonthRun
{
    private const int Days = 30;
    private const int MinutesOfDay = 1440;

    // Zones with a change of the hour in both halves of the world, one by half an hour, and some without.
    private static readonly string[] s_zones =
    [
        "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "AEST-10AEDT,M10.1.0,M4.1.0/3", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
        "IST-5:30", "GMT0BST,M3.5.0/1,M10.5.0", "NZST-12NZDT,M9.5.0,M4.1.0/3", "<+0545>-5:45",
    ];

    private readonly Chance _chance;
    private readonly int _seed;
    private readonly RuleFault _fault;
    private readonly FlashModel _flash = new();
    private readonly Expected _expected = new();
    private readonly MonthTally _tally = new();
    private readonly ZoneRule _zone;
    private readonly GateQuery _query = new();
    private readonly GateQuery[] _open = [new(), new()];
    private readonly bool[] _isOpen = new bool[MonthToys.Declared.Length];
    private readonly int[] _playing = new int[MonthToys.Declared.Length];
    private readonly int[] _playedBefore = new int[MonthToys.Declared.Length];
    private readonly long _beginUtc;
    private readonly int _firstOffset;
    private MonthHome _home;
    private long _utc;
    private long _bootUtc;
    private long _skew;
    private bool _hasClock;
    private int _dayBefore;
    private int _usedDay;
    private int _offsetBefore;
    private bool _wasCutToday;

    private MonthRun(int seed, RuleFault fault)
    {
        _seed = seed;
        _fault = fault;
        _chance = new Chance(seed);
        _zone = ZoneRule.Read(s_zones[_chance.Below(s_zones.Length)])!;
        _beginUtc = 1_780_000_000L + (_chance.Below(365) * 86_400L);

        // Every second month has a change of the hour in it, where the zone has one.
        for (int day = 0; day < 365 && seed % 2 == 0 && _zone.OffsetAt(_beginUtc) == _zone.OffsetAt(_beginUtc + (Days / 2 * 86_400L)); day++)
        {
            _beginUtc += 86_400;
        }

        _utc = _beginUtc;
        _firstOffset = Offset;
        _offsetBefore = _firstOffset;
        _flash.Seed = seed;
        _home = null!;
        Start();
    }

    /// <summary>Lives through a month. Throws <see cref="MonthBrokenException"/> where something does not hold.</summary>
    public static MonthTally Live(int seed, RuleFault fault)
    {
        MonthRun run = new(seed, fault);
        run.Live();
        run._tally.Months = 1;
        return run._tally;
    }

    private int Offset => _zone.OffsetAt(_utc);

    private FamilySettings Settings => _home.Kept.Settings;

    private void Live()
    {
        // A minute of a device that nobody has paired, then the first guardian.
        Ask(1, MonthToys.Stories);
        Change(Household.First(Settings, MonthToys.Declared));
        Sync();

        while (_utc < _beginUtc + (Days * 86_400L))
        {
            Pass(IsAnybodyPlaying ? 1 : IsNight ? 20 + _chance.Below(60) : 3 + _chance.Below(25));
            Happen();
        }

        LookIntoFlash();
        Check(_tally.Allowed > 0, "nothing was ever let out");
    }

    private bool IsAnybodyPlaying => _playing[0] > 0 || _playing[1] > 0;

    private bool IsNight => (_utc + Offset) % 86_400 is < 6 * 3600 or > 22 * 3600;

    // Lets so many minutes go by, and asks what toys ask meanwhile.
    private void Pass(int minutes)
    {
        _utc += minutes * 60L;
        Tell();

        if (Offset != _offsetBefore)
        {
            _offsetBefore = Offset;
            _tally.HourChanges++;
        }

        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            Play(toy);
            Relay(toy);
            Listen(toy);
        }

        _home.Kept.Keep(NowMs);

        if (!_flash.IsOff)
        {
            _expected.OnKept();
        }

        RestartWhereOff();
        WatchUsed();
    }

    private long NowMs => (_utc - _bootUtc) * 1000;

    private void Tell()
    {
        _home.SetClock(_hasClock ? _utc + _skew : 0, Offset);
        _expected.OnMinute(_home.Now);

        if (_home.Now.IsKnown && _expected.Day != _dayBefore)
        {
            _dayBefore = _expected.Day;
            _wasCutToday = false;
            LookIntoFlash();
        }
    }

    private void Happen()
    {
        int what = _chance.Below(IsAnybodyPlaying ? 400 : 60);

        switch (what)
        {
            case 0 or 1 or 2:
                Guardian();
                break;
            case 3 or 4 or 5 or 6 or 7:
                _playing[_chance.Below(2)] = 5 + _chance.Below(50);
                break;
            case 8:
                PullPlug();
                break;
            case 9:
                PullPlugInAWrite();
                break;
            case 10:
                WrongClock();
                break;
            case 11 or 12:
                Sync();
                break;
            case 13:
                Bonus();
                break;
            case 14 when _chance.Below(4) == 0:
                _hasClock = false;
                Tell();
                break;
            default:
                AskAround();
                break;
        }

        RestartWhereOff();
    }

    private void Play(int toy)
    {
        if (_playing[toy - 1] == 0)
        {
            return;
        }

        _playing[toy - 1]--;

        if (Ask(toy, MonthToys.Stories))
        {
            _home.Gate.AddPlay(toy, 1);
            _expected.OnPlayed(toy);
            _tally.Played++;
            Open(toy);
        }
    }

    private void Open(int toy)
    {
        _isOpen[toy - 1] = true;
        Put(_open[toy - 1], toy, MonthToys.HostOf(MonthToys.Stories, 0), AskKind.Https);
    }

    // The connection that is open moves bytes, and is asked about again.
    private void Relay(int toy)
    {
        if (!_isOpen[toy - 1])
        {
            return;
        }

        int bytes = _chance.Below(900);
        _expected.OnBytes(toy, bytes);
        _isOpen[toy - 1] = _home.StaysOpen(_open[toy - 1], MonthToys.Stories, bytes);

        if (_isOpen[toy - 1])
        {
            string? wrong = _expected.Wrong(toy, MonthToys.Stories, 0, _home.Now);
            Check(wrong is null, "an open connection in spite of " + wrong);
        }

        if (_playing[toy - 1] == 0)
        {
            _isOpen[toy - 1] = false;
        }
    }

    private void Listen(int toy)
    {
        _query.Toy = toy;
        _query.Kind = AskKind.Sensor;
        _query.Sensor = 1;
        Judge(_home.Gate.Ask(_query), _expected.WrongSensor(toy, _home.Now), "the microphone");
    }

    private void AskAround()
    {
        int toy = 1 + _chance.Below(2);
        int place = 1 + _chance.Below(MonthToys.Places);
        Ask(toy, place);
        Put(_query, toy, $"{MonthToys.Secret}-{_chance.Below(50)}.test", _chance.Below(2) == 0 ? AskKind.Lookup : AskKind.Https);
        Judge(_home.Gate.Ask(_query), "a place that is on no manifest", "a secret name");
    }

    private bool Ask(int toy, int place)
    {
        int name = _chance.Below(24);
        Put(_query, toy, MonthToys.HostOf(place, name), AskKind.Https);
        Verdict verdict = _home.Gate.Ask(_query);
        Judge(verdict, _expected.Wrong(toy, place, name, _home.Now), "a call");

        if (verdict.IsAllowed && place == MonthToys.Files)
        {
            _expected.OnName(toy, name);
        }

        return verdict.IsAllowed;
    }

    private void Judge(Verdict verdict, string? wrong, string what)
    {
        _tally.Asked++;
        _tally.Allowed += verdict.IsAllowed ? 1 : 0;
        Check(!verdict.IsAllowed || wrong is null, what + " let out in spite of " + wrong);

        // Where nothing is in doubt, nothing is held without a rule.
        if (!_wasCutToday && _expected.IsSure && _expected.Day > 0)
        {
            _tally.Exact++;
            Check(verdict.IsAllowed || wrong is not null, what + " held without a rule: " + verdict.Reason);
        }
    }

    // A guardian changes something; now and then only asks, or brings a file.
    private void Guardian()
    {
        ChangeSomething();
        _flash.FailAt(-1);
    }

    private void ChangeSomething()
    {
        FamilySettings now = Settings;
        DeclaredToy toy = MonthToys.Declared[_chance.Below(2)];
        ToySettings set = now.Find(toy.Name) ?? ToySettings.Introduced(toy.Name);
        int number = toy == MonthToys.Declared[0] ? 1 : 2;
        int more = _chance.Below(1 << 20);
        FamilySettings next = _chance.Below(12) switch
        {
            0 => now.WithEverythingPaused(more % 3 == 0),
            1 => now.WithToy(set.WithPaused(more % 2 == 0)),
            2 => Household.Approve(now, toy, 1 + (more % MonthToys.Places), more % 5 > 1),
            3 => now.WithToy(set.WithQuietHours(Quiet(more))),
            4 or 5 => now.WithToy(set.WithPlayMinutes(more % 4 == 0 ? ToySettings.NoLimit : 10 + (more % 90))),
            6 => now.WithRetentionDays(1 + (more % 20)),
            7 => now.WithEverythingPaused(false).WithToy(set.WithPaused(false)),
            _ => now,
        };

        _tally.Changes++;

        if (more % 9 == 0)
        {
            _flash.FailAt(_chance.Below(12));
        }

        if (next == now && _home.Now.IsKnown && more % 3 == 0)
        {
            int until = _home.Now.Minute + 1 + (more % 300);
            Took(Household.Agree(now, toy, 1, until), _home.Agree(number, until));
        }
        else if (next == now && more % 7 == 1)
        {
            Erase(number, toy);
        }
        else if (more % 5 == 0)
        {
            // The first of two messages, and no second.
            if (!Strictness.IsNeverLooser(next, now))
            {
                _home.AskOnly(next);
            }
        }
        else if (more % 5 == 1)
        {
            Took(Strictness.Merge(now, next), _home.Import(next));
        }
        else
        {
            Change(next);
        }
    }

    private void Erase(int number, DeclaredToy toy)
    {
        FamilySettings next = Settings.WithoutToy(toy.Name);
        SaveAnswer answer = _home.Erase(number);
        Took(next, answer);

        if (answer.IsSaved)
        {
            _expected.OnErased(number);
            _playedBefore[number - 1] = 0;
            Ask(number, MonthToys.Stories);

            if (_chance.Below(3) > 0)
            {
                Change(Household.Introduce(Settings, toy));
            }
        }
    }

    private void Change(FamilySettings next)
    {
        Took(next, _home.Change(next));
    }

    private void Took(FamilySettings next, SaveAnswer answer)
    {
        if (answer.IsSaved)
        {
            _expected.Saved(Household.Trim(next, _home.Now));
        }
        else
        {
            _expected.NotSaved(next);
        }

        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            Ask(toy, MonthToys.Stories);
            Ask(toy, MonthToys.Usage);
        }
    }

    private void Bonus()
    {
        int toy = 1 + _chance.Below(2);
        int minutes = 5 + _chance.Below(25);

        if (_home.GiveBonus(toy, minutes))
        {
            _expected.OnBonus(toy, minutes);
        }
    }

    private void WrongClock()
    {
        if (_hasClock)
        {
            _skew = -(3600L * (1 + _chance.Below(40)));
            _tally.WrongClocks++;
            Tell();
        }
    }

    private void Sync()
    {
        _hasClock = true;
        _skew = 0;
        Tell();
    }

    private void PullPlug()
    {
        _tally.Cuts++;
        Start();
    }

    // The power goes at one of the next steps of a write, whoever writes then.
    private void PullPlugInAWrite()
    {
        _flash.Cut = (FlashCut)_chance.Below(Enum.GetValues<FlashCut>().Length);
        _flash.CutAfter(_chance.Below(600));

        if (_chance.Below(2) == 0)
        {
            Guardian();
        }
    }

    private void RestartWhereOff()
    {
        if (_flash.IsOff)
        {
            _tally.Cuts++;
            _tally.CutsInWrites++;
            Start();
        }
    }

    private void Start()
    {
        _flash.PowerOn();

        if (_home is not null)
        {
            _expected.OnCut();
            _wasCutToday = true;
        }

        Array.Clear(_isOpen);
        _usedDay = 0;
        _bootUtc = _utc;
        _hasClock = false;
        _skew = 0;
        _home = new MonthHome(_flash, _fault, _firstOffset);
        _home.Kept.Keep(0);
        Tell();

        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            Ask(toy, MonthToys.Stories);
        }

        // Most times the clock is known again before anybody looks.
        if (_chance.Below(3) > 0)
        {
            Sync();
        }
    }

    // Minutes used never fall within a day, whatever the clock says.
    private void WatchUsed()
    {
        UsedMinutes used = new();

        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            _home.Gate.ShowUsage(toy, used);
            Check(used.Day >= _usedDay, "a day came back");

            if (used.Day > _usedDay)
            {
                _usedDay = used.Day;
                Array.Clear(_playedBefore);
            }

            Check(used.Minutes >= _playedBefore[toy - 1], "used minutes fell within a day");
            Check(!_home.Now.IsKnown || used.Minutes >= _expected.Played(toy) - _expected.Cuts, "used minutes are less than were played");
            _playedBefore[toy - 1] = used.Minutes;
        }
    }

    private void LookIntoFlash()
    {
        byte[] secret = Encoding.UTF8.GetBytes(MonthToys.Secret);

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            Check(_flash.Held(area).AsSpan().IndexOf(secret) < 0, "the name of a held host in " + FlashLayout.NameOf(area));
        }

        RecordList records = new();
        _home.Kept.Walk(records);
        Check(records.Faults.Count == 0, "records with a fault: " + (records.Faults.Count == 0 ? "" : records.Faults[0].Fault + " " + records.Faults[0].Sequence + " of " + records.Records.Count));
    }

    private void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new MonthBrokenException(_seed, (_utc - _beginUtc) / 60, what);
        }
    }

    private static void Put(GateQuery query, int toy, string host, AskKind kind)
    {
        query.Toy = toy;
        query.Kind = kind;
        query.Port = 443;
        query.Host.Read(host);
    }

    private static WeeklyHours? Quiet(int number)
    {
        int windows = number % 4;
        int[] starts = new int[windows];
        int[] lengths = new int[windows];

        for (int i = 0; i < windows; i++)
        {
            starts[i] = ((i * 3 * MinutesOfDay) + (20 * 60) + (number % 180)) % (7 * MinutesOfDay);
            lengths[i] = 60 + (number % 700);
        }

        return windows == 0 ? null : new WeeklyHours(starts, lengths);
    }

    private sealed class UsedMinutes : IUsageReader
    {
        public int Minutes { get; private set; }

        public int Day { get; private set; }

        public void OnDay(int day)
        {
            Day = day;
        }

        public void OnState(GateState state)
        {
        }

        public void OnToy(ToyState toy)
        {
            Minutes = toy.PlayedToday;
        }
    }
}
