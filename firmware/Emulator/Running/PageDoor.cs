using System.Collections.Generic;
using System.Linq;
using System.Net;

using ToyGuard.Edge.Web;
using ToyGuard.Emulator.Commands;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Emulator.Running;

/// <summary>One address at which the page is served in a run, and whom it hears there.</summary>
/// <param name="Service">What the log calls it: page, page-home, page-lan.</param>
/// <param name="Address">The address.</param>
/// <param name="Option">The option that says it, for whoever has to change it.</param>
/// <param name="Listener">The same for the server.</param>
internal sealed record PageDoor(string Service, IPAddress Address, string Option, WebListener Listener)
{
    // Whatever loopback address a browser on this computer dials, this one is where it comes from.
    private static readonly Subnet ThisComputer = Subnet.Parse("127.0.0.1/32")!;

    /// <summary>A hub's doors: the toy side's, the home side's, and, with --lan, one at each of <paramref name="lan"/>.</summary>
    public static IReadOnlyList<PageDoor> OfHub(RunSettings settings, IReadOnlyList<LanAddress> lan)
    {
        return
        [
            Make(settings, "page", settings.Bind, "--bind", settings.ToySide, []),
            Make(settings, "page-home", settings.HomeAddress, "--home-side", null, [settings.HomeSide, ThisComputer]),
            .. OfLan(settings, lan),
        ];
    }

    /// <summary>A toy's doors: one for the home that it is a guest of, and the same with --lan.</summary>
    public static IReadOnlyList<PageDoor> OfToy(RunSettings settings, IReadOnlyList<LanAddress> lan)
    {
        return [Make(settings, "page", settings.Bind, "--bind", null, [settings.HomeSide, ThisComputer]), .. OfLan(settings, lan)];
    }

    private static IEnumerable<PageDoor> OfLan(RunSettings settings, IReadOnlyList<LanAddress> lan)
    {
        if (settings.IsOnLan && lan.Count == 0)
        {
            throw new WrongUseException("--lan: this computer has no address in any network that a phone could be in");
        }

        return settings.IsOnLan ? lan.Select(own => Make(settings, "page-lan", own.Address, "--lan", null, [own.Subnet])) : [];
    }

    private static PageDoor Make(RunSettings settings, string service, IPAddress address, string option, Subnet? toySide, Subnet[] homeSides)
    {
        return new PageDoor(service, address, option, new WebListener(address.GetAddressBytes(), settings.HttpPort, toySide, homeSides));
    }
}
