using ToyGuard.Core.Crypto;
using ToyGuard.Core.Records;
using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Pairing;

/// <summary>What a press opens, for how long, and the code that works meanwhile (PAIR-03). A code dies with its windows.</summary>
internal sealed class PressWindows
{
    internal const long MainMs = 3 * 60 * 1000L;
    internal const long BegunMs = 10 * 60 * 1000L;
    internal const long WifiMs = 10 * 60 * 1000L;

    private readonly FactoryIdentity _id;
    private readonly IRandom _random;
    private readonly IDeskHome _home;
    private byte[]? _code;
    private long _openedMs;
    private long _mainMs;
    private long _wifiMs;

    internal PressWindows(FactoryIdentity id, IRandom random, IDeskHome home)
    {
        _id = id;
        _random = random;
        _home = home;
    }

    /// <summary>Proofs of a wrong code since the window opened.</summary>
    internal int Wrongs { get; set; }

    /// <summary>Opens them anew. Where there is a display the code is a new one, unless the window is open still: whoever has scanned it may press again.</summary>
    internal void Open(bool withWifi, long nowMs)
    {
        bool isOpen = MainLeft(nowMs) > 0;
        _openedMs = nowMs;
        _mainMs = nowMs + MainMs;
        _wifiMs = withWifi ? nowMs + WifiMs : 0;
        _code = isOpen ? _code : _id.PrintedCode;

        if (_code is null)
        {
            _code = new byte[FactoryIdentity.CodeBytes];
            _random.Fill(_code, 0, _code.Length);
            _home.ShowCode(_code);
        }
    }

    /// <summary>Somebody proved the code: what was begun may take ten minutes from the press on.</summary>
    internal void Extend(Purpose purpose, long nowMs)
    {
        if (purpose != Purpose.Wifi && MainLeft(nowMs) > 0)
        {
            _mainMs = _openedMs + BegunMs;
        }
    }

    /// <summary>The code for a purpose while its window is open; else null.</summary>
    internal byte[]? CodeFor(Purpose purpose, long nowMs)
    {
        return (purpose == Purpose.Wifi ? WifiLeft(nowMs) : MainLeft(nowMs)) > 0 ? _code : null;
    }

    /// <summary>Seconds left of the window for a claim, or for welcome back and a forgotten PIN.</summary>
    internal int MainLeft(long nowMs)
    {
        return Left(_mainMs, nowMs);
    }

    /// <summary>Seconds left of own Wi-Fi again.</summary>
    internal int WifiLeft(long nowMs)
    {
        return Left(_wifiMs, nowMs);
    }

    /// <summary>One success closes the window.</summary>
    internal void CloseMain(long nowMs)
    {
        _mainMs = 0;
        Turn(nowMs);
    }

    /// <summary>Closes everything.</summary>
    internal void Close()
    {
        _wifiMs = 0;
        CloseMain(0);
    }

    /// <summary>Ends what is over.</summary>
    internal void Turn(long nowMs)
    {
        if (_code is null || MainLeft(nowMs) > 0 || WifiLeft(nowMs) > 0)
        {
            return;
        }

        _code = null;
        _home.ShowCode(null);

        if (Wrongs > 0)
        {
            _home.Note(RecordKind.TryFailed, (int)Purpose.Claim, Wrongs);
            Wrongs = 0;
        }
    }

    private static int Left(long endMs, long nowMs)
    {
        return endMs > nowMs ? (int)((endMs - nowMs + 999) / 1000) : 0;
    }
}
