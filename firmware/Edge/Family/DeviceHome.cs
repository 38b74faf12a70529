using ToyGuard.Core.Boot;
using ToyGuard.Core.Crypto;
using ToyGuard.Core.Family;
using ToyGuard.Core.Data;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Page.Door;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Family;

/// <summary>The rest of the device, as the desk and the door see it. Under the lock of <see cref="PairingHost"/>.</summary>
internal sealed class DeviceHome : IDeskHome, IDoorHome
{
    private readonly PairingHost _host;
    private readonly KeptHome _home;
    private readonly WallClock _clock;
    private readonly SetupService? _setup;
    private readonly IHostBoard _board;
    private readonly PageIdentity _identity;
    private readonly HomeBook _homes;
    private readonly IRandom _random;

    internal DeviceHome(
        PairingHost host, KeptHome home, DeclaredToy[] toys, WallClock clock, IFlash flash, IRandom random, SetupService? setup, IHostBoard board, PageIdentity identity, ThingBook? things)
    {
        _host = host;
        _home = home;
        Toys = toys;
        _clock = clock;
        _setup = setup;
        _board = board;
        _identity = identity;
        Requests = new RequestBook(flash);
        _homes = new HomeBook(flash);
        _random = random;
        Things = things;
        Deletes = new EraseBook(flash);
        Introducing = new Introducing(home.Gate, _homes);
        Open();
    }

    /// <inheritdoc/>
    public RequestBook Requests { get; }

    /// <inheritdoc/>
    public Introducing Introducing { get; }

    /// <inheritdoc/>
    public EraseBook Deletes { get; }

    /// <inheritdoc/>
    public ThingBook? Things { get; }

    /// <inheritdoc/>
    public ISeenThings? SeenThings { get; internal set; }

    /// <inheritdoc/>
    public DeclaredToy[] Toys { get; private set; }

    /// <inheritdoc/>
    public FamilySettings Settings
    {
        get { return _home.Settings; }
    }

    /// <inheritdoc/>
    public Moment Now
    {
        get { return _clock.Now(); }
    }

    /// <inheritdoc/>
    public ActivityBook Activity
    {
        get { return _home.Activity; }
    }

    /// <inheritdoc/>
    public VerdictCounters Counters
    {
        get { return _home.Counters; }
    }

    /// <inheritdoc/>
    public long Starts
    {
        get { return _home.Outcome.BootNumber; }
    }

    /// <inheritdoc/>
    public bool ShowUsage(int toy, IUsageReader reader)
    {
        return _home.Gate.ShowUsage(toy, reader);
    }

    /// <inheritdoc/>
    public int Complaints
    {
        get { return _home.Outcome.Findings.Length - (AreRecordsDamaged ? 1 : 0); }
    }

    /// <inheritdoc/>
    public bool AreRecordsDamaged
    {
        get { return _home.Outcome.Has(BootFinding.RecordsAltered); }
    }

    /// <inheritdoc/>
    public string HomeLink
    {
        get { return _host.HomeLink; }
    }

    /// <summary>Without a radio of its own somebody else keeps the network up.</summary>
    public bool IsJoined
    {
        get { return _setup is null || _setup.IsJoined; }
    }

    /// <inheritdoc/>
    public long UtcSeconds
    {
        get { return _clock.TryUtcMs(out long utcMs) ? utcMs / 1000 : 0; }
    }

    /// <summary>The first guardian's settings; after damage, those of a guardian who has to resume everything. Never over settings that this start did not take.</summary>
    public bool OnFirstGuardian()
    {
        FamilySettings now = _home.Settings;
        BootOutcome start = _home.Outcome;

        if (now.IsPaired)
        {
            return true;
        }

        if (start.Stage != BootStage.Normal || start.Has(BootFinding.SettingsNewer))
        {
            return false;
        }

        bool isLost = start.Has(BootFinding.SettingsDamaged) || start.Has(BootFinding.SettingsLost);
        bool isSaved = _home.Change(isLost ? FamilySettings.Strict.WithPaired(true) : Household.First(now, Toys)).IsSaved;

        // What this guardian is shown now is what later manifests are compared with.
        NextChanged(1);
        return isSaved;
    }

