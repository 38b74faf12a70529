using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Storage;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Home;

namespace ToyGuard.Simulation.Month;

/// <summary>One start of the real device, until its plug is pulled; and the mistakes that can be planted around it.</summary>
internal sealed class MonthHome : IHomeClock, IVerdictWatcher
{
    private readonly FlashModel _flash;
    private readonly RuleFault _fault;
    private readonly RuleMistakes _mistakes;
    private readonly int _firstOffset;
    private readonly int[] _agreed = new int[MonthToys.Declared.Length];
    private readonly int[] _given = new int[MonthToys.Declared.Length];
    private readonly int[] _erasedBonus = new int[MonthToys.Declared.Length];
    private readonly int[] _togetherUntil = new int[MonthToys.Declared.Length];
    private Moment _last;
    private long _utcSeconds;
    private int _lastBonus;
    private int _lastBonusToy;

    /// <summary>Starts from that flash; the time is not known.</summary>
    public MonthHome(FlashModel flash, RuleFault fault, int firstOffset, MonthHome? before)
    {
        _flash = flash;
        _fault = fault;
        _mistakes = new RuleMistakes(fault);
        _firstOffset = firstOffset;
        NoDrive drive = new(flash);
        Kept = new KeptHome(flash, drive, drive, new ManagedHmac(), this) { Watcher = this };
        Kept.Open(MonthToys.Declared, new VerdictCounters());
        GoWrong();

        if (fault == RuleFault.PausesEndWithPower)
        {
            Gate.PauseEverything(false);
            Gate.PauseToy(1, false);
            Gate.PauseToy(2, false);
        }

        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            if (fault == RuleFault.StartApproves)
            {
                Gate.Approve(toy, MonthToys.Stories, true);
            }
            else if (fault == RuleFault.StartRefills)
            {
                Gate.Forget(toy);
            }
        }

        if (before is not null && fault == RuleFault.LastTimeStays)
        {
            _last = before._last;
        }

