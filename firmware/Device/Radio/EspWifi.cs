using System;
using System.Device.Wifi;
using System.Net.NetworkInformation;
using System.Threading;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Family.SetUp;

namespace ToyGuard.Device.Radio;

/// <summary>The radio of an ESP32: guest in the home's Wi-Fi, and host of the device's own. Nothing is joined but what <see cref="Join"/> is told.</summary>
/// <remarks>
/// The platform is told as little as can be: it keeps no network, joins none by itself, and what stood in a blank flash is written over when this
/// is made. It reads how the own Wi-Fi is set only when Wi-Fi starts, so opening and closing that restarts both sides; the home is joined again in
/// the same call. A hub's own Wi-Fi is where its toys live: it opens when this is made and stays, and closing it only says that set-up is over.
/// firmware/docs/decisions/0011-radio-on-stock-images.md says what the platform does and where that was read.
/// </remarks>
public sealed class EspWifi : IWifi
{
    // All channels, half a second each, and some more.
    private const int ScanMs = 12 * 1000;

    // The platform waits 20 seconds for a network. Both together stay under the half minute that a join may take.
    private const int AddressMs = 9 * 1000;
    private const int LookMs = 100;

    // What the platform tells of the network before must not be taken for what becomes of the next.
    private const int CalmMs = 500;

    private const int PhonesMax = 4;
    private const int ToysMax = 10;
    private const string NoNetwork = "ToyGuard";
    private const int NoKeyBytes = 31;

    private readonly object _lock = new object();
    private readonly AutoResetEvent _scanned = new AutoResetEvent(false);
    private readonly WifiAdapter _adapter = WifiAdapter.FindAllAdapters()[0];
    private readonly IRandom _random;
    private readonly string _deviceName;
    private readonly string _ownSsid;
    private readonly string _ownKey;
    private readonly bool _isForToys;

    private string _joined = "";
    private string _joinedKey = "";
    private bool _isJoining;
    private bool _isOwnOn;
    private bool _isOwnOpen;

    /// <summary>A radio that has joined nothing. What the platform kept of networks is written over by ours when this returns.</summary>
    /// <param name="deviceName">What the home's router is told: the lasting name without .local.</param>
    /// <param name="ownSsid">The name of the device's own Wi-Fi, 31 bytes at most.</param>
    /// <param name="ownKey">Its key; one that <see cref="WifiText.IsSecret"/> refuses throws (PAIR-05).</param>
    /// <param name="ownAddress">The device's address there, as 192.168.4.1.</param>
    /// <param name="isForToys">True on a hub.</param>
    /// <param name="random">The device's generator.</param>
    public EspWifi(string deviceName, string ownSsid, string ownKey, string ownAddress, bool isForToys, IRandom random)
    {
        Check(ownSsid, ownKey);
        _deviceName = deviceName;
        _ownSsid = ownSsid;
        _ownKey = ownKey;
        _isForToys = isForToys;
        _random = random;

        _isOwnOn = StockSettings.IsOwnOn();
        bool wasOn = _isOwnOn;
        StockSettings.BlankStation(false);
        bool isOtherAddress = StockSettings.SetOwnAddress(ownAddress);
        bool isOther = SetOwn(isForToys || wasOn);

        if (_isOwnOn != wasOn || (_isOwnOn && (isOther || isOtherAddress)))
        {
            Interfaces.RestartWifi();
        }

        // What was on before is for whoever asks to close.
        _isOwnOpen = _isOwnOn && !isForToys;
        _adapter.AvailableNetworksChanged += OnScanned;
        NetworkChange.NetworkAvailabilityChanged += OnAvailability;
        StockClock.Stop();
    }

    /// <inheritdoc/>
    public bool IsJoined
    {
        get { return Joined.Length > 0; }
    }

    /// <inheritdoc/>
    public string Joined
    {
        get
        {
            lock (_lock)
            {
                return _joined.Length > 0 && Interfaces.HasHomeAddress() ? _joined : "";
            }
        }
    }

    /// <inheritdoc/>
    public bool IsOwnOpen
    {
        get
        {
            lock (_lock)
            {
                return _isOwnOpen;
            }
        }
    }

    /// <inheritdoc/>
    public WifiNetwork[] Scan()
    {
        if (!IsJoined)
        {
            // A radio that tries to join hears nothing else.
            Leave();
        }

        try
        {
            // Nothing of another scan is taken for this one's.
            _scanned.Reset();
            _adapter.ScanAsync();
            return _scanned.WaitOne(ScanMs, false) ? HeardReport.Of(_adapter) : new WifiNetwork[0];
        }
        catch (Exception)
        {
            // The platform has no type of its own for "busy" and "not now": nothing is heard, and somebody looks again.
            return new WifiNetwork[0];
        }
    }

