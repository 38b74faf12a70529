using System;

using ToyGuard.Core.Pairing;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Kit.Body;
using ToyGuard.Page.Routes;
using ToyGuard.Wire.Qr;

namespace ToyGuard.Device.Body;

/// <summary>What stands on the display: the code of the page, else the way into the device's own Wi-Fi while nobody is its guardian, else its name and what it said last.</summary>
public sealed class ScreenService : TurnService
{
    private const int TurnMs = 250;

    private readonly object _lock = new object();
    private readonly OledDisplay? _display;
    private FactoryIdentity? _factory;
    private PageIdentity? _identity;
    private IWifi? _wifi;
    private string _url = "";
    private string _code = "";
    private string _words = "";
    private string _drawn = "";

    /// <summary>A service for <paramref name="display"/>; null where there is none.</summary>
    public ScreenService(OledDisplay? display)
        : base("screen", TurnMs)
    {
        _display = display;
    }

    /// <summary>Says whose display it is. Before the first turn.</summary>
    /// <param name="factory">The name and key of its own Wi-Fi.</param>
    /// <param name="identity">Its name, and whether it has a guardian.</param>
    /// <param name="wifi">Whether its own Wi-Fi is open.</param>
    public void Belong(FactoryIdentity factory, PageIdentity identity, IWifi wifi)
    {
        _factory = factory;
        _identity = identity;
        _wifi = wifi;
    }

    /// <summary>Shows a link with its code; empty takes both away. From any thread.</summary>
    public void ShowLink(string url, string code)
    {
        lock (_lock)
        {
            _url = url;
            _code = code;
        }
    }

    /// <summary>Shows words below the name, and says them on the serial port: what a board without a voice has. From any thread.</summary>
    public void Say(string words)
    {
        if (words.Length > 0)
        {
            Console.WriteLine("says " + words);
        }

        lock (_lock)
        {
            _words = words;
        }
    }

    /// <inheritdoc/>
    protected override void Turn()
    {
        if (_display is null || _factory is null || _identity is null || _wifi is null)
        {
            return;
        }

        string qr;
        string code;
        string words;

        lock (_lock)
        {
            qr = _url;
            code = _code;
            words = _words;
        }

        bool isWifi = qr.Length == 0 && _wifi.IsOwnOpen && !_identity.IsPaired;
        qr = isWifi ? Face.WifiLink(_factory) : qr;
        string wanted = qr + "\n" + code + "\n" + words;

        // A code is drawn once: that takes the device seconds.
        if (wanted != _drawn)
        {
            QrCode? modules = Face.CodeOf(qr);
            _display.Set(modules is null
                ? Face.OfText(Face.NameAndWords(_identity.Name, words))
                : Face.OfCode(modules, isWifi ? Face.BesideWifi(_factory) : Face.BesideLink(code)));
            _drawn = wanted;
        }

        _display.Turn(Environment.TickCount64);
    }
}
