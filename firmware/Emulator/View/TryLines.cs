using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Toys;

namespace ToyGuard.Emulator.View;

/// <summary>Makes the commands to try, for the toys and the lab of this very run. What each is said to lead to is asked of the gate, not known beforehand.</summary>
internal sealed class TryLines
{
    // Reserved for examples (RFC 2606), so nobody's manifest lists it by accident.
    private const string UnlistedHost = "tracker.ads.example";

    private static readonly SearchValues<char> ShellSigns = SearchValues.Create(" '\"\\$&;|<>()*?[]`!#~\t");

    private readonly GateState _state;
    private readonly LabTable? _lab;
    private readonly IReadOnlyList<Listening> _listens;
    private readonly string? _authorityFile;
    private readonly List<TryLine> _lines = [];

    private TryLines(GateState state, LabTable? lab, IReadOnlyList<Listening> listens, string? authorityFile)
    {
        _state = state;
        _lab = lab;
        _listens = listens;
        _authorityFile = authorityFile;
    }

    /// <summary>An open and a held one with each client for the first toy that has an address, and some from the second one's.</summary>
    /// <param name="toys">The toys of this run.</param>
    /// <param name="state">What the gate starts from. Only read.</param>
    /// <param name="lab">The lab, null without one.</param>
    /// <param name="listens">What listens where.</param>
    /// <param name="authorityFile">The lab's CA file, null without one.</param>
    public static IReadOnlyList<TryLine> Make(
        IReadOnlyList<EmulatedToy> toys,
        GateState state,
        LabTable? lab,
        IReadOnlyList<Listening> listens,
        string? authorityFile)
    {
        TryLines made = new(state, lab, listens, authorityFile);
        EmulatedToy[] present = [.. toys.Where(toy => toy.Addresses.Count > 0).Take(2)];
        string? openToFirst = present.Length > 0 ? made.OpenHost(present[0]) : null;

        if (present.Length > 0)
        {
            made.AddFirst(present[0], openToFirst);
        }

        if (present.Length > 1)
        {
            made.AddSecond(present[1], openToFirst ?? UnlistedHost);
        }

        made.AddPage();
        return made._lines;
    }

    private void AddFirst(EmulatedToy toy, string? open)
    {
        foreach (string host in open is null ? [UnlistedHost] : new[] { open, UnlistedHost })
        {
            AddDig(toy, host);
            AddCurl(toy, host);
            AddOpenSsl(toy, host);
        }

        AddWaiting(toy);
        AddRebinding(toy);
        AddPlain(toy);
        AddClock(toy);
    }

    private void AddSecond(EmulatedToy toy, string othersHost)
    {
        string? open = OpenHost(toy);

        if (open is not null)
        {
            AddDig(toy, open);
            AddCurl(toy, open);
        }

        AddDig(toy, othersHost);
        AddCurl(toy, othersHost);
        AddRebinding(toy);
    }

    private void AddDig(EmulatedToy toy, string host)
    {
        Add(toy, Lookup(toy, host), $"dig -b {toy.Addresses[0]} -p {PlaceOf("dns").Port} @{PlaceOf("dns").Address} {host}");
    }

    private void AddCurl(EmulatedToy toy, string host)
    {
        string trust = _authorityFile is null ? "" : $" --cacert {ShellWord(_authorityFile)}";
        Add(toy, Hello(toy, host), $"curl -sS --interface {toy.Addresses[0]}{trust} --connect-to ::{PlaceOf("tls")} https://{host}/");
    }

    private void AddOpenSsl(EmulatedToy toy, string host)
    {
        string trust = _authorityFile is null ? "" : $" -CAfile {ShellWord(_authorityFile)}";
        Add(
            toy,
            Hello(toy, host),
            $"openssl s_client -brief -connect {PlaceOf("tls")} -bind {toy.Addresses[0]}:0 -servername {host} -verify_return_error{trust} </dev/null");
    }

    private void AddWaiting(EmulatedToy toy)
    {
        string? waiting = Hosts(toy).FirstOrDefault(host => Lookup(toy, host) == Reason.WaitingForGuardian);

        if (waiting is not null)
        {
            AddCurl(toy, waiting);
        }
    }

    private void AddRebinding(EmulatedToy toy)
    {
        string? rebinding = Hosts(toy).FirstOrDefault(
            host => Gate.Decide(_state, Query(toy, host)).IsAllowed && JudgeAddresses(host) != Reason.Allowed);

        if (rebinding is not null)
        {
            AddCurl(toy, rebinding);
        }
    }

