using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Net;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Air;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Toys;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Emulator.Commands;

/// <summary>The options of a run. All are read as text first, so that what is wrong with one is said in one line of ours.</summary>
internal sealed class RunOptions
{
    // Long enough to be seen.
    private static readonly AirOptions QuickAir = new() { Scan = TimeSpan.FromMilliseconds(100), Join = TimeSpan.FromMilliseconds(300), Drop = TimeSpan.FromSeconds(1) };

    private readonly Option<string> _mode = Text("--mode", "WHAT", "hub", "hub, or toy: a toy that guards itself.");
    private readonly Option<string?> _toy = Text("--toy", "NAME", "With --mode toy: which of the manifests it is, by file name without .json; without it story-bear, or the only one.");
    private readonly Option<string> _speed = Text("--speed", "N", "1", "With --mode toy: how many times faster it talks than a child listens, 1 to 100.");
    private readonly Option<string> _dnsPort = Text("--dns-port", "PORT", "5300", "UDP port of DNS; 0 = any free one. With --mode toy it is that of the toy's own Wi-Fi, where that is played.");
    private readonly Option<string> _tlsPort = Text("--tls-port", "PORT", "8443", "TCP port that stands for 443 in every verdict.");
    private readonly Option<string> _plainPort = Text("--plain-port", "PORT", "8080", "TCP port that stands for 80 in every verdict.");
    private readonly Option<string> _httpPort = Text("--http-port", "PORT", "8081", "TCP port of the page.");
    private readonly Option<string> _phonePort = Text("--phone-port", "PORT|none", "8082", "TCP port at 127.0.0.1 of the page as a phone at home has it, for a browser on this computer.");
    private readonly Option<string> _phoneDomain = Text("--phone-domain", "local|localhost", "localhost", "What the device's name ends with there: localhost is found by every browser, local by one that was told where it is.");
    private readonly Option<string> _boardPort = Text("--board-port", "PORT|none", "8090", "TCP port at 127.0.0.1 of the virtual board: display, light, button, power, Wi-Fi.");
    private readonly Option<string?> _air = Text("--air", "play|quick|free", "play: the home's Wi-Fi is found, chosen and joined as on a device; quick: the same without the waits. free: always joined, the default with --paired.");
    private readonly Option<string> _sntpPort = Text("--sntp-port", "PORT", "1230", "UDP port of the clock service.");
    private readonly Option<string> _dhcpPort = Text("--dhcp-port", "67|none", "none", "UDP port of DHCP on the link of --bind, which gives addresses to the stations alone.");
    private readonly Option<string[]> _station = new("--station")
    {
        HelpName = "MAC[=NAME]",
        Description = "With --dhcp-port: who is on the hub's own Wi-Fi, as 02:00:5e:00:53:01=story-bear; without a name it is a stranger. May be repeated.",
    };

    private readonly Option<string> _bind = Text("--bind", "ADDRESS", "127.0.0.1", "The hub's toy-side address, the one DNS answers give.");
    private readonly Option<string?> _manifests = Text("--manifests", "DIR", "Folder of manifests; without it two sample toys.");
    private readonly Option<string[]> _toyAt = new("--toy-at")
    {
        HelpName = "ADDRESS=NAME",
        Description = "Which toy is where; NAME is its manifest's file name without .json. May be repeated. "
            + "Without it the manifests in file-name order are at 127.0.0.1, 127.0.0.2, …",
    };

    private readonly Option<string> _toySide = Text("--toy-side", "CIDR", "127.0.0.0/24", "Peers outside it get nothing.");
    private readonly Option<string> _homeSide = Text("--home-side", "CIDR", "127.0.1.0/24", "Where the page answers the home: at its first address.");
    private readonly Option<bool> _lan = new("--lan")
    {
        Description = "The page also on this computer's own addresses, for a phone in the same network. Nothing else is reachable there.",
    };

