using System;
using System.Linq;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Home;

/// <summary>One start of a device with the real stores, and what happens until its plug is pulled.</summary>
/// <remarks>The edge around the stores is as thin as it can be: everything that could be wrong here is the firmware's.</remarks>
internal sealed class Device : IRuleTarget
{
    private static readonly VerdictCounters s_counters = new();

    private readonly BootSequence _boot;
    private readonly GateState _state;
    private readonly Gate _gate;
    private readonly SettingsKeeper _keeper;
    private readonly GateRules _rules;
    private readonly bool _isEager;
    private readonly HoldDigest _digest = new();

    /// <summary>Starts from that flash. The clock is set as soon as it runs.</summary>
    /// <param name="flash">The flash.</param>
    /// <param name="utcSeconds">The time.</param>
    /// <param name="isEager">A planted mistake: a change is in force before it is saved.</param>
    public Device(IFlash flash, long utcSeconds, bool isEager = false)
    {
        _isEager = isEager;
        NoDrive drive = new(flash);
        _boot = new BootSequence(flash, drive, drive, new ManagedHmac());
        Outcome = _boot.Run();
        _state = new GateState(Household.StatesOf(Outcome.Settings, Toys.Declared)) { IsPaired = Outcome.Settings.IsPaired, IsEverythingPaused = Outcome.Settings.IsEverythingPaused };
        _boot.Usage.GiveBack(_state);
        _gate = new Gate(_state, s_counters);
        _rules = new GateRules(_gate, Toys.Declared);
        _keeper = new SettingsKeeper(_boot.Store, _boot.Good, this, Outcome.Settings);
        SetClock(utcSeconds);
    }

    /// <summary>Is told of settings at the moment in which they are put in force.</summary>
    internal delegate void InForce(FamilySettings settings);

    /// <summary>Who is told; null is nobody.</summary>
    public InForce? WhenInForce { get; set; }

    /// <summary>What the start came to.</summary>
    public BootOutcome Outcome { get; }

    /// <summary>The number of this start.</summary>
    public int Number
    {
        get { return (int)(Outcome.BootNumber & ushort.MaxValue); }
    }

    /// <summary>The time it goes by.</summary>
    public long Now { get; private set; }

