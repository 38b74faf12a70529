using System;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Crypto;
using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Guard.Dns;
using ToyGuard.Page.Door;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Family;

/// <summary>The family of a device: its desk and its door under one lock, with a turn once a second. Give it to a host as the page's door and as a service.</summary>
/// <remarks>
/// Settings and the family's book are two things in flash, and the stricter of them counts: a book that cannot be read holds everything until
/// the device is wiped; settings that say paired without anybody in the book become those of a new device, before anything listens.
/// Locks are taken in one order: this one, the set-up's and the home's, the gate's.
/// </remarks>
public sealed class PairingHost : TurnService, IPageDoor, IButtonTarget, IMdnsWatcher
{
    private const int TurnMs = 1000;

    private readonly object _lock = new object();
    private readonly KeptHome _home;
    private readonly SetupService? _setup;
    private readonly IHostBoard _board;
    private readonly PageIdentity _identity;
    private readonly DeviceHome _device;
    private readonly bool _isPairedElsewhere;
    private readonly PairingDesk _desk;
    private readonly DoorDesk _door;
    private HostSign _sign;
    private bool _isInConflict;
    private bool _wereRecordsTold;

    /// <summary>The family that flash keeps. Everything is held already where it must be, when this returns.</summary>
    /// <param name="factory">What the device is, whoever owns it.</param>
    /// <param name="home">The home; it is open.</param>
    /// <param name="toys">The toys that are here; number 1 is the first.</param>
    /// <param name="clock">The time, which a guardian's phone may set.</param>
    /// <param name="flash">The home's own flash, safe from any thread.</param>
    /// <param name="hmac">The device's HMAC.</param>
    /// <param name="random">The device's generator.</param>
    /// <param name="setup">Half one of the set-up; null where somebody else keeps the network up.</param>
    /// <param name="board">Shows codes and signs.</param>
    /// <param name="identity">What the page says of the device; it is told whether it is paired.</param>
    /// <param name="isPairedElsewhere">True where settings may be paired without any phone, as a tester's option does.</param>
    /// <param name="things">Which thing is which toy, as the home was opened with; null for a toy.</param>
    public PairingHost(
        FactoryIdentity factory,
        KeptHome home,
        DeclaredToy[] toys,
        WallClock clock,
        IFlash flash,
        IHmac hmac,
        IRandom random,
        SetupService? setup,
        IHostBoard board,
        PageIdentity identity,
        bool isPairedElsewhere = false,
        ThingBook? things = null)
        : base("family", TurnMs)
    {
        _home = home ?? throw new ArgumentNullException(nameof(home));
        _setup = setup;
        _board = board;
        _identity = identity;
        _isPairedElsewhere = isPairedElsewhere;
        HomeLink = "http://" + factory.HostLabel + ".local/";
        IFlash careful = new CarefulFlash(flash);
        _device = new DeviceHome(this, home, toys, clock, careful, random, setup, board, identity, things);

        FamilyBook book = new FamilyBook(careful, hmac, random);
        book.Open();
        _desk = new PairingDesk(factory, book, hmac, random, _device);
        _door = new DoorDesk(_desk, _device, factory, identity);
        Distrust();
        TellGuardians();
        Tell(Environment.TickCount64);
    }

    /// <summary>Where the page lives in the home, with a slash at its end; codes on the display and in invitations lead there. Set before it runs.</summary>
    public string HomeLink { get; set; }

    /// <summary>The names that phones are answered on the device's own Wi-Fi; they open and close with the set-up. Set before it runs.</summary>
    public SetupNames? Names { get; set; }

    /// <summary>Who is on a hub's own Wi-Fi; null where nobody can be. Set before it runs.</summary>
    public ISeenThings? SeenThings
    {
        get { return _device.SeenThings; }
        set { _device.SeenThings = value; }
    }

    /// <summary>What services are to be told to delete: for a host that sends.</summary>
    public EraseBook Deletes
    {
        get { return _device.Deletes; }
    }

    /// <inheritdoc/>
    public bool IsSettingUp
    {
        get
        {
            lock (_lock)
            {
                return !_identity.IsPaired || _device.SetUp(Environment.TickCount64).IsOpen;
            }
        }
    }

    /// <summary>True once a guardian exists, or when the family's book cannot be read.</summary>
    public bool IsPaired
    {
        get
        {
            lock (_lock)
            {
                return _desk.View(Environment.TickCount64).IsPaired;
            }
        }
    }

    /// <inheritdoc/>
    public int Answer(byte[] buffer, int offset, int count, bool isHomeSide, int holder, long nowMs)
    {
        lock (_lock)
        {
            int length = _door.Answer(buffer, offset, count, isHomeSide, holder, nowMs);
            Tell(nowMs);
            return length;
        }
    }

