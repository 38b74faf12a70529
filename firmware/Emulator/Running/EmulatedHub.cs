using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Toys;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.Running;

/// <summary>The hub of one run: the device's own <see cref="HubHost"/> over this machine's sockets.</summary>
internal sealed class EmulatedHub
{
    // Design.md 12: a device has 2 KiB for it.
    private const int RelayBufferBytes = 16 * 1024;
    private const int UnlimitedRelays = 4096;
    private const int StopMs = 3000;

    private readonly HubHost _host;

    private EmulatedHub(HubHost host)
    {
        _host = host;
    }

    /// <summary>Where DNS listens.</summary>
    public int DnsPort
    {
        get { return _host.Dns.Port; }
    }

    /// <summary>Where the TLS relay listens.</summary>
    public int TlsPort
    {
        get { return _host.Relay.Port; }
    }

    /// <summary>Starts everything; when it returns, everything listens. A port that cannot be had ends the run in one line.</summary>
    public static EmulatedHub Start(RunSettings settings, GateState state, IReadOnlyList<EmulatedToy> toys, LabNetwork lab, Feed feed)
    {
        Gate gate = new(state, new VerdictCounters()) { Watcher = feed };
        WallClock clock = new();

        if (settings.Clock.LocalSeconds is long seconds)
        {
            int offset = (int)TimeZoneInfo.Local.GetUtcOffset(DateTimeOffset.UtcNow).TotalSeconds;
            clock.SetUtc((seconds - offset) * 1000, offset);
        }

        HubHost host = new(gate, Household.AddressesOf(toys), clock, new Dialer(lab.Routes), HubSettingsOf(settings, lab), feed);
        Open(host.Dns.Open, "--dns-port", settings.Bind, settings.DnsPort);
        Open(host.Relay.Open, "--tls-port", settings.Bind, settings.TlsPort);
        host.Start();
        return new EmulatedHub(host);
    }

    /// <summary>Ends everything.</summary>
    public void Stop()
    {
        _host.Stop(StopMs);
    }

    private static HubSettings HubSettingsOf(RunSettings settings, LabNetwork lab)
    {
        HubSettings hub = new(settings.Bind.GetAddressBytes(), settings.ToySide, lab.Resolver.Address.GetAddressBytes())
        {
            ResolverPort = lab.Resolver.Port,
            DnsPort = settings.DnsPort,
        };

        hub.Relay.Port = settings.TlsPort;
        hub.Relay.BufferBytes = RelayBufferBytes;

        if (settings.Sockets == 0)
        {
            hub.Relay.SessionsMax = UnlimitedRelays;
        }

        return hub;
    }

    private static void Open(Action open, string option, IPAddress bind, int port)
    {
        try
        {
            open();
        }
        catch (SocketException e)
        {
            string wrong = e.SocketErrorCode == SocketError.AddressNotAvailable ? "--bind" : option;
            throw new WrongUseException($"{wrong}: cannot listen on {bind}:{port}: {Texts.Shown(e.Message)}");
        }
    }
}