        if (before is not null && fault == RuleFault.TogetherOutlivesPower)
        {
            before._togetherUntil.CopyTo(_togetherUntil, 0);
        }
    }

    /// <summary>The real thing.</summary>
    public KeptHome Kept { get; }

    /// <summary>Its gate.</summary>
    public Gate Gate => Kept.Gate;

    /// <summary>The month tells its own local time.</summary>
    public void SetZone(string zone)
    {
    }

    /// <inheritdoc/>
    public bool TryUtcMs(out long utcMs)
    {
        utcMs = _utcSeconds * 1000;
        return _utcSeconds != 0;
    }

    /// <inheritdoc/>
    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        if (_fault == RuleFault.HeldNamesKept && verdict.Reason == Reason.NotOnManifest)
        {
            _flash.Put(FlashLayout.SetupB, Encoding.UTF8.GetBytes(query.Host.ToString()));
        }
    }

    /// <summary>Tells the gate the time, as the clock's service does; 0 when it is not known.</summary>
    public void SetClock(long utcSeconds, int offset, bool isConfirmed)
    {
        _utcSeconds = utcSeconds;
        int seen = _fault == RuleFault.NoSummerTime ? _firstOffset : offset;
        Moment told = utcSeconds == 0 ? default : Moment.FromLocalSeconds(utcSeconds + seen);

        if (_fault == RuleFault.LastTimeStays && !told.IsKnown)
        {
            told = _last;
        }

        if (_fault == RuleFault.ClockBackRefills && told.IsKnown && _last.IsKnown && told.Day < _last.Day)
        {
            Gate.Forget(1);
            Gate.Forget(2);
        }

        bool isBack = told.IsKnown && _last.IsKnown && told.Minute < _last.Minute;
        bool isNewDay = told.IsKnown && _last.IsKnown && told.Day > _last.Day;
        _last = told.IsKnown ? told : _last;
        Gate.SetClock(told, isConfirmed || _fault == RuleFault.RefillsUnconfirmed);

        for (int toy = 1; toy <= _agreed.Length; toy++)
        {
            OnTime(toy, told, isBack, isNewDay);
        }

        if (_fault == RuleFault.BonusStays && isNewDay && _lastBonus > 0)
        {
            Gate.GiveBonus(_lastBonusToy, _lastBonus);
        }
    }

    /// <summary>A guardian agrees to a toy's microphone until a minute.</summary>
    public SaveAnswer Agree(int toy, int untilMinute)
    {
        _agreed[toy - 1] = untilMinute;
        return Change(Household.Agree(Kept.Settings, MonthToys.Declared[toy - 1], 1, untilMinute));
    }

    /// <summary>A guardian changes settings, with the second message where it is needed.</summary>
    public SaveAnswer Change(FamilySettings next)
    {
        SaveAnswer answer = Kept.Change(next);

        if (_fault == RuleFault.EagerLoosening)
        {
            new GateRules(Gate, MonthToys.Declared).PutInForce(next);
        }

        GoWrong();
        return answer;
    }

    /// <summary>The first message of a loosening, whose second never comes: a device does nothing.</summary>
    public void AskOnly(FamilySettings next)
    {
        if (_fault == RuleFault.NoSecondMessage)
        {
            Kept.Change(next);
        }
    }

    /// <summary>A file is imported, and nobody confirms what is looser in it.</summary>
    public SaveAnswer Import(FamilySettings file)
    {
        FamilySettings now = Kept.Settings;
        return Kept.Change(_mistakes.Imported(now, file, Strictness.Merge(now, file)));
    }

    /// <summary>A guardian gives minutes for today.</summary>
    public bool GiveBonus(int toy, int minutes)
    {
        bool isGiven = Gate.GiveBonus(toy, minutes);
        _lastBonus = isGiven ? minutes : _lastBonus;
        _lastBonusToy = isGiven ? toy : _lastBonusToy;
        _given[toy - 1] += isGiven ? minutes : 0;

        if (isGiven && _fault == RuleFault.BonusTwice)
        {
            Gate.GiveBonus(toy, minutes);
        }

        return isGiven;
    }

    /// <summary>A child spends a ticket.</summary>
    public bool SpendTicket(int toy)
    {
        bool isSpent = _fault == RuleFault.TicketTwice
            ? Kept.Settings.Of(MonthToys.Declared[toy - 1].Name).Tickets > 0 && Gate.GiveBonus(toy, ToySettings.TicketMinutes)
            : Kept.SpendTicket(toy);
        GoWrong();
        return isSpent;
    }

    /// <summary>A grown-up plays along.</summary>
    public bool PlayTogether(int toy, int minutes)
    {
        bool isOn = Gate.PlayTogether(toy, _fault == RuleFault.TogetherHasNoEnd ? Gate.TogetherMinutesMax : minutes);
        _togetherUntil[toy - 1] = isOn ? _last.Minute + minutes : _togetherUntil[toy - 1];
        return isOn;
    }

    /// <summary>A guardian erases a toy.</summary>
    public SaveAnswer Erase(int toy)
    {
        FamilySettings before = Kept.Settings;
        SaveAnswer answer = Kept.EraseToy(toy);

        if (_fault == RuleFault.ErasedComesBack)
        {
            Kept.Change(before);
        }

        if (_fault == RuleFault.ErasedBonusStays)
        {
            _erasedBonus[toy - 1] = _given[toy - 1];
        }

        GoWrong();
        return answer;
    }

    /// <summary>Says what an open connection moved. True when it may stay open.</summary>
    public bool StaysOpen(GateQuery query, int endpoint, long bytes)
    {
        if (_fault != RuleFault.OpenConnectionStays)
        {
            return Gate.Recheck(query, endpoint, bytes).IsAllowed;
        }

        Gate.AddBytes(query.Toy, endpoint, bytes);
        return true;
    }

    // The mistakes that wait for a time.
    private void OnTime(int toy, Moment told, bool isBack, bool isNewDay)
    {
        if (isNewDay)
        {
            _given[toy - 1] = 0;
            _erasedBonus[toy - 1] = 0;
        }

        if (isBack && _fault == RuleFault.AgreementRevives)
        {
            Gate.Agree(toy, 1, _agreed[toy - 1]);
        }

        if (isBack && _fault == RuleFault.ApprovalRevives)
        {
            Gate.Approve(toy, MonthToys.Usage, true);
        }

        if (_fault == RuleFault.TogetherOutlivesPower && told.IsKnown && told.Minute < _togetherUntil[toy - 1])
        {
            Gate.PlayTogether(toy, System.Math.Min(_togetherUntil[toy - 1] - told.Minute, Gate.TogetherMinutesMax));
        }
    }

    // What is kept is right, and what is in force is not.
    private void GoWrong()
    {
        if (_mistakes.AreOfRules)
        {
            new GateRules(Gate, MonthToys.Declared).PutInForce(_mistakes.InForce(Kept.Settings));
        }

        for (int toy = 1; toy <= _erasedBonus.Length; toy++)
        {
            if (_erasedBonus[toy - 1] > 0 && Gate.GiveBonus(toy, _erasedBonus[toy - 1]))
            {
                _erasedBonus[toy - 1] = 0;
            }
        }
    }
}
