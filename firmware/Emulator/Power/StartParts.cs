using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Web;
using ToyGuard.Emulator.Air;
using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.View;
using ToyGuard.Page.Routes;

namespace ToyGuard.Emulator.Power;

/// <summary>What a hub or a toy is started with.</summary>
/// <param name="Settings">What the run was asked for, with the ports that it has by now.</param>
/// <param name="Home">What the device keeps, open.</param>
/// <param name="Clock">The time, as it knows it.</param>
/// <param name="Identity">What its page says of it.</param>
/// <param name="Family">Set-up, phones and the button.</param>
/// <param name="Air">Its radio.</param>
/// <param name="Body">What it lights, sounds and shows with.</param>
/// <param name="Lab">The network beyond.</param>
/// <param name="Feed">Hears of everything.</param>
internal sealed record StartParts(
    RunSettings Settings, RunHome Home, WallClock Clock, PageIdentity Identity, FamilyParts Family, AirWifi Air, BoardBody Body, LabNetwork Lab, Feed Feed)
{
    /// <summary>The device's own Wi-Fi. A hub whose toys live there keeps it once somebody is its guardian.</summary>
    public ISide OwnSide
    {
        get { return new Side(() => Air.AreOwnPhonesOn || (Identity.Mode == PageMode.Hub && Identity.IsPaired)); }
    }

    /// <summary>The home's network.</summary>
    public ISide HomeSide
    {
        get { return new Side(() => !Settings.IsAirPlayed || Air.IsJoined); }
    }
}
