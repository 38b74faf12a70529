using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge;
using ToyGuard.Edge.Hub;
using ToyGuard.Emulator.Air;
using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.View;
using ToyGuard.Page.Routes;

namespace ToyGuard.Emulator.Power;

/// <summary>The device on the tester's bench: its plug, its button, its clock and the air around it. What it knows without flash goes with the plug.</summary>
internal sealed class Bench : IBench, IDisposable
{
    private const string NoPower = "it has no power";
    private const string Localhost = "localhost";
    private const int MsPerSecond = 1000;
    private const int StartsMax = 20;

    private readonly object _lock = new();
    private readonly DataFolder _data;
    private readonly IReadOnlyList<DeclaredToy> _toys;
    private readonly LabNetwork _lab;
    private readonly Feed _feed;
    private readonly Func<StartParts, IDevice> _start;
    private readonly FactoryIdentity _factory;
    private readonly AirWifi _air;
    private readonly BoardBody _body;
    private readonly Ills _ills = new();
    private readonly FastTime _time = new(() => Environment.TickCount64);
    private readonly string _name;
    private RunSettings _settings;
    private Machine? _machine;
    private bool _isFirst = true;
    private int _offMs;

    /// <summary>A bench with a device that has no power yet.</summary>
    /// <param name="settings">What the run was asked for.</param>
    /// <param name="name">What people call the device.</param>
    /// <param name="data">Where its files are.</param>
    /// <param name="toys">The toys that it guards.</param>
    /// <param name="lab">The network beyond.</param>
    /// <param name="feed">Hears of everything.</param>
    /// <param name="start">Starts the hub, or the toy.</param>
    public Bench(RunSettings settings, string name, DataFolder data, IReadOnlyList<DeclaredToy> toys, LabNetwork lab, Feed feed, Func<StartParts, IDevice> start)
    {
        _settings = settings;
        _name = name;
        _data = data;
        _toys = toys;
        _lab = lab;
        _feed = feed;
        _start = start;
        _factory = FactoryFile.Open(data.Path);
        _air = settings.IsAirPlayed ? new AirWifi(settings.Air) : AirWifi.Free("Home");
        _body = new BoardBody(feed, () => Environment.TickCount64);
        LivedTime.GoBy(() => _time.NowMs);
    }

    /// <summary>The device as it runs; null without power.</summary>
    public Machine? Machine
    {
        get
        {
            lock (_lock)
            {
                return _machine;
            }
        }
    }

    /// <summary>Puts the plug in for the first time. Whatever keeps the device from starting ends the run in one line.</summary>
    public Machine Begin()
    {
        lock (_lock)
        {
            _machine = Start();
            return _machine;
        }
    }

    /// <summary>Takes a line of --commands.</summary>
    public void Take(byte[] line)
    {
        if (Machine is Machine machine)
        {
            machine.Desk.Take(line);
        }
        else
        {
            _feed.Answer("refused " + NoPower);
        }
    }

    /// <inheritdoc/>
    public string StateJson(bool isWhole)
    {
        Machine? machine = Machine;

        return BoardState.Json(
            _body,
            new BoardFacts
            {
                HasPower = machine is not null,
                Name = _name,
                Factory = _factory,
                IsToy = _settings.IsToy,
                IsPaired = machine is not null && machine.Identity.IsPaired,
                IsOwnOpen = machine is not null && _air.IsOwnOpen,
                Joined = machine is null ? "" : _air.Joined,
                Networks = _settings.IsAirPlayed ? _air.Networks : [],
                Clock = machine is null ? "-" : ClockWords(machine.Clock.Now()),
                Speed = _time.Speed,
                IsBrownOutDue = IsBrownOutDue,
                SetupLink = machine is not null && _settings.IsAirPlayed && _air.AreOwnPhonesOn ? $"http://{_settings.Bind}:{_settings.HttpPort}/" : "",
                HomeLink = machine is null || (_settings.IsAirPlayed && !_air.IsJoined) ? "" : _body.Link.Url.Length > 0 ? _body.Link.Url : HomeLink,
            },
            isWhole);
    }

    /// <inheritdoc/>
    public string LightJson()
    {
        return BoardState.LightJson(_body);
    }

    /// <inheritdoc/>
    public string? Press()
    {
        return Button(0);
    }

    /// <inheritdoc/>
    public string? Hold(int seconds)
    {
        return Button(seconds);
    }

    /// <inheritdoc/>
    public string? Paw()
    {
        return WithHands(hands => hands.Press());
    }

    /// <inheritdoc/>
    public string? HoldPaw()
    {
        return WithHands(hands => hands.HoldPaw());
    }

    /// <inheritdoc/>
    public string? Talk(bool isHeld)
    {
        return WithHands(hands => hands.Talk(isHeld));
    }

