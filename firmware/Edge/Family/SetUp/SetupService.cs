using System;
using System.Threading;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;

namespace ToyGuard.Edge.Family.SetUp;

/// <summary>Brings the device into the home's Wi-Fi: half one of the set-up, and joining again after every start (PAIR-03, RES-02).</summary>
/// <remarks>
/// What may happen when is <see cref="SetupMachine"/>'s; here is the thread that does it, for the radio takes its time. Safe from any thread.
/// Made after a home is open, so that a wipe that was cut off is over; added to the host last, so that whoever hears of the network is answered
/// by the rules.
/// </remarks>
public sealed class SetupService : IService
{
    // A lost network and a time that is over are noticed within this time.
    private const int LookMs = 500;

    // What was heard longer ago is heard anew when somebody wants to see it.
    private const int HeardMs = 30 * 1000;

    // Around the machine; never held while the radio works.
    private readonly object _lock = new object();

    // Around the radio. Taken before the other, or alone.
    private readonly object _radio = new object();

    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly IWifi _wifi;
    private readonly IHostBoard _board;
    private readonly SetupMachine _machine;
    private readonly string _ownSsid;
    private readonly string _ownKey;
    private WifiNetwork[] _heard = new WifiNetwork[0];
    private long _heardAtMs = -HeardMs;
    private HostSign _shown = HostSign.None;
    private bool _isStopping;

    /// <summary>A service at a start. Nothing is opened or joined before it runs.</summary>
    /// <param name="wifi">The radio.</param>
    /// <param name="board">Shows what goes on.</param>
    /// <param name="flash">Keeps networks and keys in <see cref="FlashLayout.SetupA"/> and B.</param>
    /// <param name="random">Spreads the joining of a street after a power cut.</param>
    /// <param name="ownSsid">The name of the device's own Wi-Fi.</param>
    /// <param name="ownKey">Its key; one that <see cref="WifiText.IsSecret"/> refuses throws (PAIR-05).</param>
    /// <param name="isPaired">Whether somebody is guardian of the device.</param>
    /// <param name="isForToys">True on a hub, whose toys live on its own Wi-Fi: tries that fail rest, so that it stays usable.</param>
    public SetupService(IWifi wifi, IHostBoard board, IFlash flash, IRandom random, string ownSsid, string ownKey, bool isPaired, bool isForToys = false)
    {
        if (!WifiText.IsSsid(ownSsid) || !WifiText.IsSecret(ownKey))
        {
            throw new ArgumentException("Its own Wi-Fi needs a name and a key.", nameof(ownKey));
        }

        _wifi = wifi ?? throw new ArgumentNullException(nameof(wifi));
        _board = board ?? throw new ArgumentNullException(nameof(board));
        _ownSsid = ownSsid;
        _ownKey = ownKey;

        SetupBook book = new SetupBook(new CarefulFlash(flash));
        book.Open();
        _machine = new SetupMachine(book, new JoinDelay(random), isPaired, Environment.TickCount64, isForToys);
    }

    /// <inheritdoc/>
    public string Name
    {
        get { return "radio"; }
    }

    /// <summary>True while the home's Wi-Fi is joined.</summary>
    public bool IsJoined
    {
        get { return _wifi.IsJoined; }
    }

    /// <summary>Somebody became guardian: half one ends, and the device's own Wi-Fi closes. Or nobody is any more, also after <see cref="Forget"/>: it opens, as at the first start.</summary>
    public void SetPaired(bool isPaired)
    {
        lock (_lock)
        {
            _machine.SetPaired(isPaired, Environment.TickCount64);
        }

        _wake.Set();
    }

    /// <summary>A press that is for half one. Unpaired: a network can be chosen. Paired: the device's own Wi-Fi opens for ten minutes.</summary>
    public void OnPress()
    {
        lock (_lock)
        {
            _machine.Press(Environment.TickCount64);
        }

        _wake.Set();
    }

    /// <summary>How far half one is. Changes nothing.</summary>
    public SetupView View(long nowMs)
    {
        lock (_lock)
        {
            return _machine.View(HeardList.Of(_heard), nowMs);
        }
    }

    /// <summary>A page on the device's own Wi-Fi was told what <see cref="View"/> said, so that how a try ended need not be kept for it any longer.</summary>
    public void OnFetched()
    {
        lock (_lock)
        {
            _machine.OnTold(Environment.TickCount64);
        }
    }

    /// <summary>Somebody on the device's own Wi-Fi chose a network. Only while nobody is paired and half one is open after a press.</summary>
    /// <returns>True once it is stored, to be tried soon.</returns>
    public bool Ask(string ssid, string key)
    {
        return Choose(ssid, key, false);
    }

    /// <summary>The same on a paired device, for who has shown code and PIN. Only while half one is open after a press.</summary>
    /// <returns>True once it is stored, to be tried soon.</returns>
    public bool AskSealed(string ssid, string key)
    {
        return Choose(ssid, key, true);
    }

    /// <summary>A guardian or helper adds a network that need not be in reach, such as the grandparents'. It is not tried now.</summary>
    /// <returns>True once it is stored. False for the name of the network that is joined: what works is replaced only by what was tried.</returns>
    public bool AddNetwork(string ssid, string key)
    {
        lock (_lock)
        {
            return _machine.Add(ssid, key, _wifi.Joined);
        }
    }

    /// <summary>The names of the remembered networks, newest first, at most four.</summary>
    public string[] Remembered()
    {
        lock (_lock)
        {
            KnownNetwork[] known = _machine.Known;
            string[] names = new string[known.Length];

            for (int i = 0; i < names.Length; i++)
            {
                names[i] = known[i].Ssid;
            }

            return names;
        }
    }

