using System;

using ToyGuard.Core.Boot;

namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>Half one of the set-up: when the device's own Wi-Fi is open, who may choose a network, and what the radio tries when. Pure: time and results come in.</summary>
/// <remarks>
///   own Wi-Fi closed  | start, nobody paired; press, nobody paired -> press needed
///                     | press, paired -> choosing
///   press needed      | press -> choosing
///   choosing          | Ask -> stored, then tried
///   tried             | joined -> told, and 20 s later closed
///                     | failed -> choosing
///   any but closed    | 15 min (10 on a paired device) after the start or the last press, somebody was paired, joined without being asked -> closed
/// What was chosen is in flash before it is tried and until somebody was told how it ended. A try that never ends (the power goes each time) is
/// given up after three. While a network can be chosen nothing else is tried, for each try throws the phones out; only the network that a failed
/// try gave up is joined again at once. After three failures tries rest (<see cref="TryRest"/>), until somebody presses. On a hub the own Wi-Fi is
/// where toys live, open or closed: there tries rest all the same.
/// </remarks>
public sealed class SetupMachine
{
    /// <summary>How long the own Wi-Fi of a device that nobody has paired is open, in milliseconds from the start or the last press.</summary>
    public const int FirstOwnMs = 15 * 60 * 1000;

    /// <summary>The same on a paired device, from the press.</summary>
    public const int AgainOwnMs = 10 * 60 * 1000;

    /// <summary>How long it stays when somebody was told that the network was joined: a page that is loaded again is still answered.</summary>
    public const int ToldOwnMs = 20 * 1000;

    /// <summary>A try that began so often without an end is not begun again.</summary>
    public const int BeginsMax = 3;

    private readonly SetupBook _book;
    private readonly JoinDelay _delay;
    private readonly bool _isForToys;

    // What is told. Flash holds the same, but what was told already, and what it did not take.
    private SetupJob? _job;
    private bool _isTold;
    private bool _isTrying;
    private bool _isOwnOpen;
    private long _ownUntilMs;
    private bool _isChoosing;
    private bool _wasPressed;
    private bool _isForgotten;
    private bool _mustListen;
    private bool _mustRejoin;
    private bool _wasJoined;
    private int _chosenFailures;
    private int _knownFailures;
    private long _restUntilMs;
    private long _knownAtMs;

    /// <summary>A machine over a book that is open, at a start.</summary>
    /// <param name="book">What is kept.</param>
    /// <param name="delay">Spreads the joining of a street (RES-02).</param>
    /// <param name="isPaired">Whether somebody is guardian.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    /// <param name="isForToys">True where toys live on the own Wi-Fi: each try throws them out of it.</param>
    public SetupMachine(SetupBook book, JoinDelay delay, bool isPaired, long nowMs, bool isForToys = false)
    {
        _isForToys = isForToys;
        _book = book ?? throw new ArgumentNullException(nameof(book));
        _delay = delay ?? throw new ArgumentNullException(nameof(delay));
        _job = book.Job;
        _knownAtMs = nowMs + _delay.NextMs();
        _restUntilMs = _knownAtMs;
        IsPaired = isPaired;

        if (!isPaired)
        {
            OpenOwn(nowMs, FirstOwnMs);
        }
    }

    /// <summary>Whether somebody is guardian, as it was told last.</summary>
    public bool IsPaired { get; private set; }

    /// <summary>True while the device's own Wi-Fi has to be open.</summary>
    public bool IsOwnOpen
    {
        get { return _isOwnOpen; }
    }

    /// <summary>True from <see cref="Forget"/> until <see cref="SetPaired"/>: whoever joined something meanwhile leaves it again.</summary>
    public bool IsForgotten
    {
        get { return _isForgotten; }
    }

    /// <summary>The remembered networks, newest first. Nobody changes the array.</summary>
    public KnownNetwork[] Known
    {
        get { return _book.Networks; }
    }

    /// <summary>What somebody chose and is to be tried; null when nothing is.</summary>
    public SetupJob? Chosen
    {
        get { return _job is not null && !_job.IsDone ? _job : null; }
    }

    /// <summary>Somebody became guardian: half one is over. Or nobody is any more, also after <see cref="Forget"/>: it begins as at a first start.</summary>
    public void SetPaired(bool isPaired, long nowMs)
    {
        if (isPaired == IsPaired && !_isForgotten)
        {
            return;
        }

        IsPaired = isPaired;
        _isForgotten = false;
        CloseOwn();

        if (!isPaired)
        {
            OpenOwn(nowMs, FirstOwnMs);
        }
        else
        {
            DropJoined();
        }
    }

