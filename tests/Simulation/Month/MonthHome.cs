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
    private readonly int _firstOffset;
    private readonly int[] _agreed = new int[MonthToys.Declared.Length];
    private Moment _last;
    private long _utcSeconds;
    private int _lastBonus;
    private int _lastBonusToy;

    /// <summary>Starts from that flash; the time is not known.</summary>
    public MonthHome(FlashModel flash, RuleFault fault, int firstOffset)
    {
        _flash = flash;
        _fault = fault;
        _firstOffset = firstOffset;
        NoDrive drive = new(flash);
        Kept = new KeptHome(flash, drive, drive, new ManagedHmac(), this) { Watcher = this };
        Kept.Open(MonthToys.Declared, new VerdictCounters());

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
    }

    /// <summary>The real thing.</summary>
    public KeptHome Kept { get; }

    /// <summary>Its gate.</summary>
    public Gate Gate => Kept.Gate;

    /// <summary>What the device takes for the local time.</summary>
    public Moment Now { get; private set; }

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
    public void SetClock(long utcSeconds, int offset)
    {
        _utcSeconds = utcSeconds;
        int seen = _fault == RuleFault.NoSummerTime ? _firstOffset : offset;
        Now = utcSeconds == 0 ? default : Moment.FromLocalSeconds(utcSeconds + offset);
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
        Gate.SetClock(told);

        for (int toy = 1; toy <= _agreed.Length && isBack && _fault == RuleFault.AgreementRevives; toy++)
        {
            Gate.Agree(toy, 1, _agreed[toy - 1]);
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
        return Kept.Change(_fault == RuleFault.ImportLoosens ? file : Strictness.Merge(Kept.Settings, file));
    }

    /// <summary>A guardian gives minutes for today.</summary>
    public bool GiveBonus(int toy, int minutes)
    {
        bool isGiven = Gate.GiveBonus(toy, minutes);
        _lastBonus = isGiven ? minutes : _lastBonus;
        _lastBonusToy = isGiven ? toy : _lastBonusToy;

        if (isGiven && _fault == RuleFault.BonusTwice)
        {
            Gate.GiveBonus(toy, minutes);
        }

        return isGiven;
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
}