    /// <inheritdoc/>
    public int State(byte[] buffer, bool isHomeSide, long nowMs)
    {
        lock (_lock)
        {
            return _door.State(buffer, isHomeSide, nowMs);
        }
    }

    /// <inheritdoc/>
    public int Ask(byte[] buffer, int offset, int count, long nowMs)
    {
        lock (_lock)
        {
            return _door.Ask(buffer, offset, count, nowMs);
        }
    }

    /// <inheritdoc/>
    public int MyToy(byte[] buffer, long nowMs)
    {
        lock (_lock)
        {
            return _door.MyToy(buffer, nowMs);
        }
    }

    /// <inheritdoc/>
    bool IPageDoor.SetUp(byte[] body, int offset, int count, bool isHomeSide, int holder, long nowMs)
    {
        lock (_lock)
        {
            return _door.SetUp(body, offset, count, isHomeSide, holder, nowMs);
        }
    }

    /// <inheritdoc/>
    public void OnButton(ButtonAct act, long nowMs)
    {
        lock (_lock)
        {
            if (act == ButtonAct.WipeWarning)
            {
                _desk.HoldWipe(nowMs);
            }
            else if (act == ButtonAct.Press || act == ButtonAct.Wipe)
            {
                PressUse use = _desk.Press(nowMs);

                if (use == PressUse.SetUp || use == PressUse.Open)
                {
                    _setup?.OnPress();
                }
            }

            Tell(nowMs);
        }
    }

    /// <summary>Another device in the home answers to this one's name: every guardian is told, and the device is unwell as long as it does.</summary>
    public void OnConflict(bool isInConflict)
    {
        lock (_lock)
        {
            _isInConflict = isInConflict;

            if (isInConflict)
            {
                _desk.Note(NoticeKind.NameConflict, 0);
            }

            Tell(Environment.TickCount64);
        }
    }

    /// <inheritdoc/>
    protected override void Turn()
    {
        long nowMs = Environment.TickCount64;

        lock (_lock)
        {
            _desk.Turn(nowMs);
            _device.Turn(nowMs);
            TellOfRecords();
            Tell(nowMs);
        }
    }

    // What the book does not confirm is not believed.
    private void Distrust()
    {
        DeskView view = _desk.View(Environment.TickCount64);

        if (view.IsUnreadable)
        {
            _home.HoldEverything();
        }
        else if (!view.IsPaired && !_isPairedElsewhere && _home.Settings.IsPaired)
        {
            _home.Change(FamilySettings.Strict);
        }
    }

    // What the start found that guardians have to know, each once until all have seen it (INFO-03).
    private void TellGuardians()
    {
        if (_home.Outcome.Has(BootFinding.SettingsDamaged) || _home.Outcome.Has(BootFinding.SettingsLost))
        {
            _desk.Note(NoticeKind.SettingsDamaged, 0);
        }

        if (!_desk.View(Environment.TickCount64).IsPaired)
        {
            return;
        }

        for (int toy = _device.NextChanged(1); toy > 0; toy = _device.NextChanged(toy + 1))
        {
            _desk.Note(NoticeKind.ManifestChanged, 0, toy);
        }
    }

    // Records are looked through a piece at a time, long after the start.
    private void TellOfRecords()
    {
        if (!_wereRecordsTold && _device.AreRecordsDamaged)
        {
            _wereRecordsTold = true;
            _desk.Note(NoticeKind.RecordsDamaged, 0);
        }
    }

    // Says to the rest of the device what became of the family, where that is new.
    private void Tell(long nowMs)
    {
        DeskView view = _desk.View(nowMs);
        bool isPaired = view.IsPaired || (_isPairedElsewhere && _home.Settings.IsPaired);
        HostSign sign = SignOf(view);

        if (isPaired != _identity.IsPaired)
        {
            _identity.IsPaired = isPaired;
            sign = isPaired && sign == HostSign.None ? HostSign.Claimed : sign;
            _setup?.SetPaired(isPaired);
        }

        if (Names is not null)
        {
            Names.IsOpen = !isPaired || _device.SetUp(nowMs).IsOpen;
        }

        if (sign != _sign)
        {
            _sign = sign;
            _board.Show(sign);
        }
    }

    // What matters most to whoever stands before the device.
    private HostSign SignOf(DeskView view)
    {
        return view.IsWipeWarning ? HostSign.WipeWarning
            : view.IsUnreadable ? HostSign.Unwell
            : view.IsPressWanted ? HostSign.PressPlease
            : view.IsClaimOpen ? HostSign.ClaimOpen
            : view.IsWifiOpen ? HostSign.WifiAgainOpen
            : view.IsForgotRunning ? HostSign.ForgotRunning
            : _isInConflict ? HostSign.Unwell
            : HostSign.None;
    }
}