    /// <inheritdoc/>
    public string? Power(bool isOn, int afterBytes)
    {
        lock (_lock)
        {
            _offMs = 0;

            if (isOn)
            {
                return _machine is null ? PlugIn() : "it has power";
            }

            if (_machine is null)
            {
                return NoPower;
            }

            _machine.Plug.Pull(afterBytes);

            if (afterBytes == 0)
            {
                GoDark(_machine);
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public string? BrownOut(BrownOut fault)
    {
        lock (_lock)
        {
            if (_machine is null)
            {
                return NoPower;
            }

            _offMs = fault.OffMs;
            _machine.Plug.Pull(fault.AfterBytes);
            return null;
        }
    }

    /// <inheritdoc/>
    public string? Forget()
    {
        lock (_lock)
        {
            bool hasPower = _machine is not null;
            _offMs = 0;

            if (_machine is not null)
            {
                _machine.Plug.Pull(0);
                GoDark(_machine);
            }

            _data.ForgetFlash();
            return hasPower ? PlugIn() : null;
        }
    }

    /// <inheritdoc/>
    public string? Speed(int times)
    {
        _time.Speed = times;
        return null;
    }

    /// <inheritdoc/>
    public string? Shift(int seconds)
    {
        if (Machine is not Machine machine)
        {
            return NoPower;
        }

        int offset = (int)TimeZoneInfo.Local.GetUtcOffset(DateTimeOffset.UtcNow).TotalSeconds;
        long nowMs = seconds != 0 && machine.Clock.TryUtcMs(out long utcMs) ? utcMs : DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        machine.Clock.SetUtc(nowMs + (seconds * (long)MsPerSecond), offset);
        return null;
    }

    /// <inheritdoc/>
    public string? Fault(string network, string fault)
    {
        return !_settings.IsAirPlayed ? "no Wi-Fi is played; --air play does"
            : !AirFaultNames.TryRead(fault, out AirFault wanted) ? "there is no such fault"
            : _air.SetFault(network, wanted) ? null : "there is no such network";
    }

    /// <inheritdoc/>
    public string? Break(string part, bool isBroken)
    {
        switch (part)
        {
            case "display":
                _body.IsDisplayDead = isBroken;
                return null;
            case "flash":
                _ills.IsFlashFull = isBroken;
                return null;
            default:
                return "there is no such part";
        }
    }

    /// <summary>The run is over: an end that is announced, so what is due is written.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _machine?.Stop();
            _machine = null;
        }
    }

    private bool IsBrownOutDue
    {
        get
        {
            lock (_lock)
            {
                return _machine is not null && _offMs > 0;
            }
        }
    }

    private string? PlugIn()
    {
        try
        {
            _machine = Start();
            _machine.Device.Wake();
            _feed.Tell(now => new PowerChanged(now, true));
            return null;
        }
        catch (WrongUseException e)
        {
            // Somebody took a port meanwhile.
            return e.Message;
        }
    }

    private void GoDark(Machine machine)
    {
        machine.Stop();
        _machine = null;
        _air.Leave();
        _air.CloseOwn();
        _body.GoDark();
        _feed.Tell(now => new PowerChanged(now, false));
    }

    // The plug went in the middle of a write, whose thread waits for nobody.
    private void OnPlugWent(Plug plug)
    {
        Task.Run(() =>
        {
            int offMs;

            lock (_lock)
            {
                if (_machine?.Plug != plug)
                {
                    return;
                }

                GoDark(_machine);
                offMs = _offMs;
            }

            if (offMs > 0)
            {
                // Whoever was given one of its ports meanwhile lets go of it again.
                for (int i = 0; i < StartsMax && Machine is null; i++)
                {
                    Thread.Sleep(offMs);
                    _ = Power(true, 0);
                }
            }
        });
    }

    private Machine Start()
    {
        Plug plug = new(_ills);
        plug.Went += () => OnPlugWent(plug);
        WallClock clock = _isFirst || _settings.Accepted != Toys.Acceptance.NotPaired ? _settings.Clock.Running(_settings.ReadAtMs) : new WallClock();
        RunHome home = RunHome.Open(_settings, _data, _toys, clock, plug, _feed);
        PageIdentity identity = new(_name, _factory.HostLabel, _settings.IsToy ? PageMode.Toy : PageMode.Hub)
        {
            IsPaired = home.Kept.Settings.IsPaired,
            RouterDomain = Localhost,
        };
        FamilyParts family = new(_settings, _factory, identity, home, clock, _air, _body, plug);
        IDevice device = _start(new StartParts(_settings, home, clock, identity, family, _air, _body, _lab, _feed));
        _settings = _settings.WithPortsOf(device.Listens);
        family.HomeLink = HomeLink;
        _isFirst = false;

        return new Machine
        {
            Plug = plug,
            Home = home,
            Clock = clock,
            Identity = identity,
            Family = family,
            Device = device,
            Desk = new FamilyDesk(home.Kept, _toys, identity, _feed.Answer, device.Hands, () => family.HasPhone),
            Findings = new FindingWatch(home.Kept, _feed),
        };
    }

    private string? Button(int seconds)
    {
        if (Machine is not Machine machine)
        {
            return NoPower;
        }

        machine.Family.Press(seconds);
        return null;
    }

    private string? WithHands(Action<IToyHands> act)
    {
        if (Machine is not Machine machine)
        {
            return NoPower;
        }

        if (machine.Device.Hands is not IToyHands hands)
        {
            return "no toy runs here; --mode toy has one";
        }

        act(hands);
        return null;
    }

    // Below .local nothing on this computer answers; and a device has no port in its links.
    private string HomeLink
    {
        get
        {
            string place = _settings.PhonePort is int port ? $"{_factory.HostLabel}.{_settings.PhoneDomain}:{port}" : $"{_settings.HomeAddress}:{_settings.HomePort}";
            return $"http://{place}/";
        }
    }

    private static string ClockWords(Moment now)
    {
        return now.IsKnown ? DateTime.UnixEpoch.AddMinutes(now.Minute).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "unknown";
    }
}