    /// <summary>A press that is for half one. It lets a network be chosen; on a device that nobody has paired only while its own Wi-Fi is open, else it opens that.</summary>
    public void Press(long nowMs)
    {
        if (_isForgotten)
        {
            return;
        }

        bool mayChoose = IsPaired || _isOwnOpen;
        OpenOwn(nowMs, IsPaired ? AgainOwnMs : FirstOwnMs);
        _chosenFailures = 0;
        _restUntilMs = nowMs;

        if (!mayChoose)
        {
            return;
        }

        _isChoosing = true;
        _wasPressed = true;

        // A network that was joined before this press is no answer to it.
        DropJoined();
    }

    /// <summary>Somebody chose a network. Stored before anything else happens.</summary>
    /// <param name="ssid">Its name.</param>
    /// <param name="key">Its key; empty for an open network.</param>
    /// <param name="isSealed">True for who has shown code and PIN, which a paired device wants and no other has.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    /// <returns>False when nobody pressed, the time is over, another network is being tried, the texts are not fit, or flash does not take it.</returns>
    public bool Ask(string ssid, string key, bool isSealed, long nowMs)
    {
        Turn(nowMs);

        if (!_isChoosing || isSealed != IsPaired || !WifiText.IsSsid(ssid) || !WifiText.IsKey(key))
        {
            return false;
        }

        SetupJob? chosen = Chosen;

        if (chosen is not null && chosen.Ssid == ssid && chosen.Key == key)
        {
            // The answer to the first time was lost.
            return true;
        }

        return !_isTrying && Keep(SetupJob.Waiting(ssid, key, 0));
    }

    /// <summary>Remembers a network that need not be in reach; it is not tried now.</summary>
    /// <param name="ssid">Its name.</param>
    /// <param name="key">Its key; empty for an open network.</param>
    /// <param name="joined">The name of the network that is joined, which stays as it is; empty while none is.</param>
    public bool Add(string ssid, string key, string joined)
    {
        return IsPaired && !_isForgotten && WifiText.IsSsid(ssid) && WifiText.IsKey(key) && _book.Add(new KnownNetwork(ssid, key), joined);
    }

    /// <summary>What the radio has to do now; called again soon.</summary>
    /// <param name="isJoined">Whether the home's Wi-Fi is joined.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    public SetupTask Next(bool isJoined, long nowMs)
    {
        if (_wasJoined && !isJoined && !_isTrying)
        {
            // A router that goes takes a whole street with it.
            _knownAtMs = nowMs + _delay.NextMs();
        }

        _wasJoined = isJoined;
        Turn(nowMs);

        if (!IsPaired && isJoined && !_isChoosing && _job is null)
        {
            // Joined without being asked: half one was done before this start.
            CloseOwn();
        }

        if (_isForgotten || _isTrying)
        {
            return SetupTask.None;
        }

        if (Chosen is not null)
        {
            return nowMs >= _restUntilMs ? SetupTask.TryChosen : SetupTask.None;
        }

        if (!isJoined && _book.Networks.Length > 0 && (_mustRejoin || (!_isChoosing && nowMs >= _knownAtMs)))
        {
            return SetupTask.TryKnown;
        }

        return _mustListen ? SetupTask.Listen : SetupTask.None;
    }

    /// <summary>The radio listened.</summary>
    public void OnListened()
    {
        _mustListen = false;
    }

    /// <summary>Somebody wants to see what is heard.</summary>
    public void WantList()
    {
        _mustListen = true;
    }

    /// <summary>The try of what was chosen begins. False when it must not: it began too often, or flash does not take that it begins; then it has failed.</summary>
    public bool Begin(long nowMs)
    {
        SetupJob? chosen = Chosen;

        if (chosen is null || _isTrying)
        {
            return false;
        }

        _isTrying = true;

        if (chosen.Begun >= BeginsMax || !Keep(SetupJob.Waiting(chosen.Ssid, chosen.Key, chosen.Begun + 1)))
        {
            End(WifiFault.Failed, nowMs);
            return false;
        }

        _mustRejoin = _wasJoined;
        return true;
    }

    /// <summary>The try of what was chosen ended. Means nothing when none began.</summary>
    public void End(WifiFault fault, long nowMs)
    {
        SetupJob? chosen = Chosen;
        bool wasTrying = _isTrying;
        _isTrying = false;

        if (chosen is null || !wasTrying)
        {
            return;
        }

        if (fault == WifiFault.None)
        {
            // Closed by success: another network needs another press (PAIR-03).
            _isChoosing = false;
            _mustRejoin = false;
            _chosenFailures = 0;
            _delay.OnJoined();
            _book.KeepJoined(chosen);
            Hold(SetupJob.Done(chosen.Ssid, WifiFault.None));
            return;
        }

        _chosenFailures++;
        _restUntilMs = nowMs + TryRest.After(_chosenFailures);
        SetupJob done = SetupJob.Done(chosen.Ssid, fault);

        // What flash does not take is told all the same, and tried again after the next start.
        _book.Keep(done);
        Hold(done);
    }

