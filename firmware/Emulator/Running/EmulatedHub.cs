using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

using ToyGuard.Edge.Dhcp;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Relay;
using ToyGuard.Edge.Storage;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Power;
using ToyGuard.Emulator.Toys;
using ToyGuard.Emulator.View;
using ToyGuard.Guard.Dhcp;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Emulator.Running;

/// <summary>The hub of one run: the device's own <see cref="HubHost"/> over this machine's sockets.</summary>
internal sealed class EmulatedHub : IDevice
{
    // Design.md 12: a device has 2 KiB for it.
    private const int RelayBufferBytes = 16 * 1024;
    private const int UnlimitedRelays = 4096;
    private const int StopMs = 3000;

    private readonly HubHost _host;

    private EmulatedHub(HubHost host, IReadOnlyList<Listening> listens)
    {
        _host = host;
        Listens = listens;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Listening> Listens { get; }

    /// <inheritdoc/>
    /// <remarks>Nobody plays with a hub.</remarks>
    public IToyHands? Hands
    {
        get { return null; }
    }

    /// <summary>Starts everything over a home that is open; when it returns, everything listens. A port that cannot be had ends the run in one line.</summary>
    public static EmulatedHub Start(StartParts parts, IReadOnlyList<EmulatedToy> toys)
    {
        IReadOnlyList<PageDoor> doors = PageDoor.OfHub(parts.Settings, LanAddress.Find(), parts.OwnSide, parts.HomeSide);
        ToyAddresses addresses = ToyHome.AddressesOf(toys);
        HubHost host = new(parts.Home.Kept, addresses, parts.Clock, new Dialer(parts.Lab.Routes), HubSettingsOf(parts, doors), parts.Feed);
        DhcpServer? dhcp = DhcpOf(parts, toys, addresses);

        // Behind names, time and relays: who is given an address finds them.
        if (dhcp is not null)
        {
            host.Add(dhcp);
            parts.Family.SeenThings = dhcp;
        }

        parts.Family.AddTo(host);
        Open(host, parts.Settings, doors);
        Ports.Open(() => dhcp?.Open(), "--bind", "--dhcp-port", parts.Settings.Bind, parts.Settings.DhcpPort ?? 0);
        host.Start();
        return new EmulatedHub(host, [.. ListensOf(host, parts.Settings, doors), .. ListensOf(dhcp, parts.Settings)]);
    }

    /// <inheritdoc/>
    /// <remarks>A hub does nothing of its own accord.</remarks>
    public void Wake()
    {
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _host.Stop(StopMs);
    }

    private static HubSettings HubSettingsOf(StartParts parts, IReadOnlyList<PageDoor> doors)
    {
        RunSettings settings = parts.Settings;
        LabNetwork lab = parts.Lab;
        HubSettings hub = new(settings.Bind.GetAddressBytes(), settings.ToySide, lab.Resolver.Address.GetAddressBytes())
        {
            ResolverPort = lab.Resolver.Port,
            DnsPort = settings.DnsPort,
            SntpPort = settings.SntpPort,
            TimeServer = settings.TimeServer,
            TimeRoutes = lab.Routes,
            Sockets = settings.Sockets,
            WebListeners = [.. doors.Select(door => door.Listener)],
            Identity = parts.Identity,
            SetupNames = parts.Family.SetupNames,
            Door = parts.Family.Door,
        };

        SetRelay(hub.Relay, settings.TlsPort, settings.Sockets);
        SetRelay(hub.Plain, settings.PlainPort, settings.Sockets);
        return hub;
    }

    private static DhcpServer? DhcpOf(StartParts parts, IReadOnlyList<EmulatedToy> toys, ToyAddresses addresses)
    {
        RunSettings settings = parts.Settings;

        if (settings.DhcpPort is not int port)
        {
            return null;
        }

        byte[] own = settings.Bind.GetAddressBytes();
        LeaseTable table = new(own, settings.ToySide);
        LeaseBook book = new(new CarefulFlash(parts.Home.Flash), table);

        // What does not read is no lease: stations ask again.
        _ = book.Open(Environment.TickCount64);
        return new DhcpServer(new DhcpResponder(table, book, new PlayedStations(settings.Stations, toys, parts.Home.Things), addresses), own, port, DhcpServer.DefaultClientPort);
    }

    private static IEnumerable<Listening> ListensOf(DhcpServer? dhcp, RunSettings settings)
    {
        return dhcp is null ? [] : [new Listening("dhcp", new IPEndPoint(settings.Bind, dhcp.Port), "udp", 0)];
    }

    private static void SetRelay(RelaySettings relay, int port, int sockets)
    {
        relay.Port = port;
        relay.BufferBytes = RelayBufferBytes;

        // What a limited number of sockets allows is for the budget to say.
        relay.SessionsMax = sockets == 0 ? UnlimitedRelays : new SocketBudget(sockets).PlacesOf(SocketUse.Tls);
    }

    private static void Open(HubHost host, RunSettings settings, IReadOnlyList<PageDoor> doors)
    {
        Ports.Open(host.Dns.Open, "--bind", "--dns-port", settings.Bind, settings.DnsPort);
        Ports.Open(host.Sntp.Open, "--bind", "--sntp-port", settings.Bind, settings.SntpPort);
        Ports.Open(host.Relay.Open, "--bind", "--tls-port", settings.Bind, settings.TlsPort);
        Ports.Open(host.Plain.Open, "--bind", "--plain-port", settings.Bind, settings.PlainPort);

        Ports.OpenPage(host.Web, doors);
    }

    private static List<Listening> ListensOf(HubHost host, RunSettings settings, IReadOnlyList<PageDoor> doors)
    {
        const int TlsPort = 443;
        const int PlainPort = 80;

        return
        [
            new Listening("dns", new IPEndPoint(settings.Bind, host.Dns.Port), "udp", 0),
            new Listening("tls", new IPEndPoint(settings.Bind, host.Relay.Port), "tcp", TlsPort),
            new Listening("plain", new IPEndPoint(settings.Bind, host.Plain.Port), "tcp", PlainPort),
            new Listening("sntp", new IPEndPoint(settings.Bind, host.Sntp.Port), "udp", 0),
            .. PageDoor.Listens(doors, host.Web),
        ];
    }
}
