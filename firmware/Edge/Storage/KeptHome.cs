using System;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Crypto;
using ToyGuard.Core.Data;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Usage;

namespace ToyGuard.Edge.Storage;

/// <summary>A home and all that is kept of it: settings, what was used of the day, records. One lock around them; safe from any thread.</summary>
/// <remarks>
/// There is no gate before <see cref="Open"/> has read what is kept, and no hub without a gate, so policy comes before the first socket
/// by construction (RES-02). What a verdict needs is in the gate; flash is touched only here, never while the gate's lock is held.
/// </remarks>
public sealed class KeptHome
{
    private readonly object _lock = new object();
    private readonly IFlash _flash;
    private readonly IEraseDrive _drive;
    private readonly IRandom _random;
    private readonly IHmac _hmac;
    private readonly IHomeClock _clock;
    private readonly HoldLog _holds = new HoldLog();
    private DeclaredToy[] _toys = new DeclaredToy[0];
    private DeclaredToy[] _carried = new DeclaredToy[0];
    private IMoreToys? _more;
    private ActivityBook _activity = new ActivityBook(new DeclaredToy[0]);
    private Gate? _gate;
    private GateRules? _rules;
    private VerdictCounters _counters = new VerdictCounters();
    private BootSequence? _boot;
    private SettingsKeeper? _keeper;
    private HomeChores? _chores;

    /// <summary>A home of which nothing was read yet.</summary>
    /// <param name="flash">Where it is kept. It may throw.</param>
    /// <param name="drive">The drive under it, for a wipe.</param>
    /// <param name="random">Fills the drive in a wipe.</param>
    /// <param name="hmac">The device's HMAC, which is checked at the start.</param>
    /// <param name="clock">The time for records, and who is told how the clocks here go.</param>
    public KeptHome(IFlash flash, IEraseDrive drive, IRandom random, IHmac hmac, IHomeClock clock)
    {
        _flash = new CarefulFlash(flash);
        _drive = drive ?? throw new ArgumentNullException(nameof(drive));
        _random = random ?? throw new ArgumentNullException(nameof(random));
        _hmac = hmac ?? throw new ArgumentNullException(nameof(hmac));
        _clock = clock ?? throw new ArgumentNullException(nameof(clock));
    }

    /// <summary>The gate, with the rules in force; throws before <see cref="Open"/>.</summary>
    public Gate Gate
    {
        get { return _gate ?? throw new InvalidOperationException("Open the home first."); }
    }

    /// <summary>What the start came to.</summary>
    public BootOutcome Outcome { get; private set; } = BootOutcome.Failed();

    /// <summary>Who else is told of verdicts; null is nobody. Do not set the gate's own watcher.</summary>
    public IVerdictWatcher? Watcher
    {
        get { return _activity.Next; }
        set { _activity.Next = value; }
    }

    /// <summary>Who the toys talk to, since the power came; counts nothing before <see cref="Open"/>.</summary>
    public ActivityBook Activity
    {
        get { return _activity; }
    }

    /// <summary>The toys that are here; number 1 is the first. None before <see cref="Open"/>.</summary>
    public DeclaredToy[] Toys
    {
        get
        {
            lock (_lock)
            {
                return _toys;
            }
        }
    }

    /// <summary>The verdicts of today and yesterday.</summary>
    public VerdictCounters Counters
    {
        get { return _counters; }
    }

    /// <summary>What is in force.</summary>
    public FamilySettings Settings
    {
        get
        {
            lock (_lock)
            {
                return _keeper is null ? FamilySettings.Strict : _keeper.Current;
            }
        }
    }

    /// <summary>The number of the settings that were saved last; 0 while none were.</summary>
    public uint Sequence
    {
        get
        {
            lock (_lock)
            {
                return _boot is null ? 0 : _boot.Store.Sequence;
            }
        }
    }

    /// <summary>Reads what is kept and makes the gate, with those rules in force and with what was used of the day. Once, and before anything else.</summary>
    /// <param name="carried">The toys whose manifests the device carries; number 1 is the first.</param>
    /// <param name="counters">Counts the gate's verdicts.</param>
    /// <param name="more">Knows of toys that the device does not carry; null where there are none.</param>
    /// <returns>What the start came to. Whatever it is, there is a gate, and a page can be served.</returns>
    public BootOutcome Open(DeclaredToy[] carried, VerdictCounters counters, IMoreToys? more = null)
    {
        lock (_lock)
        {
            if (_gate is not null)
            {
                throw new InvalidOperationException("It is open.");
            }

            _carried = carried;
            _more = more;
            _counters = counters;

            // It ends a wipe that was cut: only then is there to be read who else is here.
            BootSequence boot = Start();
            _toys = Gathered();
            _activity = new ActivityBook(_toys) { Next = _activity.Next };
            _holds.Next = _activity;
            GateState state = new GateState(Household.StatesOf(Outcome.Settings, _toys))
            {
                IsPaired = Outcome.Settings.IsPaired,
                IsEverythingPaused = Outcome.Settings.IsEverythingPaused,
                PausedUntil = Outcome.Settings.PausedUntil,
            };
            boot.Usage.GiveBack(state);
            _gate = new Gate(state, counters) { Watcher = _holds };
            _rules = new GateRules(_gate, _toys);
            Begin(boot);

            return Outcome;
        }
    }