    /// <summary>Does one thing. A new start is somebody else's to make.</summary>
    public void Do(Op op)
    {
        FamilySettings now = _keeper.Current;
        DeclaredToy toy = Toys.Declared[op.A % Toys.Count];
        ToySettings set = now.Find(toy.Name) ?? ToySettings.Introduced(toy.Name);

        switch (op.Kind)
        {
            case OpKind.PauseAll:
                Change(now.WithPaired(true).WithEverythingPaused(op.B % 4 == 3));
                break;
            case OpKind.PauseToy:
                Change(now.WithToy(set.WithPaused(op.B % 2 == 1)));
                break;
            case OpKind.Approve:
                Change(Household.Approve(now, toy, 1 + (op.B % Toys.Endpoints), (op.B >> 8) % 3 > 0));
                break;
            case OpKind.QuietHours:
                Change(now.WithToy(set.WithQuietHours(Quiet(op.B))));
                break;
            case OpKind.PlayMinutes:
                Change(now.WithToy(set.WithPlayMinutes(op.B % 3 == 0 ? ToySettings.NoLimit : op.B % 240)));
                break;
            case OpKind.ChildBand:
                Change(now.WithToy(set.WithChildBand((AgeBand)(op.B % 4))));
                break;
            case OpKind.Retention:
                Change(now.WithRetentionDays(op.B % (op.A % 4 == 0 ? FamilySettings.RetentionDaysMax + 1 : FamilySettings.RetentionDaysDefault)));
                _boot.Records.Expire(Now, _keeper.Current.RetentionDays, isConfirmed: true);
                break;
            case OpKind.Import:
                Change(SettingsImport.Merge(now, SettingsCodec.Read(SettingsCodec.Write(now.WithToy(set.WithPlayMinutes(op.B % 240))))));
                break;
            case OpKind.Record:
                Add(RecordKind.ServiceFailed, op.A % 100, op.B);
                break;
            case OpKind.Records:
                for (int i = 0; i <= op.A % 3; i++)
                {
                    Add(RecordKind.ClockSet, i, op.B + i);
                }

                break;
            case OpKind.Use:
                Use(op);
                break;
            case OpKind.Digest:
                _digest.Count(1 + (op.A % Toys.Count), 1 + (op.B % Toys.Endpoints), 5);
                Drain();
                break;
            case OpKind.NextHour:
                SetClock(Now + 3600);
                Drain();
                SaveUsage();
                break;
            case OpKind.NextDay:
                SetClock(Now + 86_400);
                Drain();
                SaveUsage();
                break;
            case OpKind.MarkGood:
                _boot.Log.MarkGood();
                _keeper.MarkGood();
                break;
            case OpKind.Wipe:
                _boot.Eraser.Run();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(op));
        }
    }

    /// <summary>Saves a guardian's change, whatever was before, and what was used. True when both are kept.</summary>
    public bool Save()
    {
        FamilySettings now = _keeper.Current;
        bool isSaved = _keeper.Change(now.WithRetentionDays(1 + (now.RetentionDays % FamilySettings.RetentionDaysDefault))).IsSaved;
        _boot.Usage.Take(_gate);
        return _boot.Usage.Save(_boot.UsageJournal) && isSaved;
    }

    /// <inheritdoc/>
    public void PutInForce(FamilySettings settings)
    {
        _rules.PutInForce(settings);
        WhenInForce?.Invoke(settings);
    }

    /// <summary>Looks at everything.</summary>
    public Sight Look()
    {
        RecordList records = new();
        _boot.Records.Walk(records);

        return new Sight
        {
            Stage = Outcome.Stage,
            BadBoots = Outcome.BadBoots,
            IsWiped = Outcome.Has(BootFinding.WipeFinished),
            Newest = _boot.Store.Payload ?? [],
            InForce = _keeper.Current,
            Open = Toys.Open(_state, Now),
            Used = [.. _state.Toys.SelectMany(toy => toy.Endpoints, (_, endpoint) => endpoint.BytesToday)],
            Names = _state.Toys.Sum(toy => toy.Endpoints.Sum(endpoint => endpoint.NamesToday)),
            IsUsageUnknown = _boot.Usage.IsUnknown,
            Records = [.. records.Records],
            FaultsAt = [.. records.Faults.Select(fault => fault.Sequence)],
            Faults = string.Join(", ", records.Faults.Select(fault => fault.Fault + " at " + fault.Sequence)),
        };
    }

    private void Change(FamilySettings next)
    {
        if (_isEager)
        {
            PutInForce(next);
        }

        SaveAnswer answer = _keeper.Change(next);

        if (answer.IsSaved)
        {
            // As the service does: who saves for a guardian works.
            _boot.Records.Add(new Record(RecordKind.SettingsSaved, Now, Number, first: (int)answer.Sequence));
        }
    }

    private void Add(RecordKind kind, int reason, int first)
    {
        _boot.Records.Add(new Record(kind, Now, Number, reason: reason, first: first));
    }

    private void Use(Op op)
    {
        GateQuery question = Toys.Questions[op.A % Toys.Questions.Length];

        if (_gate.Ask(question).IsAllowed)
        {
            _gate.AddBytes(question.Toy, 1 + (op.A % Toys.Questions.Length % Toys.Endpoints), 1 + (op.B % 6000));
        }

        SaveUsage();
    }

    private void SaveUsage()
    {
        _boot.Usage.Take(_gate);
        _boot.Usage.Save(_boot.UsageJournal);
    }

    private void Drain()
    {
        while (_digest.TryPeek(Now * 1000, Now, Number, out Record record) && _boot.Records.Add(record))
        {
            _digest.Drop(record);
        }
    }

    private void SetClock(long utcSeconds)
    {
        Now = utcSeconds;
        _gate.SetClock(Moment.FromLocalSeconds(utcSeconds));
        _boot.Records.Expire(utcSeconds, _keeper.Current.RetentionDays, isConfirmed: true);
    }

    private static WeeklyHours? Quiet(int number)
    {
        int windows = number % 4;
        int[] starts = new int[windows];
        int[] lengths = new int[windows];

        for (int i = 0; i < windows; i++)
        {
            starts[i] = (i * 2000) + (number % 700);
            lengths[i] = 30 + (number % 400);
        }

        return windows == 0 ? null : new WeeklyHours(starts, lengths);
    }
}
