using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

using ToyGuard.Edge;
using ToyGuard.Emulator.Air;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Toys;
using ToyGuard.Emulator.View;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Emulator.Commands;

/// <summary>What a run was asked to do, checked as far as it can be without starting anything.</summary>
internal sealed record RunSettings
{
    /// <summary>True for a toy that guards itself, false for a hub.</summary>
    public required bool IsToy { get; init; }

    /// <summary>Which of the manifests that toy is, null when it was not said.</summary>
    public required string? Toy { get; init; }

    /// <summary>How many times faster that toy talks than a child listens, from 1.</summary>
    public required int Speed { get; init; }

    /// <summary>Whether a guardian is played, and what that one has accepted.</summary>
    public required Acceptance Accepted { get; init; }

    /// <summary>UDP port of the hub's DNS; 0 = any free one.</summary>
    public required int DnsPort { get; init; }

    /// <summary>TCP port that stands for 443 in every verdict; 0 = any free one.</summary>
    public required int TlsPort { get; init; }

    /// <summary>TCP port that stands for 80 in every verdict; 0 = any free one.</summary>
    public required int PlainPort { get; init; }

    /// <summary>TCP port of the page; 0 = any free one.</summary>
    public required int HttpPort { get; init; }

    /// <summary>The same at the home's address; 0 = any free one.</summary>
    public required int HomePort { get; init; }

    /// <summary>TCP port of the page for a browser on this computer that plays a phone at home; 0 = any free one, null = none.</summary>
    public required int? PhonePort { get; init; }

    /// <summary>The domain under which that browser knows the device: localhost, which every browser knows by itself, or local, where it was told.</summary>
    public required string PhoneDomain { get; init; }

    /// <summary>TCP port of the virtual board; 0 = any free one, null = none.</summary>
    public required int? BoardPort { get; init; }

    /// <summary>True where the home's Wi-Fi is found, chosen and joined; false where it is always joined.</summary>
    public required bool IsAirPlayed { get; init; }

    /// <summary>How long things take in the air that is played.</summary>
    public required AirOptions Air { get; init; }

    /// <summary>UDP port of the clock service; 0 = any free one.</summary>
    public required int SntpPort { get; init; }

    /// <summary>UDP port of DHCP on the link of <see cref="Bind"/>; null = none.</summary>
    public required int? DhcpPort { get; init; }

    /// <summary>Who is on the hub's own Wi-Fi: network addresses, and the toy's name or nothing. With DHCP toys have the addresses that it gives them.</summary>
    public required IReadOnlyList<(byte[] Hardware, string Name)> Stations { get; init; }

    /// <summary>The hub's toy-side address, which DNS answers give.</summary>
    public required IPAddress Bind { get; init; }

    /// <summary>Folder of manifests, null for the two sample toys.</summary>
    public required string? Manifests { get; init; }

    /// <summary>Which toy is at which address. Empty: in file-name order from 127.0.0.1 on.</summary>
    public required IReadOnlyList<(IPAddress Address, string Name)> ToyAt { get; init; }

    /// <summary>Peers outside it get nothing.</summary>
    public required Subnet ToySide { get; init; }

    /// <summary>The toy side as it was written.</summary>
    public required string ToySideText { get; init; }

    /// <summary>Who gets the page as somebody of the home network.</summary>
    public required Subnet HomeSide { get; init; }

    /// <summary>The hub's address on the home side.</summary>
    public required IPAddress HomeAddress { get; init; }

    /// <summary>The page also on this computer's own addresses.</summary>
    public required bool IsOnLan { get; init; }

    /// <summary>Host name of whom to ask for the time, empty for nobody.</summary>
    public required string TimeServer { get; init; }

    /// <summary>Whom to ask for names that no lab knows, null when nobody was named.</summary>
    public required IPEndPoint? Resolver { get; init; }

    /// <summary>The lab of a file, null without one.</summary>
    public required LabTable? Lab { get; init; }

    /// <summary>When these settings were read, in milliseconds of the time that the device lives by: the time to begin with goes on from there.</summary>
    public long ReadAtMs { get; } = LivedTime.NowMs;

    /// <summary>The time to begin with.</summary>
    public required ClockSetting Clock { get; init; }

    /// <summary>The socket budget; 0 = unlimited.</summary>
    public required int Sockets { get; init; }

    /// <summary>Where files are kept, null for nowhere.</summary>
    public required string? Data { get; init; }

    /// <summary>Lines of standard input are a guardian's changes.</summary>
    public required bool IsCommanded { get; init; }

    /// <summary>Plain log lines instead of the live view.</summary>
    public required bool IsHeadless { get; init; }

    /// <summary>When to end by itself, null for never.</summary>
    public required TimeSpan? ExitAfter { get; init; }

    /// <summary>The same with the ports that a first start found free, so that the next starts have them too.</summary>
    public RunSettings WithPortsOf(IReadOnlyList<Listening> listens)
    {
        return this with
        {
            DnsPort = PortOf("dns", DnsPort),
            TlsPort = PortOf("tls", TlsPort),
            PlainPort = PortOf("plain", PlainPort),
            SntpPort = PortOf("sntp", SntpPort),
            HttpPort = PortOf("page", HttpPort),
            HomePort = PortOf("page-home", HomePort),
            PhonePort = PhonePort is int port ? PortOf("page-phone", port) : null,
        };

        int PortOf(string service, int asked)
        {
            return listens.FirstOrDefault(listening => listening.Service == service)?.Place.Port ?? asked;
        }
    }
}