    private readonly Option<string?> _resolver = Text("--resolver", "IP[:port]", "Whom to ask for names that no lab knows.");
    private readonly Option<string?> _lab = Text(
        "--lab", "FILE", "JSON: {\"resolve\":{\"name\":[\"address\"]},\"connect\":{\"address:port\":\"127.0.0.1:port\"}}.");

    private readonly Option<bool> _paired = new("--paired")
    {
        Description = "As if a guardian had accepted all first-party https and tls places.",
    };

    private readonly Option<bool> _acceptPlain = new("--accept-plain")
    {
        Description = "With --paired: the maker's own plain http places too.",
    };

    private readonly Option<string?> _clock = Text("--clock", "ISO|unknown", "The local time to begin with; without it now.");
    private readonly Option<string?> _timeServer = Text("--time-server", "NAME", "Whom to ask for the time, at port 123; without it nobody.");
    private readonly Option<string> _sockets = Text("--sockets", "N|unlimited", "16", "The socket budget.");
    private readonly Option<string?> _data = Text(
        "--data", "DIR", "Where settings, records and files are kept; without it nothing is. What an earlier run kept there wins over --paired.");

    private readonly Option<bool> _commands = new("--commands")
    {
        Description = "A guardian's changes as lines of standard input, for testers; the line help says which.",
    };

    private readonly Option<bool> _headless = new("--headless") { Description = "Plain log lines instead of the live view." };
    private readonly Option<string?> _exitAfter = Text("--exit-after", "SECONDS", "End by itself after so long.");

    /// <summary>Puts every option on <paramref name="command"/>, in the order in which help shows them.</summary>
    public void AddTo(Command command)
    {
        Option[] all =
        [
            _mode, _toy, _speed, _paired, _acceptPlain, _manifests, _toyAt, _lab, _resolver, _clock, _headless, _exitAfter, _bind,
            _dnsPort, _tlsPort, _plainPort, _httpPort, _phonePort, _phoneDomain, _boardPort, _air, _sntpPort, _dhcpPort, _station, _toySide, _homeSide, _lan, _timeServer, _sockets, _data, _commands,
        ];

        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the options ask for. Throws <see cref="WrongUseException"/> with the one line to print.</summary>
    public RunSettings Read(ParseResult parsed)
    {
        bool isToy = IsToy(parsed.GetValue(_mode)!);
        string? lab = parsed.GetValue(_lab);
        bool isPaired = parsed.GetValue(_paired);
        bool isAirPlayed = IsAirPlayed(parsed.GetValue(_air), isPaired);
        RefuseOptionsOfTheOther(parsed, isToy, isAirPlayed);

        return new RunSettings
        {
            IsToy = isToy,
            Toy = parsed.GetValue(_toy),
            Speed = Speed(parsed.GetValue(_speed)!),
            Accepted = AcceptedPlaces(isPaired, parsed.GetValue(_acceptPlain)),
            DnsPort = Port(parsed, _dnsPort),
            TlsPort = Port(parsed, _tlsPort),
            PlainPort = Port(parsed, _plainPort),
            HttpPort = Port(parsed, _httpPort),
            HomePort = Port(parsed, _httpPort),
            PhonePort = PortOrNone(parsed, _phonePort),
            PhoneDomain = PhoneDomain(parsed.GetValue(_phoneDomain)!),
            BoardPort = PortOrNone(parsed, _boardPort),
            IsAirPlayed = isAirPlayed,
            Air = parsed.GetValue(_air) == "quick" ? QuickAir : new AirOptions(),
            SntpPort = Port(parsed, _sntpPort),
            DhcpPort = PortOrNone(parsed, _dhcpPort),
            Stations = StationOption.Read(parsed.GetValue(_station) ?? []),
            Bind = HubAddress(parsed.GetValue(_bind)!),
            Manifests = parsed.GetValue(_manifests),
            ToyAt = ToyAt(parsed.GetValue(_toyAt) ?? []),
            ToySide = Range(parsed, _toySide),
            ToySideText = parsed.GetValue(_toySide)!,
            HomeSide = Range(parsed, _homeSide),
            HomeAddress = FirstOf(parsed.GetValue(_homeSide)!),
            IsOnLan = parsed.GetValue(_lan),
            TimeServer = TimeServer(parsed.GetValue(_timeServer)),
            Resolver = Resolver(parsed.GetValue(_resolver)),
            Lab = lab is null ? null : LabFile.Read(lab),
            Clock = ClockSetting.Read(parsed.GetValue(_clock)),
            Sockets = Sockets(parsed.GetValue(_sockets)!),
            Data = parsed.GetValue(_data),
            IsCommanded = parsed.GetValue(_commands),
            IsHeadless = parsed.GetValue(_headless),
            ExitAfter = ExitAfter(parsed.GetValue(_exitAfter)),
        };
    }

    private static bool IsToy(string mode)
    {
        return mode switch
        {
            "hub" => false,
            "toy" => true,
            _ => throw new WrongUseException($"--mode: '{Texts.Shown(mode)}' is neither hub nor toy"),
        };
    }

    // A toy opens none of a hub's ports but DNS, that only on a Wi-Fi of its own, and has no toys behind it. What is said and does nothing would mislead whoever said it.
    private void RefuseOptionsOfTheOther(ParseResult parsed, bool isToy, bool isAirPlayed)
    {
        Option[] others = !isToy ? [_toy, _speed] : [_tlsPort, _plainPort, _sntpPort, _dhcpPort, _station, _toyAt, _toySide, .. isAirPlayed ? Array.Empty<Option>() : [_dnsPort]];

        foreach (Option option in others)
        {
            if (parsed.GetResult(option) is { Implicit: false })
            {
                string where = option == _dnsPort ? "hub, or where its own Wi-Fi is played" : isToy ? "hub" : "toy";
                throw new WrongUseException($"{option.Name}: only with --mode {where}");
            }
        }
    }

    private static int Speed(string text)
    {
        const int SpeedMax = 100;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int speed) && speed is >= 1 and <= SpeedMax
            ? speed
            : throw new WrongUseException($"--speed: '{Texts.Shown(text)}' is not a number from 1 to {SpeedMax}");
    }

