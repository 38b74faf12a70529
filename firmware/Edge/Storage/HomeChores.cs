using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Edge.Storage;

/// <summary>What a home does with its flash while it runs, none of it at once. Under the lock of <see cref="KeptHome"/>; time comes in.</summary>
/// <remarks>
/// <code>
///   after 30 s of service   the boot is good; so are its settings, unless they are not the newest
///   every minute            usage, where it changed; calls that were held, when they are due; what failed is tried again;
///                           what is over goes: agreements, approvals, pauses
///   every hour              records that are too old go
///   at every call           one more segment of the records is checked, until all were
/// </code>
/// </remarks>
internal sealed class HomeChores
{
    private const int MinuteMs = 60 * 1000;
    private const int HourMs = 60 * MinuteMs;

    // A clock that is refined moves by less.
    private const int ClockJumpSeconds = 120;

    private readonly BootSequence _boot;
    private readonly SettingsKeeper _keeper;
    private readonly Gate _gate;
    private readonly HoldLog _holds;
    private readonly BootOutcome _outcome;
    private RecordCheck? _check = new RecordCheck();
    private bool _isBegun;
    private bool _wasGoodTried;
    private bool _isBootGood;
    private bool _areSettingsGood;
    private bool _mayBeGood;
    private long _begunMs;
    private long _minuteMs;
    private long _hourMs;
    private long _clockSeconds;

    public HomeChores(BootSequence boot, SettingsKeeper keeper, Gate gate, HoldLog holds, BootOutcome outcome)
    {
        _boot = boot;
        _keeper = keeper;
        _gate = gate;
        _holds = holds;
        _outcome = outcome;

        // Of a lower stage nobody can say that its settings work: they are not the ones it would have used.
        _mayBeGood = outcome.Stage == BootStage.Normal;
    }

    /// <summary>Does what is due.</summary>
    public void Do(long nowMs, long utcSeconds)
    {
        bool isHour = !_isBegun || nowMs - _hourMs >= HourMs;

        if (!_isBegun)
        {
            _isBegun = true;
            _begunMs = nowMs;
            _minuteMs = nowMs;
        }

        if (NoteClock(nowMs, utcSeconds) || isHour)
        {
            _hourMs = nowMs;
            _boot.Records.Expire(utcSeconds, _keeper.Current.RetentionDays);
        }

        // What failed is tried again a minute later, and not at every call.
        bool isMinute = nowMs - _minuteMs >= MinuteMs;

        if (isMinute)
        {
            _gate.AddPowered((int)((nowMs - _minuteMs) / MinuteMs));
            _minuteMs = nowMs;
            KeepUsage();
            KeepHolds(nowMs, utcSeconds);
            EndConsents(utcSeconds);
        }

        if (nowMs - _begunMs >= BootLadder.GoodAfterMs && (isMinute || !_wasGoodTried))
        {
            _wasGoodTried = true;
            MarkBootGood(utcSeconds);
            MarkSettingsGood();
        }

        CheckRecords(utcSeconds);
    }

    /// <summary>A guardian changed settings: a device that saves for a guardian works.</summary>
    public void OnChange(SaveAnswer answer, long utcSeconds)
    {
        if (!answer.IsSaved)
        {
            Note(RecordKind.SettingsRefused, utcSeconds, 0, 0, (int)answer.Outcome, (int)answer.Sequence, 0);
            return;
        }

        _mayBeGood = true;
        _areSettingsGood = false;
        MarkBootGood(utcSeconds);
        _boot.Records.Expire(utcSeconds, _keeper.Current.RetentionDays);
        Note(RecordKind.SettingsSaved, utcSeconds, 0, 0, 0, (int)answer.Sequence, 0);
    }

    /// <summary>Adds a record of this boot.</summary>
    public bool Note(RecordKind kind, long utcSeconds, int toy, int endpoint, int reason, int first, int second)
    {
        return _boot.Records.Add(new Record(kind, utcSeconds, BootNumber, toy, endpoint, reason, first, second));
    }

    /// <summary>Puts into flash what was used of the day, where that is more than what is there.</summary>
    public bool KeepUsage()
    {
        _boot.Usage.Take(_gate);

        return _boot.Usage.Save(_boot.UsageJournal);
    }

    private int BootNumber
    {
        get { return (int)(_outcome.BootNumber & ushort.MaxValue); }
    }

    private void KeepHolds(long nowMs, long utcSeconds)
    {
        while (_holds.TryPeek(nowMs, utcSeconds, BootNumber, out Record record) && _boot.Records.Add(record))
        {
            _holds.Drop(record);
        }
    }

    // So that no clock that goes back revives them. Where the newest settings are not in force, they are not written over either.
    private void EndConsents(long utcSeconds)
    {
        FamilySettings trimmed = Household.Trim(_keeper.Current, _gate.Now);

        if (_mayBeGood && trimmed != _keeper.Current && _keeper.Change(trimmed).IsSaved)
        {
            _areSettingsGood = false;
            Note(RecordKind.ConsentsOver, utcSeconds, 0, 0, 0, (int)_boot.Store.Sequence, 0);
        }
    }

    private void MarkBootGood(long utcSeconds)
    {
        if (!_isBootGood && _boot.Log.MarkGood())
        {
            _isBootGood = true;
            Note(RecordKind.BootMarkedGood, utcSeconds, 0, 0, 0, 0, 0);
        }
    }

    // A device that has no settings yet has none to come back to.
    private void MarkSettingsGood()
    {
        if (!_isBootGood || _areSettingsGood)
        {
            return;
        }

        bool hasSettings = _boot.Store.Status == StoreStatus.Whole || _boot.Store.Status == StoreStatus.OneCopy;
        _areSettingsGood = !_mayBeGood || !hasSettings || _keeper.MarkGood();
    }

    private bool NoteClock(long nowMs, long utcSeconds)
    {
        if (utcSeconds == 0)
        {
            return false;
        }

        // What the clock said at the monotonic zero, as far as it goes on evenly.
        long zeroSeconds = utcSeconds - (nowMs / 1000);
        long jumpSeconds = zeroSeconds - _clockSeconds;
        bool wasKnown = _clockSeconds != 0;

        if (wasKnown && jumpSeconds > -ClockJumpSeconds && jumpSeconds < ClockJumpSeconds)
        {
            return false;
        }

        _clockSeconds = zeroSeconds;
        Note(RecordKind.ClockSet, utcSeconds, 0, 0, 0, wasKnown ? ToInt(jumpSeconds) : 0, 0);

        return true;
    }

    private static int ToInt(long seconds)
    {
        return seconds > int.MaxValue ? int.MaxValue : seconds < int.MinValue ? int.MinValue : (int)seconds;
    }

    private void CheckRecords(long utcSeconds)
    {
        if (_check is null || _boot.Records.WalkOn(_check.Cursor, _check))
        {
            return;
        }

        RecordCheck check = _check;
        _check = null;

        if (check.Fault != RecordFault.None)
        {
            bool isLost = check.Fault == RecordFault.RowsLost || check.Fault == RecordFault.SegmentLost;
            _outcome.Find(BootFinding.RecordsAltered);
            Note(isLost ? RecordKind.RecordsLost : RecordKind.RecordsAltered, utcSeconds, 0, 0, (int)check.Fault, (int)check.Sequence, 0);
        }
    }
}
