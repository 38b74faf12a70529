using System.Collections.Generic;
using System.Linq;
using System.Net;

using ToyGuard.Edge.Web;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.View;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Emulator.Running;

/// <summary>One of the addresses at which the page is served in a run, and whom it hears there.</summary>
/// <param name="Service">What the log calls it: page, page-home, page-phone, page-lan.</param>
/// <param name="Words">Whom it is for.</param>
/// <param name="AddressOption">The option that says its address, for whoever has to change it.</param>
/// <param name="PortOption">The same for its port.</param>
/// <param name="Listener">The same for the server.</param>
internal sealed record PageDoor(string Service, string Words, string AddressOption, string PortOption, WebListener Listener)
{
    // Whatever loopback address a browser on this computer dials, this one is where it comes from.
    private static readonly Subnet ThisComputer = Subnet.Parse("127.0.0.1/32")!;

    /// <summary>The address.</summary>
    public IPAddress Address
    {
        get { return new IPAddress(Listener.Address); }
    }

    /// <summary>The doors as they listen once <paramref name="web"/> is open.</summary>
    public static IEnumerable<Listening> Listens(IReadOnlyList<PageDoor> doors, WebServer web)
    {
        return doors.Select((door, at) => new Listening(door.Service, new IPEndPoint(door.Address, web.PortOf(at)), "tcp", 0) { For = door.Words });
    }

    /// <summary>A hub's doors: the toy side's, which its own Wi-Fi is, and the home's.</summary>
    public static IReadOnlyList<PageDoor> OfHub(RunSettings settings, IReadOnlyList<LanAddress> lan, ISide own, ISide home)
    {
        return [Own(settings, "for toys", settings.IsAirPlayed ? own : null), .. OfHome(settings, lan, home)];
    }

    /// <summary>A toy's doors: the home's; and where Wi-Fi is played, one on its own Wi-Fi.</summary>
    public static IReadOnlyList<PageDoor> OfToy(RunSettings settings, IReadOnlyList<LanAddress> lan, ISide own, ISide home)
    {
        if (settings.IsAirPlayed)
        {
            return [Own(settings, "on its own Wi-Fi, while that is open", own), .. OfHome(settings, lan, home)];
        }

        PageDoor guest = Make("page", "for the home", "--bind", settings.Bind, settings.HttpPort, null, [settings.HomeSide, ThisComputer], home);
        return [guest, .. OfPhone(settings, home), .. OfLan(settings, lan, home)];
    }

    private static IEnumerable<PageDoor> OfHome(RunSettings settings, IReadOnlyList<LanAddress> lan, ISide home)
    {
        const string Words = "for the home side, and this computer's browser is at home";
        PageDoor door = Make("page-home", Words, "--home-side", settings.HomeAddress, settings.HomePort, null, [settings.HomeSide, ThisComputer], home);
        return [door, .. OfPhone(settings, home), .. OfLan(settings, lan, home)];
    }

    // A browser keeps keys under a name only, and has that name for this one address.
    private static IEnumerable<PageDoor> OfPhone(RunSettings settings, ISide home)
    {
        if (settings.PhonePort is int port)
        {
            PageDoor door = Make("page-phone", "for a browser on this computer as a phone at home", "--phone-port", IPAddress.Loopback, port, null, [ThisComputer], home);
            yield return door with { PortOption = "--phone-port" };
        }
    }

    private static IEnumerable<PageDoor> OfLan(RunSettings settings, IReadOnlyList<LanAddress> lan, ISide home)
    {
        if (settings.IsOnLan && lan.Count == 0)
        {
            throw new WrongUseException("--lan: this computer has no address in any network that a phone could be in");
        }

        return settings.IsOnLan
            ? lan.Select(own => Make("page-lan", "for the network that this computer is in; nothing but the page is reachable there", "--lan", own.Address, settings.HttpPort, null, [own.Subnet], home))
            : [];
    }

    private static PageDoor Own(RunSettings settings, string words, ISide? side)
    {
        return Make("page", words, "--bind", settings.Bind, settings.HttpPort, settings.ToySide, [], side);
    }

    private static PageDoor Make(string service, string words, string option, IPAddress address, int port, Subnet? toySide, Subnet[] homeSides, ISide? side)
    {
        return new PageDoor(service, words, option, "--http-port", new WebListener(address.GetAddressBytes(), port, toySide, homeSides) { Side = side });
    }
}