    /// <inheritdoc/>
    public void ShowCode(byte[]? code10)
    {
        if (code10 is null)
        {
            _board.ShowLink("", "");
            return;
        }

        string code = Base32.Write(code10);
        _board.ShowLink(HomeLink + "#c=" + code, code);
    }

    /// <inheritdoc/>
    public void Note(RecordKind kind, int reason, int first)
    {
        _home.Note(kind, 0, 0, reason, first, 0);
    }

    /// <summary>Policy first, so that what is half erased is nobody's; then networks and keys, then all of flash, then the state of a device out of its box.</summary>
    public bool Wipe(byte[]? kept)
    {
        _identity.IsPaired = false;
        _home.HoldEverything();
        Deletes.Close();
        Things?.Close();

        if (_setup is not null)
        {
            _setup.Forget();
        }

        Introducing.End();
        bool isErased = _home.Wipe(kept);
        Toys = Things is null ? Toys : _home.Toys;
        Open();
        _setup?.SetPaired(false);
        _board.ShowLink("", "");
        _board.Show(HostSign.Wiped);
        return isErased;
    }

    /// <inheritdoc/>
    public void Declare(int toy, DeclaredToy declared)
    {
        Toys[toy - 1] = declared;
        _home.Declare(toy, declared);
    }

    /// <inheritdoc/>
    public Why Join(byte[] hardware, int toy, string name)
    {
        bool isNew = toy == Toys.Length + 1;

        if (Things is null || toy < 1 || (toy > Toys.Length && !isNew))
        {
            return Why.Unknown;
        }

        if (!Things.Join(hardware, isNew ? name : Toys[toy - 1].Name))
        {
            return Why.NotSaved;
        }

        if (isNew)
        {
            _home.Add(_homes.Declared(HomeManifest.Of(name, new HomePlace[0])));
            Toys = _home.Toys;
        }

        return Why.None;
    }

    /// <inheritdoc/>
    public void NoteChange(Operation operation, int toy, int phone, bool isLooser)
    {
        _home.Note(RecordKind.RuleChanged, toy, 0, (int)operation, phone, isLooser ? 1 : 0);
    }

    /// <inheritdoc/>
    public void Walk(IRecordReader reader)
    {
        _home.Walk(reader);
    }

    /// <summary>Once a second: what is over ends.</summary>
    internal void Turn(long nowMs)
    {
        Requests.Turn(Now);
        Deletes.Turn(UtcSeconds);
        Introducing.Turn(nowMs);
    }

    /// <summary>Notes makers' manifests. The number of the first toy from <paramref name="from"/> on whose manifest lists something else than before; 0 for none.</summary>
    internal int NextChanged(int from)
    {
        for (int number = from; number <= Toys.Length; number++)
        {
            if (!HomeManifest.Is(Toys[number - 1].Manifest) && _homes.NoteMaker(Toys[number - 1]))
            {
                return number;
            }
        }

        return 0;
    }

    // A place that a guardian opened, in whatever way, is new to nobody (EGR-07).
    private void NoteOpened()
    {
        for (int toy = 0; toy < Toys.Length; toy++)
        {
            ToySettings? set = _home.Settings.Find(Toys[toy].Name);

            for (int place = 1; set is not null && place <= Toys[toy].Manifest.Endpoints.Length; place++)
            {
                if (set.IsApproved(Toys[toy].PrintAt(place)))
                {
                    _homes.Decide(Toys[toy], place);
                }
            }
        }
    }

    // Said yes to, or let out since the power came.
    private bool WasOpen(int toy, int place)
    {
        ToySettings? set = _home.Settings.Find(Toys[toy - 1].Name);
        PlaceActivity activity = _home.Activity.At(toy, place);
        return (set is not null && set.IsApproved(Toys[toy - 1].PrintAt(place))) || activity.Calls > 0 || activity.LastMinute > 0;
    }

    // What the family's books say, after a start and after a wipe: toys without a maker's manifest have their home's.
    private void Open()
    {
        Requests.Open();
        _homes.Open();

        if (!Deletes.Open())
        {
            _home.Outcome.Find(BootFinding.DeletesLost);
        }

        for (int number = 1; number <= Toys.Length; number++)
        {
            if (HomeManifest.Is(Toys[number - 1].Manifest))
            {
                Declare(number, _homes.Declared(Toys[number - 1]));
            }
        }
    }

