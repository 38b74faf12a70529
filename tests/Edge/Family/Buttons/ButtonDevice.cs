using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Fakes;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Family.Tests.Buttons;

/// <summary>A whole device in memory, from flash to button, without a network: whoever has it in the hand can press, hold, wait and pull the plug.</summary>
internal sealed class ButtonDevice : IHostBoard
{
    /// <summary>What can be done with it.</summary>
    public const string Acts = "pHcwWtx";

    private const int Blocks = 64;
    private const int ShortMs = 200;
    private const int HoldMs = ButtonReader.HoldMs + 100;

    private static readonly FactoryIdentity s_factory = FactoryIdentity.Draw(new SecureRandom());

    private readonly CopyOnWriteDrive _drive = new(Blocks);
    private readonly DeclaredToy[] _toys;
    private readonly WallClock _clock = new();
    private PairingHost _host = null!;
    private ButtonReader _recessed = null!;
    private ButtonReader _talk = null!;
    private long _nowMs = 1_000_000;
    private string _last = "";

    /// <summary>A device over a copy of that flash; null is a new one.</summary>
    public ButtonDevice(DeclaredToy[] toys, byte[][]? flash)
    {
        _toys = toys;

        for (int area = 0; flash is not null && area < flash.Length; area++)
        {
            if (flash[area].Length > 0)
            {
                Assert.IsTrue(_drive.Replace(area, flash[area], 0, flash[area].Length));
            }
        }

        Start(false);
    }

    public KeptHome Home { get; private set; } = null!;

    /// <summary>The code that the display shows; empty for none.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Two devices for which this is the same do the same, whatever is done to them next: what is set, what is held, how it started, what the page says without its seconds, and the last two acts.</summary>
    public string State
    {
        get
        {
            byte[] buffer = new byte[4096];
            string page = Regex.Replace(Encoding.UTF8.GetString(buffer, 0, _host.State(buffer, true, _nowMs)), "[0-9]+", "#");
            string settings = Convert.ToHexString(SettingsCodec.Write(Home.Settings));
            string held = string.Join(' ', Enumerable.Range(1, _toys.Length).Select(Held));
            return $"{settings} {held} {Home.Outcome.Stage} {Home.Outcome.BadBoots} {Code.Length} {page} {_last}";
        }
    }

    /// <summary>Does one of <see cref="Acts"/>: a press, a hold for a wipe, a child's press of the talk button, half a minute and a quarter of an hour, the plug, the plug with the talk button held.</summary>
    public void Do(char act)
    {
        switch (act)
        {
            case 'p':
                Press(_recessed, ShortMs);
                break;
            case 'H':
                Press(_recessed, HoldMs);
                break;
            case 'c':
                Press(_talk, ShortMs);
                break;
            case 'w':
                Wait(ButtonReader.WarnedMs + 1000);
                break;
            case 'W':
                Wait(15 * 60 * 1000);
                break;
            default:
                Start(act == 't');
                break;
        }

        _last = _last.Length > 1 ? _last[1..] + act : _last + act;
    }

    /// <summary>Why a toy is held at its maker's place; Allowed when it gets out.</summary>
    public Reason Held(int toy)
    {
        GateQuery query = new() { Toy = toy, Kind = AskKind.Lookup };
        Assert.AreEqual(HostFault.None, query.Host.Read("stories.toys.test"));
        return Home.Gate.Ask(query).Reason;
    }

    /// <summary>What flash holds, area by area.</summary>
    public byte[][] Flash()
    {
        return [.. Enumerable.Range(0, FlashLayout.AreaCount).Select(ReadArea)];
    }

    /// <summary>One message of a phone.</summary>
    public byte[]? Door(byte[] message)
    {
        byte[] buffer = new byte[8192];
        message.CopyTo(buffer, 0);
        int length = _host.Answer(buffer, 0, message.Length, true, 1, _nowMs);
        return length > 0 ? buffer[..length] : null;
    }

    public void Show(HostSign sign)
    {
    }

    public void ShowLink(string url, string code)
    {
        Code = code;
    }

    private void Start(bool isTalkHeld)
    {
        _clock.SetUtc(1_800_000_000_000 + _nowMs, 0);
        Home = new KeptHome(_drive, _drive, new SecureRandom(), new Hmac(), _clock);
        Home.Open(_toys, new VerdictCounters());
        Home.Gate.SetClock(_clock.Now());
        PageIdentity identity = new("Device", s_factory.HostLabel, PageMode.Hub);
        _host = new PairingHost(s_factory, Home, _toys, _clock, _drive, new Hmac(), new SecureRandom(), null, this, identity);
        _recessed = new ButtonReader(false);
        _talk = new ButtonReader(true);
        Read(_recessed, false);
        Read(_talk, isTalkHeld);
        if (isTalkHeld)
        {
            _nowMs += ShortMs;
            Read(_talk, false);
        }
    }

    private void Press(ButtonReader button, int heldMs)
    {
        Read(button, true);
        _nowMs += heldMs;
        Read(button, true);
        Read(button, false);
        _nowMs += ShortMs;
    }

    private void Wait(int ms)
    {
        _nowMs += ms;
        Read(_recessed, false);
        Read(_talk, false);
        Home.Keep(_nowMs);
    }

    private void Read(ButtonReader button, bool isDown)
    {
        ButtonAct act = button.Read(isDown, _nowMs);

        if (act != ButtonAct.None)
        {
            _host.OnButton(act, _nowMs);
        }
    }

    private byte[] ReadArea(int area)
    {
        byte[] bytes = new byte[_drive.CapacityOf(area)];
        int length = _drive.Read(area, 0, bytes, 0, bytes.Length);
        return bytes[..Math.Max(0, length)];
    }
}
