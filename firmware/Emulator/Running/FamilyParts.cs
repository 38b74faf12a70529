using System;
using System.Collections.Generic;

using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Settings;
using ToyGuard.Edge;
using ToyGuard.Edge.Family;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Toy;
using ToyGuard.Emulator.Air;
using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Power;
using ToyGuard.Emulator.Toys;
using ToyGuard.Guard.Dns;
using ToyGuard.Page.Door;
using ToyGuard.Page.Probes;
using ToyGuard.Page.Routes;

namespace ToyGuard.Emulator.Running;

/// <summary>What makes a device somebody's: half one of the set-up, the phones, the button. The very same parts on a hub and in a toy.</summary>
internal sealed class FamilyParts
{
    private readonly PairingHost _pairing;
    private readonly HostButton _button;
    private readonly IService[] _services;

    /// <summary>Puts them together for one start of a device.</summary>
    /// <param name="settings">What the run was asked for.</param>
    /// <param name="factory">What the device is, whoever owns it.</param>
    /// <param name="identity">What its page says of it.</param>
    /// <param name="home">What it keeps, open.</param>
    /// <param name="clock">The time, as it knows it.</param>
    /// <param name="air">Its radio.</param>
    /// <param name="body">What it shows with.</param>
    /// <param name="plug">Its plug.</param>
    public FamilyParts(
        RunSettings settings, FactoryIdentity factory, PageIdentity identity, RunHome home, WallClock clock, AirWifi air, BoardBody body, Plug plug)
    {
        SecureRandom random = new();
        SetupService? setup = settings.IsAirPlayed ? new(air, body, home.Flash, random, factory.ApName, factory.ApKey, identity.IsPaired) : null;
        _pairing = new PairingHost(
            factory, home.Kept, home.Kept.Toys, clock, home.Flash, new Hmac(), random, setup, body, identity,
            isPairedElsewhere: settings.Accepted != Acceptance.NotPaired || settings.IsCommanded,
            things: identity.Mode == PageMode.Hub ? home.Things : null);
        _button = new HostButton(new ButtonReader(isTalkButton: false), _pairing);
        Door = new PluggedDoor(_pairing, plug);
        _services = [_pairing, _button, .. setup is null ? Array.Empty<IService>() : [setup], .. Names(settings, factory, random)];

        if (setup is not null)
        {
            byte[] address = settings.Bind.GetAddressBytes();
            SetupNames = new SetupNames(factory.HostLabel, address, ProbeTable.Hosts());
            SetupDns = new SetupDns(SetupNames, settings.ToySide, address, settings.DnsPort);
            _pairing.Names = SetupNames;
        }
    }

    /// <summary>What phones on the device's own Wi-Fi are answered while it is set up, for a hub's DNS; null where no Wi-Fi is played.</summary>
    public SetupNames? SetupNames { get; }

    /// <summary>The same as a service of its own, for a toy, which has no other DNS. Nothing listens before it is opened.</summary>
    public SetupDns? SetupDns { get; }

    /// <summary>What stands behind the page.</summary>
    public IPageDoor Door { get; }

    /// <summary>What services are to be told to delete.</summary>
    public EraseBook Deletes
    {
        get { return _pairing.Deletes; }
    }

    /// <summary>Gives the page who is on the hub's own Wi-Fi.</summary>
    public ISeenThings? SeenThings
    {
        set { _pairing.SeenThings = value; }
    }

    /// <summary>True once a phone is its guardian, which no option and no typed line is.</summary>
    public bool HasPhone
    {
        get { return _pairing.IsPaired; }
    }

    /// <summary>Where the page lives in the home.</summary>
    public string HomeLink
    {
        get { return _pairing.HomeLink; }
        set { _pairing.HomeLink = value; }
    }

    /// <summary>Gives a hub what has to run.</summary>
    public void AddTo(HubHost host)
    {
        Array.ForEach(_services, host.Add);
    }

    /// <summary>The same for a toy.</summary>
    public void AddTo(ToyHost host)
    {
        Array.ForEach(_services, host.Add);

        if (SetupDns is not null)
        {
            host.Add(SetupDns);
        }
    }

    /// <summary>Holds the recessed button for so many seconds; 0 is a short press. Nobody has to wait for them.</summary>
    public void Press(int seconds)
    {
        const int ShortMs = 100;
        const int MsPerSecond = 1000;
        long upMs = Environment.TickCount64;
        _button.Change(true, upMs - (seconds == 0 ? ShortMs : seconds * MsPerSecond));
        _button.Change(false, upMs);
    }

    // The name is told where phones are: on loopback nobody asks for it.
    private IService[] Names(RunSettings settings, FactoryIdentity factory, SecureRandom random)
    {
        if (!settings.IsOnLan || LanAddress.Find() is not [LanAddress lan, ..])
        {
            return [];
        }

        MdnsService names = new(factory.HostLabel, random, _pairing, MdnsService.DefaultPort);
        names.SetSide(MdnsService.HomeSide, lan.Address.GetAddressBytes(), lan.Subnet);
        return [names];
    }
}