    /// <summary>What was heard last, best first. Asks for another look if that is old; never waits for it.</summary>
    public WifiNetwork[] Heard()
    {
        lock (_lock)
        {
            if (Environment.TickCount64 - _heardAtMs >= HeardMs)
            {
                _machine.WantList();
                _wake.Set();
            }

            return HeardList.Of(_heard);
        }
    }

    /// <summary>Forgets all networks and keys, here and in the platform, before a wipe. Nothing is kept or joined until <see cref="SetPaired"/> says how it went on.</summary>
    /// <remarks>Waits for a try that runs, so that it cannot leave anything behind.</remarks>
    /// <returns>True when flash says that they are gone.</returns>
    public bool Forget()
    {
        bool isGone;

        lock (_lock)
        {
            isGone = _machine.Forget();
        }

        lock (_radio)
        {
            _wifi.Forget();
        }

        return isGone;
    }

    /// <inheritdoc/>
    public void Run()
    {
        lock (_lock)
        {
            _machine.OnBroken();
        }

        while (!IsStopping)
        {
            if (!Turn())
            {
                _wake.WaitOne(LookMs, false);
            }
        }

        lock (_radio)
        {
            _wifi.CloseOwn();
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopping = true;
        }

        _wake.Set();
    }

    private bool IsStopping
    {
        get
        {
            lock (_lock)
            {
                return _isStopping;
            }
        }
    }

    private bool Choose(string ssid, string key, bool isSealed)
    {
        bool isStored;

        lock (_lock)
        {
            isStored = _machine.Ask(ssid, key, isSealed, Environment.TickCount64);
        }

        _wake.Set();
        return isStored;
    }

    // False when there was nothing to do.
    private bool Turn()
    {
        SetupTask task;
        bool isOwnOpen;
        bool isPaired;

        lock (_lock)
        {
            task = _machine.Next(_wifi.IsJoined, Environment.TickCount64);
            isOwnOpen = _machine.IsOwnOpen;
            isPaired = _machine.IsPaired;
        }

        Follow(isOwnOpen, isPaired);

        switch (task)
        {
            case SetupTask.Listen:
                Listen();
                return true;
            case SetupTask.TryChosen:
                TryChosen();
                return true;
            case SetupTask.TryKnown:
                TryKnown();
                return true;
            default:
                return false;
        }
    }

    private void Follow(bool isOwnOpen, bool isPaired)
    {
        if (isOwnOpen == _wifi.IsOwnOpen)
        {
            return;
        }

        lock (_radio)
        {
            if (isOwnOpen)
            {
                _wifi.OpenOwn(_ownSsid, _ownKey);
            }
            else
            {
                _wifi.CloseOwn();
            }
        }

        if (isOwnOpen)
        {
            Show(isPaired ? HostSign.WifiAgainOpen : HostSign.SetupOpen);
        }
        else if (_shown != HostSign.Joined)
        {
            // What stands there after Joined may be another's.
            Show(HostSign.None);
        }
    }

    private WifiNetwork[] Listen()
    {
        WifiNetwork[] heard;

        lock (_radio)
        {
            heard = _wifi.Scan();
        }

        lock (_lock)
        {
            _heard = heard;
            _heardAtMs = Environment.TickCount64;
            _machine.OnListened();
        }

        return heard;
    }

    private void TryChosen()
    {
        SetupJob? chosen;
        bool mayTry;

        lock (_lock)
        {
            chosen = _machine.Chosen;
            mayTry = _machine.Begin(Environment.TickCount64);
        }

        WifiFault fault = WifiFault.Failed;

        if (mayTry)
        {
            Show(HostSign.Trying);
            fault = Join(Listen(), chosen!.Ssid, chosen.Key);

            if (fault == WifiFault.NotHeard)
            {
                // One look misses some.
                fault = Join(Listen(), chosen.Ssid, chosen.Key);
            }

            lock (_lock)
            {
                _machine.End(fault, Environment.TickCount64);
            }
        }

        Show(fault == WifiFault.None ? HostSign.Joined : HostSign.JoinFailed);
    }

    private void TryKnown()
    {
        WifiNetwork[] heard = Listen();
        KnownNetwork[] known;

        lock (_lock)
        {
            known = _machine.Known;
        }

        bool isJoined = false;

        for (int i = 0; i < known.Length && !isJoined && !IsWantedElsewhere; i++)
        {
            isJoined = Join(heard, known[i].Ssid, known[i].Key) == WifiFault.None;
        }

        lock (_lock)
        {
            _machine.EndKnown(isJoined, Environment.TickCount64);
        }
    }

    // What somebody chose meanwhile does not wait for the rest of the list.
    private bool IsWantedElsewhere
    {
        get
        {
            lock (_lock)
            {
                return _isStopping || _machine.Chosen is not null;
            }
        }
    }

    private WifiFault Join(WifiNetwork[] heard, string ssid, string key)
    {
        lock (_radio)
        {
            WifiFault fault;

            lock (_lock)
            {
                // A wipe waits for the radio and leaves whatever was joined before it; nothing is joined after it.
                fault = _machine.IsForgotten ? WifiFault.Failed : _machine.Judge(heard, ssid, key);
            }

            return fault == WifiFault.None ? _wifi.Join(ssid, key) : fault;
        }
    }

    private void Show(HostSign sign)
    {
        _shown = sign;
        _board.Show(sign);
    }
}