    /// <summary>Puts other settings in force and keeps them (<see cref="SettingsKeeper.Change"/>). A saved change marks the boot good.</summary>
    /// <remarks>
    /// Agreements to sensors that are over, or would last too long, are trimmed first (<see cref="Household.Trim"/>).
    /// After a start that failed nothing is changed and the answer says nothing: everything is held, and only a new start helps.
    /// </remarks>
    public SaveAnswer Change(FamilySettings next)
    {
        lock (_lock)
        {
            if (_keeper is null || _chores is null)
            {
                return default;
            }

            SaveAnswer answer = _keeper.Change(Household.Trim(next, Gate.Now));
            _chores.OnChange(answer, UtcSeconds);
            _clock.SetZone(_keeper.Current.Zone);

            return answer;
        }
    }

    /// <summary>Puts another toy, with another manifest, in the place of one, under the settings in force. Throws for a number that names none.</summary>
    public void Declare(int number, DeclaredToy toy)
    {
        lock (_lock)
        {
            _toys[number - 1] = toy;

            if (_keeper is not null)
            {
                _rules!.PutInForce(_keeper.Current);
            }
        }
    }

    /// <summary>One more toy is here, with the next number, under the settings in force.</summary>
    public void Add(DeclaredToy toy)
    {
        lock (_lock)
        {
            DeclaredToy[] toys = new DeclaredToy[_toys.Length + 1];
            Array.Copy(_toys, 0, toys, 0, _toys.Length);
            toys[_toys.Length] = toy;
            SetToys(toys);

            if (_keeper is not null)
            {
                _rules!.PutInForce(_keeper.Current);
            }
        }
    }

    /// <summary>Spends one of a toy's tickets, as its child asks: saved first, and only then the minutes count. False when it has none, or they would be of no use now.</summary>
    public bool SpendTicket(int toy)
    {
        lock (_lock)
        {
            bool isUseful = _gate is not null && _keeper is not null && _gate.ShowPlay(toy, out PlayView view)
                && view.BonusRoom > 0 && view.Bonus <= Gate.BonusMinutesMax - ToySettings.TicketMinutes
                && (view.Held == Reason.None || view.Held == Reason.PlayTimeUsedUp);
            FamilySettings? next = isUseful ? Household.SpendTicket(_keeper!.Current, _toys[toy - 1].Name) : null;

            return next is not null && Change(next).IsSaved && _gate!.GiveBonus(toy, ToySettings.TicketMinutes) && _chores!.KeepUsage();
        }
    }

    /// <summary>Pauses a toy because whoever holds it wants that, by its own button: it stays so until a guardian lifts it (PCTL-07).</summary>
    /// <param name="toy">Which toy, from 1.</param>
    /// <returns>Whether the next start finds it so. It says nothing, and nothing changes, for a number that names no toy and while nobody is paired: then all is held anyway.</returns>
    public SaveAnswer PauseByHand(int toy)
    {
        lock (_lock)
        {
            if (_keeper is null || !_keeper.Current.IsPaired || toy < 1 || toy > _toys.Length)
            {
                return default;
            }

            FamilySettings now = _keeper.Current;
            return Change(now.WithToy(now.Of(_toys[toy - 1].Name).WithPaused(true)));
        }
    }

    /// <summary>Adds a record; its time and boot number are put in here. False when it is not kept.</summary>
    public bool Note(RecordKind kind, int toy, int endpoint, int reason, int first, int second)
    {
        lock (_lock)
        {
            return _chores is not null && _chores.Note(kind, UtcSeconds, toy, endpoint, reason, first, second);
        }
    }

    /// <summary>Tells every record that is kept, oldest first, and every fault at its place.</summary>
    public void Walk(IRecordReader reader)
    {
        lock (_lock)
        {
            if (_chores is not null)
            {
                _boot!.Records.Walk(reader);
            }
        }
    }