    private void AddPlain(EmulatedToy toy)
    {
        Endpoint? plain = Array.Find(toy.Manifest.Endpoints, endpoint => endpoint.Scheme == Scheme.Http && !endpoint.Pattern.IsWildcard);

        foreach (string host in plain is null ? [UnlistedHost] : new[] { plain.Pattern.Text, UnlistedHost })
        {
            GateQuery query = Query(toy, host);
            query.Kind = AskKind.Http;
            query.Port = 80;
            Add(
                toy,
                Gate.Decide(_state, query).Reason,
                $"curl -sS --interface {toy.Addresses[0]} --connect-to ::{PlaceOf("plain")} http://{host}/");
        }
    }

    private void AddClock(EmulatedToy toy)
    {
        GateQuery query = new() { Toy = toy.Number, Kind = AskKind.Clock };
        Add(
            toy,
            Gate.Decide(_state, query).Reason,
            $"chronyd -Q -t 5 'server {PlaceOf("sntp").Address} port {PlaceOf("sntp").Port} iburst maxsamples 1' 'bindacqaddress {toy.Addresses[0]}'");
    }

    private void AddPage()
    {
        string url = _listens.First(listening => listening.Service == "page").Url;
        _lines.Add(new TryLine("", Reason.None, $"curl -sS {url}"));
        _lines.Add(new TryLine("", Reason.None, $"curl -sSi {url} | {OwnCommand()} inspect http -"));
    }

    // From any folder, and without building anything again.
    private static string OwnCommand()
    {
        string program = Environment.ProcessPath ?? "dotnet";

        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? $"dotnet {ShellWord(Path.Combine(AppContext.BaseDirectory, "ToyGuard.Emulator.dll"))}"
            : ShellWord(program);
    }

    private void Add(EmulatedToy toy, Reason expected, string command)
    {
        _lines.Add(new TryLine(toy.Name, expected, command));
    }

    private IPEndPoint PlaceOf(string service)
    {
        return _listens.First(listening => listening.Service == service).Place;
    }

    private string? OpenHost(EmulatedToy toy)
    {
        return Hosts(toy).FirstOrDefault(host => Hello(toy, host) == Reason.Allowed);
    }

    // Hosts of the toy's manifest that can be asked for on the relay's port, a wildcard by a name that the lab has.
    private IEnumerable<string> Hosts(EmulatedToy toy)
    {
        const int TlsPort = 443;

        foreach (Endpoint endpoint in toy.Manifest.Endpoints)
        {
            if (endpoint.Port != TlsPort)
            {
                continue;
            }

            string? host = endpoint.Pattern.IsWildcard
                ? _lab?.Names.FirstOrDefault(name => Matches(endpoint.Pattern, name))
                : endpoint.Pattern.Text;

            if (host is not null)
            {
                yield return host;
            }
        }
    }

    private static bool Matches(HostPattern pattern, string name)
    {
        HostName host = new();
        return host.Read(name) == HostFault.None && pattern.Matches(host);
    }

    private Reason Lookup(EmulatedToy toy, string host)
    {
        GateQuery query = Query(toy, host);
        query.Kind = AskKind.Lookup;
        return Gate.Decide(_state, query).Reason;
    }

    private Reason Hello(EmulatedToy toy, string host)
    {
        Reason reason = Gate.Decide(_state, Query(toy, host)).Reason;
        return reason == Reason.Allowed ? JudgeAddresses(host) : reason;
    }

    private static GateQuery Query(EmulatedToy toy, string host)
    {
        GateQuery query = new() { Toy = toy.Number, Kind = AskKind.TlsHello, Port = 443 };
        query.Host.Read(host);
        return query;
    }

    // Without a lab nobody here knows where a name leads; then the gate's own verdict stands.
    private Reason JudgeAddresses(string host)
    {
        foreach (IPAddress address in _lab?.AddressesOf(host) ?? [])
        {
            byte[] bytes = address.GetAddressBytes();

            if (!AddressJudge.IsGlobal(bytes, 0, bytes.Length, out Reason held))
            {
                return held;
            }
        }

        return Reason.Allowed;
    }

    private static string ShellWord(string path)
    {
        return path.AsSpan().ContainsAny(ShellSigns)
            ? "'" + path.Replace("'", "'\\''", StringComparison.Ordinal) + "'"
            : path;
    }
}
