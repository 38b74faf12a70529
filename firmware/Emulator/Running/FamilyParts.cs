using System;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Toy;
using ToyGuard.Emulator.Air;
using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.Power;
using ToyGuard.Page.Door;
using ToyGuard.Page.Routes;

namespace ToyGuard.Emulator.Running;

/// <summary>What makes a device somebody's: half one of the set-up, the phones, the button. The very same parts on a hub and in a toy.</summary>
internal sealed class FamilyParts
{
    private readonly IService[] _services;
    private readonly HostButton _button;

    private FamilyParts(IPageDoor? door, HostButton button, IService[] services)
    {
        Door = door;
        _button = button;
        _services = services;
    }

    /// <summary>What stands behind the page.</summary>
    public IPageDoor? Door { get; }

    /// <summary>Puts them together for one start of a device.</summary>
    public static FamilyParts Make(FactoryIdentity factory, PageIdentity identity, RunHome home, WallClock clock, AirWifi air, BoardBody body, Plug plug)
    {
        SetupService setup = new(air, body, home.Flash, new SecureRandom(), factory.ApName, factory.ApKey, identity.IsPaired);
        HostButton button = new(new ButtonReader(isTalkButton: false), new Target());
        return new FamilyParts(null, button, [setup, button]);
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

    private sealed class Target : IButtonTarget
    {
        public void OnButton(ButtonAct act, long nowMs)
        {
        }
    }
}