    /// <summary>Erases one toy: its settings, what it used of its day, its bonus and its counts, and the names it asked for (DEL-01).</summary>
    /// <remarks>Records tell of it by its number only, and go in their time. From the first moment on the toy is as strict as one that nobody has introduced.</remarks>
    /// <param name="number">Which toy, from 1.</param>
    /// <returns>Whether the next start finds it so: its settings, its day, and the settings to come back to. Else it is to be asked for again.</returns>
    public SaveAnswer EraseToy(int number)
    {
        lock (_lock)
        {
            if (_keeper is null || _chores is null || _gate is null || _boot is null || number < 1 || number > _toys.Length)
            {
                return default;
            }

            string name = _toys[number - 1].Name;
            SaveAnswer answer = Change(_keeper.Current.WithoutToy(name));

            if (answer.IsSaved)
            {
                _gate.Forget(number);
                _activity.Forget(number);
                _boot.Usage.Forget(name);

                // The settings to come back to after bad starts know the toy too.
                bool isGone = _chores.KeepUsage();
                isGone &= _keeper.MarkGood();
                answer = isGone ? answer : answer.Unfinished();
            }

            return answer;
        }
    }

    /// <summary>Erases everything and goes on as a device that nobody has paired; from its first moment on everything is held (DEL-01).</summary>
    /// <param name="kept">What the family's area of flash holds afterwards (<see cref="FlashEraser.Run"/>); null for nothing.</param>
    /// <returns>False when not all of it could be erased. Then it goes on at the next start, if flash takes that much.</returns>
    public bool Wipe(byte[]? kept = null)
    {
        lock (_lock)
        {
            if (_gate is null || _boot is null)
            {
                return false;
            }

            // Before the first byte goes: what is half erased is nobody's.
            _rules!.PutInForce(FamilySettings.Strict);
            _gate.Forget();
            _holds.Forget();
            _activity.ForgetAll();
            bool isErased = TryErase(_boot.Eraser, kept);
            BootSequence boot = Start();
            SetToys(Gathered());
            _rules.PutInForce(FamilySettings.Strict);

            if (!isErased)
            {
                // What could not be erased may well be read again, and must not be believed.
                Outcome = BootOutcome.Failed();
                Outcome.Find(BootFinding.WipeUnfinished);
            }

            Begin(boot);

            return isErased;
        }
    }

    /// <summary>Holds everything and keeps nothing until the next start or a wipe: for whoever finds that what is kept cannot be trusted.</summary>
    public void HoldEverything()
    {
        lock (_lock)
        {
            if (_gate is null)
            {
                return;
            }

            _rules!.PutInForce(FamilySettings.Strict);
            Outcome.Find(BootFinding.StartFailed);
            _keeper = null;
            _chores = null;
        }
    }

    /// <summary>Does what is due: once a second or so, from one thread.</summary>
    /// <param name="nowMs">The monotonic clock.</param>
    public void Keep(long nowMs)
    {
        lock (_lock)
        {
            _chores?.Do(nowMs, UtcSeconds);

            if (_gate is not null)
            {
                _activity.SetTime(nowMs, _gate.Now);
            }
        }
    }

    /// <summary>Puts into flash what would be put there within the next minute: for an end that is announced.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (_chores is not null)
            {
                _chores.KeepUsage();
            }
        }
    }

    private long UtcSeconds
    {
        get { return _clock.TryUtcMs(out long utcMs) ? utcMs / 1000 : 0; }
    }

    // A drive or a generator that throws in the middle must not leave the old home's keeper in place.
    private static bool TryErase(FlashEraser eraser, byte[]? kept)
    {
        try
        {
            return eraser.Run(kept);
        }
        catch (Exception)
        {
            return false;
        }
    }

    // The one place where an exception of a start ends: everything is held, and the page is served.
    private BootSequence Start()
    {
        BootSequence boot = new BootSequence(_flash, _drive, _random, _hmac);

        try
        {
            Outcome = boot.Run();

            return boot;
        }
        catch (Exception)
        {
            Outcome = BootOutcome.Failed();

            // Whatever the first one had read is forgotten: unread usage is used up.
            return new BootSequence(_flash, _drive, _random, _hmac);
        }
    }

    private DeclaredToy[] Gathered()
    {
        return _more is null ? _carried : _more.With(_carried);
    }

    private void SetToys(DeclaredToy[] toys)
    {
        _toys = toys;
        _activity.SetToys(toys);
        _rules!.Toys = toys;
    }

    private void Begin(BootSequence boot)
    {
        bool hasFailed = Outcome.Has(BootFinding.StartFailed);
        _boot = boot;
        _clock.SetZone(Outcome.Settings.Zone);
        _keeper = hasFailed ? null : new SettingsKeeper(boot.Store, boot.Good, _rules!, Outcome.Settings);
        _chores = hasFailed ? null : new HomeChores(boot, _keeper!, _gate!, _holds, Outcome);
    }
}