    /// <inheritdoc/>
    public WifiFault Join(string ssid, string key)
    {
        Leave();

        if (!WifiText.IsForStockImages(ssid, key))
        {
            return WifiFault.Failed;
        }

        SetJoining(true);

        try
        {
            WifiFault fault = Connect(ssid, key);

            if (fault != WifiFault.None)
            {
                // It would try again for ever.
                _adapter.Disconnect();
                return fault;
            }

            lock (_lock)
            {
                _joined = ssid;
                _joinedKey = key;
            }

            return fault;
        }
        finally
        {
            SetJoining(false);
        }
    }

    /// <inheritdoc/>
    public void Leave()
    {
        lock (_lock)
        {
            _joined = "";
            _joinedKey = "";
        }

        _adapter.Disconnect();
        Thread.Sleep(CalmMs);
    }

    /// <inheritdoc/>
    public void OpenOwn(string ssid, string key)
    {
        Check(ssid, key);

        if (ssid != _ownSsid || key != _ownKey)
        {
            throw new ArgumentException("A device has one Wi-Fi of its own.", nameof(ssid));
        }

        Switch(true);
    }

    /// <inheritdoc/>
    public void CloseOwn()
    {
        Switch(false);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The platform's radio driver keeps what it was told last in flash of its own, where no program gets at it. So it is told a network that nobody
    /// has: its key is drawn, and forgotten here.
    /// </remarks>
    public void Forget()
    {
        Leave();
        StockSettings.BlankStation(true);
        SetJoining(true);

        try
        {
            _adapter.Connect(NoNetwork, WifiReconnectionKind.Automatic, DrawKey());
        }
        finally
        {
            _adapter.Disconnect();
            SetJoining(false);
        }
    }

    private static void Check(string ownSsid, string ownKey)
    {
        if (!WifiText.IsSecret(ownKey) || !WifiText.IsForStockImages(ownSsid, ownKey))
        {
            throw new ArgumentException("Its own Wi-Fi needs a name and a key that the platform can keep.", nameof(ownKey));
        }
    }

    // True when anything else was set before.
    private bool SetOwn(bool isOn)
    {
        _isOwnOn = isOn;
        return StockSettings.SetOwn(_ownSsid, _ownKey, _isForToys ? ToysMax : PhonesMax, isOn);
    }

    private void Switch(bool isOpen)
    {
        string joined;
        string key;

        lock (_lock)
        {
            _isOwnOpen = isOpen;

            if (_isForToys || _isOwnOn == isOpen)
            {
                return;
            }

            joined = _joined;
            key = _joinedKey;
        }

        SetOwn(isOpen);
        Interfaces.RestartWifi();

        if (joined.Length > 0)
        {
            // What fails here is tried again like any other loss.
            Join(joined, key);
        }
    }

    // "Automatic" is the word for: keep nothing in flash (decisions/0011). With a key of 8 and more characters the platform wants WPA2 at least.
    private WifiFault Connect(string ssid, string key)
    {
        _adapter.SetDeviceName(_deviceName);
        WifiConnectionStatus status = _adapter.Connect(ssid, WifiReconnectionKind.Automatic, key).ConnectionStatus;

        switch (status)
        {
            case WifiConnectionStatus.Success:
                return WaitForAddress();
            case WifiConnectionStatus.InvalidCredential:
                return key.Length > 0 ? WifiFault.WrongKey : WifiFault.Failed;
            case WifiConnectionStatus.NetworkNotAvailable:
                return WifiFault.NotHeard;
            default:
                return WifiFault.Failed;
        }
    }

    private static WifiFault WaitForAddress()
    {
        for (int waitedMs = 0; waitedMs < AddressMs; waitedMs += LookMs)
        {
            if (Interfaces.HasHomeAddress())
            {
                StockClock.Stop();
                return WifiFault.None;
            }

            Thread.Sleep(LookMs);
        }

        return WifiFault.NoAddress;
    }

    private void SetJoining(bool isJoining)
    {
        lock (_lock)
        {
            _isJoining = isJoining;
        }
    }

    private void OnScanned(WifiAdapter sender, object e)
    {
        _scanned.Set();
    }

    // A network that is lost is joined again when its turn comes: by itself the platform would try without a pause, and a whole street with it (RES-02).
    private void OnAvailability(object sender, NetworkAvailabilityEventArgs e)
    {
        lock (_lock)
        {
            if (_isJoining || _joined.Length == 0 || Interfaces.HasHomeAddress())
            {
                return;
            }

            _joined = "";
            _joinedKey = "";
        }

        _adapter.Disconnect();
    }

    private string DrawKey()
    {
        byte[] drawn = new byte[NoKeyBytes];
        _random.Fill(drawn, 0, drawn.Length);
        string key = "";

        foreach (byte part in drawn)
        {
            key += part.ToString("X2");
        }

        return key;
    }
}