    private static Acceptance AcceptedPlaces(bool isPaired, bool isPlainToo)
    {
        return (isPaired, isPlainToo) switch
        {
            (true, true) => Acceptance.PlainToo,
            (true, false) => Acceptance.OwnTls,
            (false, true) => throw new WrongUseException("--accept-plain: only a guardian accepts places; say --paired too"),
            _ => Acceptance.NotPaired,
        };
    }

    private static int Port(ParseResult parsed, Option<string> option)
    {
        string text = parsed.GetValue(option)!;

        return Texts.TryPort(text, 0, out int port)
            ? port
            : throw new WrongUseException($"{option.Name}: '{Texts.Shown(text)}' is not a port from 0 (any free one) to 65535");
    }

    private static int? PortOrNone(ParseResult parsed, Option<string> option)
    {
        string text = parsed.GetValue(option)!;

        if (text == "none")
        {
            return null;
        }

        return Texts.TryPort(text, 0, out int port)
            ? port
            : throw new WrongUseException($"{option.Name}: '{Texts.Shown(text)}' is neither a port from 0 (any free one) to 65535 nor 'none'");
    }

    private static string PhoneDomain(string text)
    {
        return text is "local" or "localhost" ? text : throw new WrongUseException($"--phone-domain: '{Texts.Shown(text)}' is neither local nor localhost");
    }

    // A guardian who is an option has no Wi-Fi to choose.
    private static bool IsAirPlayed(string? text, bool isPaired)
    {
        return text switch
        {
            null => !isPaired,
            "play" or "quick" => true,
            "free" => false,
            _ => throw new WrongUseException($"--air: '{Texts.Shown(text)}' is neither play, quick nor free"),
        };
    }

