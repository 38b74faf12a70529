using System;
using System.Text;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Home;

namespace ToyGuard.Simulation.Month;

/// <summary>A month in the life of a device, all of it by one seed: the family, the toys, the clock, the power and the flash are fakes, the device is real.</summary>
/// <remarks>
/// What must hold whatever happens (and what <see cref="Expected"/> says in its own way): nothing is let out while nobody has paired, while paused, in
/// quiet hours, past a toy's or a child's minutes of the day, its bytes and names, without a known clock, to a place or for a sensor that nobody said yes
/// to, or longer than was said; minutes used never fall within a day, and no pulled plug, clock or restart gives any back; a new day begins when a guardian's
/// phone says so or after 18 hours with power, and the network moves the clock by ten minutes at most; settings are never looser than what was confirmed
/// last, whatever file is brought in; no name of a held host is in flash; records are whole, and none is older than was set; phones come in as
/// <see cref="MonthDesk"/> says. On days without a pulled plug nothing is held without a rule either.
/// </remarks>
internal sealed class MonthRun
{
    private const int Days = 30;

    private readonly int _seed;
    private readonly RuleFault _fault;
    private readonly MonthTally _tally = new();
    private readonly MonthZone _zone;
    private readonly MonthDesk _desk;
    private readonly MonthGuardian _guardian;
    private readonly GateQuery _query = new();
    private readonly GateQuery[] _open = [new(), new()];
    private readonly bool[] _isOpen = new bool[MonthToys.Declared.Length];
    private readonly int[] _playing = new int[MonthToys.Declared.Length];
    private readonly int[] _playedBefore = new int[MonthToys.Declared.Length];
    private readonly UsedMinutes _used = new();
    private readonly long _beginUtc;
    private readonly int _firstOffset;
    private readonly int _partsPerMillion;
    private MonthClock _clock;
    private long _utc;
    private long _bootUtc;
    private int _dayBefore;
    private int _usedDay;
    private int _offsetBefore;
    private bool _wasCutToday;

    private MonthRun(int seed, RuleFault fault)
    {
        _seed = seed;
        _fault = fault;
        Chance = new Chance(seed);
        _zone = MonthZone.All[Chance.Below(MonthZone.All.Length)];
        _partsPerMillion = Chance.Below(400) - 200;
        _beginUtc = 1_780_000_000L + (Chance.Below(365) * 86_400L);

        // Every second month has a change of the hour in it, where the zone has one.
        for (int day = 0; day < 365 && seed % 2 == 0 && _zone.OffsetAt(_beginUtc) == _zone.OffsetAt(_beginUtc + (Days / 2 * 86_400L)); day++)
        {
            _beginUtc += 86_400;
        }

        _utc = _beginUtc;
        _firstOffset = Offset;
        _offsetBefore = _firstOffset;
        Flash.Seed = seed;
        Home = null!;
        _clock = null!;
        _desk = new MonthDesk(seed, fault, _tally, Check);
        _guardian = new MonthGuardian(this, _tally);
        Start();
    }

    /// <summary>What comes next.</summary>
    public Chance Chance { get; }

    /// <summary>The flash.</summary>
    public FlashModel Flash { get; } = new();

    /// <summary>The device, since the power came.</summary>
    public MonthHome Home { get; private set; }

    /// <summary>What must hold.</summary>
    public Expected Expected { get; } = new();

    /// <summary>The phones' desk.</summary>
    public PairingDesk Desk => _desk.Desk;

    /// <summary>The local time as the device may take it, by this computer's own calendar.</summary>
    public Moment Now { get; private set; }

    /// <summary>Lives through a month. Throws <see cref="MonthBrokenException"/> where something does not hold.</summary>
    public static MonthTally Live(int seed, RuleFault fault)
    {
        MonthRun run = new(seed, fault);
        run.Live();
        run._tally.Months = 1;
        return run._tally;
    }