    /// <summary>What is remembered was tried, all of it that is heard.</summary>
    public void EndKnown(bool isJoined, long nowMs)
    {
        _mustRejoin = false;

        if (isJoined)
        {
            _knownFailures = 0;
            _delay.OnJoined();
            return;
        }

        _knownFailures++;
        int waitMs = _delay.NextMs();
        int restMs = _isOwnOpen || _isForToys ? TryRest.After(_knownFailures) : 0;
        _knownAtMs = nowMs + (waitMs > restMs ? waitMs : restMs);
    }

    /// <summary>The radio broke in the middle of something, and is used anew.</summary>
    public void OnBroken()
    {
        _isTrying = false;
    }

    /// <summary>None when a network may be tried with this key, from what is heard and what is remembered; else what to tell.</summary>
    public WifiFault Judge(WifiNetwork[] heard, string ssid, string key)
    {
        return _book.IsLookAlike(ssid, key) ? WifiFault.Failed : NetworkJudge.Judge(heard, ssid, key);
    }

    /// <summary>A page on the device's own Wi-Fi was told how the try ended. It is told again while that is open, but not after another start.</summary>
    public void OnTold(long nowMs)
    {
        if (_job is null || !_job.IsDone || !_isOwnOpen)
        {
            return;
        }

        if (!_isTold && _job.Fault == WifiFault.None && _ownUntilMs - nowMs > ToldOwnMs)
        {
            _ownUntilMs = nowMs + ToldOwnMs;
        }

        Tell();
    }

    /// <summary>How far half one is. Changes nothing.</summary>
    /// <param name="heard">What was heard last, best first.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    public SetupView View(WifiNetwork[] heard, long nowMs)
    {
        if (!_isOwnOpen || nowMs >= _ownUntilMs)
        {
            return SetupView.Closed();
        }

        SetupStep step = StepNow();
        WifiFault fault = _job is null ? WifiFault.None : _job.Fault;
        string ssid = _job is null || !_wasPressed ? "" : _job.Ssid;
        bool rests = step == SetupStep.Trying && _chosenFailures >= TryRest.FreeTries && nowMs < _restUntilMs;
        int secondsLeft = (int)((_ownUntilMs - nowMs + 999) / 1000);

        return new SetupView(step, secondsLeft, _wasPressed ? heard : new WifiNetwork[0], ssid, fault, rests);
    }

    /// <summary>Forgets every network and key, before a wipe. Nothing is opened, tried or kept until <see cref="SetPaired"/>.</summary>
    /// <returns>True when flash says that they are gone.</returns>
    public bool Forget()
    {
        _isForgotten = true;
        _job = null;
        _mustRejoin = false;
        CloseOwn();
        return _book.Forget();
    }

    private SetupStep StepNow()
    {
        if (_job is not null && !_job.IsDone)
        {
            return SetupStep.Trying;
        }

        if (_job is not null && _job.Fault == WifiFault.None)
        {
            return SetupStep.Joined;
        }

        if (!_isChoosing)
        {
            return SetupStep.Press;
        }

        return _job is null ? SetupStep.Choose : SetupStep.Failed;
    }

    private void Turn(long nowMs)
    {
        if (_isOwnOpen && nowMs >= _ownUntilMs)
        {
            CloseOwn();
        }
    }

    private void OpenOwn(long nowMs, int forMs)
    {
        _isOwnOpen = true;
        _ownUntilMs = nowMs + forMs;
        _mustListen = true;
    }

    private void CloseOwn()
    {
        _isOwnOpen = false;
        _isChoosing = false;
        _wasPressed = false;
    }

    // Once: flash that does not take it is not asked again at every look of a page.
    private void Tell()
    {
        if (!_isTold)
        {
            _isTold = true;
            _book.Keep(null);
        }
    }

    private void DropJoined()
    {
        if (_job is not null && _job.IsDone && _job.Fault == WifiFault.None)
        {
            Tell();
            _job = null;
        }
    }

    private bool Keep(SetupJob job)
    {
        if (!_book.Keep(job))
        {
            return false;
        }

        Hold(job);
        return true;
    }

    private void Hold(SetupJob job)
    {
        _job = job;
        _isTold = false;
    }
}