    private static IPAddress HubAddress(string text)
    {
        IPAddress address = Texts.Address("--bind", text);
        byte first = address.GetAddressBytes()[0];

        // DNS answers give this very address, so it must be one that a toy can connect to.
        return first is not 0 and < 224
            ? address
            : throw new WrongUseException($"--bind: {text} is not the address of one machine");
    }

    private static List<(IPAddress Address, string Name)> ToyAt(string[] texts)
    {
        List<(IPAddress Address, string Name)> places = [];

        foreach (string text in texts)
        {
            int equals = text.IndexOf('=');

            if (equals <= 0 || equals == text.Length - 1)
            {
                throw new WrongUseException($"--toy-at: '{Texts.Shown(text)}' is not ADDRESS=NAME, as in 127.0.0.1=story-bear");
            }

            IPAddress address = Texts.Address("--toy-at", text[..equals]);

            if (places.Exists(place => place.Address.Equals(address)))
            {
                throw new WrongUseException($"--toy-at: {address} is given to two toys");
            }

            places.Add((address, text[(equals + 1)..]));
        }

        return places;
    }

    private static Subnet Range(ParseResult parsed, Option<string> option)
    {
        string text = parsed.GetValue(option)!;

        return Subnet.Parse(text)
            ?? throw new WrongUseException($"{option.Name}: '{Texts.Shown(text)}' is not a range of addresses, as in 127.0.0.0/24");
    }

    // The first address of a range that a machine may have: the one behind the range's own name.
    private static IPAddress FirstOf(string range)
    {
        byte[] address = IPAddress.Parse(range.AsSpan(0, range.IndexOf('/'))).GetAddressBytes();

        if (!range.EndsWith("/32", StringComparison.Ordinal))
        {
            address[^1]++;
        }

        return new IPAddress(address);
    }

    private static string TimeServer(string? text)
    {
        return text is null || new HostName().Read(text) == HostFault.None
            ? text ?? ""
            : throw new WrongUseException($"--time-server: '{Texts.Shown(text)}' is not a host name, as in time.example");
    }

    private static IPEndPoint? Resolver(string? text)
    {
        const int DnsPort = 53;

        if (text is null)
        {
            return null;
        }

        if (Texts.TryEndPoint(text, out IPEndPoint endPoint))
        {
            return endPoint;
        }

        return Texts.TryAddress(text, out IPAddress address)
            ? new IPEndPoint(address, DnsPort)
            : throw new WrongUseException($"--resolver: '{Texts.Shown(text)}' is not IP or IP:port, as in 192.168.1.1:53");
    }

    private static int Sockets(string text)
    {
        if (text == "unlimited")
        {
            return 0;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int sockets)
            && sockets is >= SocketBudget.SocketsMin and <= SocketBudget.SocketsMax
            ? sockets
            : throw new WrongUseException($"--sockets: '{Texts.Shown(text)}' is neither a number from {SocketBudget.SocketsMin} to {SocketBudget.SocketsMax} nor 'unlimited'");
    }

    private static TimeSpan? ExitAfter(string? text)
    {
        const double Longest = 7 * 24 * 3600;

        if (text is null)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds <= Longest
            ? TimeSpan.FromSeconds(seconds)
            : throw new WrongUseException($"--exit-after: '{Texts.Shown(text)}' is not a number of seconds up to a week");
    }

    private static Option<string> Text(string name, string helpName, string standard, string description)
    {
        return new Option<string>(name)
        {
            HelpName = helpName,
            Description = description,
            DefaultValueFactory = _ => standard,
        };
    }

    private static Option<string?> Text(string name, string helpName, string description)
    {
        return new Option<string?>(name) { HelpName = helpName, Description = description };
    }
}