    /// <summary>Stops where something does not hold.</summary>
    public void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new MonthBrokenException(_seed, (_utc - _beginUtc) / 60, what);
        }
    }

    /// <summary>A toy asks for one of its places; what it is told is judged.</summary>
    public bool Ask(int toy, int place)
    {
        int name = Chance.Below(24);
        Put(_query, toy, MonthToys.HostOf(place, name), AskKind.Https);
        Verdict verdict = Home.Gate.Ask(_query);
        Judge(verdict, Expected.Wrong(toy, place, name, Now), "a call");

        if (verdict.IsAllowed && place == MonthToys.Files)
        {
            Expected.OnName(toy, name);
        }

        return verdict.IsAllowed;
    }

    /// <summary>A toy was erased: its minutes may fall.</summary>
    public void ForgetMinutes(int toy)
    {
        _playedBefore[toy - 1] = 0;
    }

    private int Offset => _zone.OffsetAt(_utc);

    // The chores of a home are counted by seconds, of which a crystal's error is none.
    private long AwakeMs => (_utc - _bootUtc) * 1000;

    private long ElapsedMs => _clock.ElapsedMs(_utc - _bootUtc);

    private void Live()
    {
        // A minute of a device that nobody has paired, then the first guardian.
        Ask(1, MonthToys.Stories);
        _guardian.Pair();
        SetByPhone(0);

        while (_utc < _beginUtc + (Days * 86_400L))
        {
            Pass(IsAnybodyPlaying ? 1 : IsNight ? 20 + Chance.Below(60) : 3 + Chance.Below(25));
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
        _desk.Pass(minutes * 60L);

        // On the device power is counted as it goes, so what was before midnight is of the day before.
        Expected.OnLived(minutes);
        Home.Kept.Keep(AwakeMs);
        Observe(false);

        if (!Flash.IsOff)
        {
            Expected.OnKept(Home.Kept.Settings);
        }

        RestartWhereOff();
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

        RestartWhereOff();
        WatchUsed();
    }

    // The clock's service tells the gate, as every second on the device.
    private void Tell()
    {
        string? wrong = _clock.Wrong(ElapsedMs);
        Check(wrong is null, wrong ?? "");
        long device = _clock.UtcSeconds(ElapsedMs);
        Now = device == 0 ? default : Moment.FromLocalSeconds(device + _zone.OffsetAt(device));
        Home.SetClock(device, _zone.Rule.OffsetAt(device), _clock.IsConfirmed);
        Observe(true);

        if (Now.IsKnown && Expected.Day != _dayBefore)
        {
            _dayBefore = Expected.Day;
            _wasCutToday = false;
            LookIntoFlash();
        }
    }

    private void Observe(bool isTold)
    {
        int day = Expected.Day;
        Home.Gate.ShowUsage(1, _used);
        string? wrong = Expected.OnTime(Now, isTold, _clock.IsConfirmed, _used.Day);
        Check(wrong is null, wrong ?? "");
        _tally.NewDays += Expected.Day > day ? 1 : 0;
    }

    private void Happen()
    {
        int what = Chance.Below(IsAnybodyPlaying ? 400 : 60);

        switch (what)
        {
            case 0 or 1 or 2:
                _guardian.Act();
                break;
            case 3 or 4 or 5 or 6 or 7:
                _playing[Chance.Below(2)] = 5 + Chance.Below(50);
                break;
            case 8:
                PullPlug();
                break;
            case 9:
                PullPlugInAWrite();
                break;
            case 10:
                SetByPhone(-3600L * (1 + Chance.Below(40)));
                _tally.WrongClocks++;
                break;
            case 11:
                SetByPhone(0);
                break;
            case 12:
                HearTheNetwork();
                break;
            case 13:
                _guardian.Give();
                break;
            case 14 when Chance.Below(8) == 0:
                _desk.Happen();
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
            Home.Gate.AddPlay(toy, 1);
            Expected.OnPlayed(toy);
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

        int bytes = Chance.Below(900);
        Expected.OnBytes(toy, bytes);
        _isOpen[toy - 1] = Home.StaysOpen(_open[toy - 1], MonthToys.Stories, bytes);

        if (_isOpen[toy - 1])
        {
            string? wrong = Expected.Wrong(toy, MonthToys.Stories, 0, Now);
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
        Judge(Home.Gate.Ask(_query), Expected.WrongSensor(toy, Now), "the microphone");
    }

    private void AskAround()
    {
        int toy = 1 + Chance.Below(2);
        int place = 1 + Chance.Below(MonthToys.Places);
        Ask(toy, place);
        Put(_query, toy, $"{MonthToys.Secret}-{Chance.Below(50)}.test", Chance.Below(2) == 0 ? AskKind.Lookup : AskKind.Https);
        Judge(Home.Gate.Ask(_query), "a place that is on no manifest", "a secret name");
    }

    private void Judge(Verdict verdict, string? wrong, string what)
    {
        _tally.Asked++;
        _tally.Allowed += verdict.IsAllowed ? 1 : 0;
        Check(!verdict.IsAllowed || wrong is null, what + " let out in spite of " + wrong);

        // Where nothing is in doubt, nothing is held without a rule.
        if (!_wasCutToday && Expected.IsSure && Expected.Day > 0)
        {
            _tally.Exact++;
            Check(verdict.IsAllowed || wrong is not null, what + " held without a rule: " + verdict.Reason);
        }
    }

    // A guardian's phone, which may be wrong, as clocks are that somebody set back.
    private void SetByPhone(long skew)
    {
        _clock.Confirm(_utc + skew, ElapsedMs);
        Tell();
    }

    // A server of the network: right to two seconds, or a liar.
    private void HearTheNetwork()
    {
        bool isLie = Chance.Below(3) == 0;
        _tally.Lies += isLie ? 1 : 0;
        _clock.Hear(_utc + (isLie ? (Chance.Below(80) - 40) * 3600L : Chance.Below(5) - 2), ElapsedMs);
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
        Flash.Cut = (FlashCut)Chance.Below(Enum.GetValues<FlashCut>().Length);
        Flash.CutAfter(Chance.Below(600));

        if (Chance.Below(2) == 0)
        {
            _guardian.Act();
        }
    }

    private void RestartWhereOff()
    {
        if (Flash.IsOff)
        {
            _tally.Cuts++;
            _tally.CutsInWrites++;
            Start();
        }
    }

    private void Start()
    {
        Flash.PowerOn();

        if (Home is not null)
        {
            Expected.OnCut();
            _desk.Cut();
            _wasCutToday = true;
        }

        Array.Clear(_isOpen);
        _usedDay = 0;
        _bootUtc = _utc;
        _clock = new MonthClock(_fault, _partsPerMillion);
        Home = new MonthHome(Flash, _fault, _firstOffset, Home);
        Home.Kept.Keep(0);
        Tell();

        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            Ask(toy, MonthToys.Stories);
        }

        // Most times the clock is known again before anybody looks.
        switch (Chance.Below(6))
        {
            case 0 or 1:
                SetByPhone(0);
                break;
            case 2 or 3:
                HearTheNetwork();
                break;
            default:
                break;
        }
    }

    // Minutes used never fall within a day, whatever the clock says.
    private void WatchUsed()
    {
        UsedMinutes used = _used;

        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            Home.Gate.ShowUsage(toy, used);
            Check(used.Day >= _usedDay, "a day came back");

            if (used.Day > _usedDay)
            {
                _usedDay = used.Day;
                Array.Clear(_playedBefore);
            }

            Check(used.Minutes >= _playedBefore[toy - 1], "used minutes fell within a day");
            Check(!Now.IsKnown || used.Minutes >= Expected.Played(toy) - Expected.Cuts, "used minutes are less than were played");
            _playedBefore[toy - 1] = used.Minutes;

            foreach (int child in MonthToys.Children)
            {
                Check(!Now.IsKnown || used.Children[child] >= Expected.PlayedBy(child) - Expected.CutsOfChild, "a child's used minutes are less than were played");
            }
        }
    }

    private void LookIntoFlash()
    {
        byte[] secret = Encoding.UTF8.GetBytes(MonthToys.Secret);

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            Check(Flash.Held(area).AsSpan().IndexOf(secret) < 0, "the name of a held host in " + FlashLayout.NameOf(area));
        }

        RecordList records = new();
        Home.Kept.Walk(records);
        Check(records.Faults.Count == 0, "records with a fault: " + (records.Faults.Count == 0 ? "" : records.Faults[0].Fault + " " + records.Faults[0].Sequence + " of " + records.Records.Count));
    }

    private static void Put(GateQuery query, int toy, string host, AskKind kind)
    {
        query.Toy = toy;
        query.Kind = kind;
        query.Port = 443;
        query.Host.Read(host);
    }

    private sealed class UsedMinutes : IUsageReader
    {
        public int Minutes { get; private set; }

        public int Day { get; private set; }

        public void OnDay(int day)
        {
            Day = day;
        }

        // By a child's number.
        public int[] Children { get; } = new int[ChildRules.NumberMax + 1];

        public void OnState(GateState state)
        {
            foreach (int child in MonthToys.Children)
            {
                Children[child] = state.PlayedBy(child);
            }
        }

        public void OnToy(ToyState toy)
        {
            Minutes = toy.PlayedToday;
        }
    }
}