    /// <inheritdoc/>
    public SaveAnswer Change(FamilySettings next)
    {
        SaveAnswer answer = _home.Change(next);

        if (answer.IsSaved)
        {
            NoteOpened();
        }

        return answer;
    }

    /// <inheritdoc/>
    public bool IsNew(int toy, int place)
    {
        return _homes.IsNew(Toys[toy - 1], place);
    }

    /// <inheritdoc/>
    public void KeepClosed(int toy, int place)
    {
        _homes.Decide(Toys[toy - 1], place);
    }

    /// <inheritdoc/>
    public HomePlace[] HomePlaces(string toy)
    {
        return _homes.PlacesOf(toy);
    }

    /// <inheritdoc/>
    public bool AskToErase(int toy, int place, EraseCause cause)
    {
        Endpoint[] places = Toys[toy - 1].Manifest.Endpoints;
        bool areNoted = true;

        for (int number = 1; number <= places.Length; number++)
        {
            if ((place == 0 || place == number) && places[number - 1].GetsData && WasOpen(toy, number))
            {
                byte[] id = new byte[EraseRequest.IdBytes];
                _random.Fill(id, 0, id.Length);

                // A hub guards devices of others, and has no TLS of its own.
                bool maySend = _identity.Mode == PageMode.Toy;
                areNoted &= Deletes.Ask(places[number - 1], cause, maySend, id, UtcSeconds) == EraseFault.None;
            }
        }

        return areNoted;
    }

    /// <inheritdoc/>
    public SaveAnswer EraseToy(int toy)
    {
        DeclaredToy erased = Toys[toy - 1];
        Requests.Forget(erased.Name);
        Introducing.End();

        // Its things and its home manifest first: approvals without a place open nothing.
        if ((Things is not null && !Things.Forget(erased.Name)) || !_homes.Forget(erased.Name))
        {
            return default;
        }

        if (HomeManifest.Is(erased.Manifest))
        {
            Declare(toy, _homes.Declared(erased));
        }

        return _home.EraseToy(toy);
    }

    /// <inheritdoc/>
    public bool ShowPlay(int toy, out PlayView view)
    {
        return _home.Gate.ShowPlay(toy, out view);
    }

    /// <inheritdoc/>
    public bool GiveBonus(int toy, int minutes)
    {
        return _home.Gate.GiveBonus(toy, minutes);
    }

    /// <inheritdoc/>
    public bool PlayTogether(int toy, int minutes)
    {
        return _home.Gate.PlayTogether(toy, minutes);
    }

    /// <inheritdoc/>
    public bool SpendTicket(int toy)
    {
        return _home.SpendTicket(toy);
    }

    /// <inheritdoc/>
    public void Hello(int toy)
    {
        _board.Show(HostSign.Hello);
    }

    /// <inheritdoc/>
    public void SetClock(long utcSeconds, int offsetSeconds)
    {
        _clock.SetUtc(utcSeconds * 1000, offsetSeconds);
    }

    /// <inheritdoc/>
    public SetupView SetUp(long nowMs)
    {
        return _setup is null ? SetupView.Closed() : _setup.View(nowMs);
    }

    /// <inheritdoc/>
    public void OnFetched()
    {
        _setup?.OnFetched();
    }

    /// <inheritdoc/>
    public bool AskNetwork(string ssid, string key)
    {
        return _setup is not null && _setup.Ask(ssid, key);
    }

    /// <inheritdoc/>
    public bool AskNetworkSealed(string ssid, string key)
    {
        return _setup is not null && _setup.AskSealed(ssid, key);
    }

    /// <inheritdoc/>
    public bool AddNetwork(string ssid, string key)
    {
        return _setup is not null && _setup.AddNetwork(ssid, key);
    }

    /// <inheritdoc/>
    public WifiNetwork[] Heard()
    {
        return _setup is null ? new WifiNetwork[0] : _setup.Heard();
    }
}
