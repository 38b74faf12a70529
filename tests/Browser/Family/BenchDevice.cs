using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading;

using ToyGuard.Emulator.Tests.Board;
using ToyGuard.Emulator.Tests.Kept;
using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>The device that the phones talk to: the real program, with its virtual board under a test's hand.</summary>
internal sealed class BenchDevice : IDisposable
{
    // Always the same ones, so that a key kept by a browser is found again at the next start.
    private static readonly int s_port = LastingPort.Next();
    private static readonly int s_phonePort = LastingPort.Next();
    private static readonly int s_dhcpPort = LastingPort.Next();

    private readonly EmulatorRun _run;
    private readonly Air _air;
    private readonly string _home;

    private BenchDevice(Air air, string[] args, string home)
    {
        _air = air;
        _home = home;
        _run = EmulatorRun.StartTalkedTo(args);
        _run.Line(line => line == "ready");
        Board = BoardClient.Of(_run);
        Label = Board.State().GetProperty("label").GetString()!;
    }

    /// <summary>Its button, display and plug.</summary>
    public BoardClient Board { get; }

    /// <summary>Where the board's own page is.</summary>
    public string BoardUrl
    {
        get { return _run.Line(line => line.StartsWith("board ", StringComparison.Ordinal))["board ".Length..]; }
    }

    /// <summary>Its lasting name, without a domain.</summary>
    public string Label { get; }

    /// <summary>Its page below the lasting name, as on a device: one and the same on its own Wi-Fi and at home.</summary>
    public string Url
    {
        get { return $"http://{Label}.local:{s_port}/"; }
    }

    /// <summary>Where its codes lead: the page at home.</summary>
    public string HomeUrl
    {
        get { return $"http://{Label}.local:{s_phonePort}/"; }
    }

    /// <summary>Starts one over the files of <paramref name="folder"/>.</summary>
    /// <param name="air">The phones' network.</param>
    /// <param name="folder">What it keeps.</param>
    /// <param name="mode">hub or toy.</param>
    /// <param name="wifi">play, quick or free.</param>
    /// <param name="homeNet">The third number of its address at home, which a router gives.</param>
    /// <param name="manifests">Where its toys' manifests are; the samples where it is none.</param>
    /// <param name="station">The network address of a stranger on its own Wi-Fi; none where it is none.</param>
    public static BenchDevice Start(Air air, string folder, string mode, string wifi, int homeNet = 1, string? manifests = null, string? station = null)
    {
        string[] args =
        [
            "--mode", mode, "--headless", "--commands", "--data", folder, "--air", wifi, "--board-port", "0", "--home-side", $"127.0.{homeNet}.0/24",
            "--http-port", s_port.ToString(CultureInfo.InvariantCulture), "--phone-port", s_phonePort.ToString(CultureInfo.InvariantCulture), "--phone-domain", "local",
        ];
        string[] dns = mode == "toy" && wifi == "free" ? [] : ["--dns-port", "0"];
        string[] ports = mode == "toy" ? dns : [.. dns, "--tls-port", "0", "--plain-port", "0", "--sntp-port", "0"];
        string[] toys = manifests is null ? [] : ["--manifests", manifests];
        string[] stations = station is null ? [] : ["--dhcp-port", s_dhcpPort.ToString(CultureInfo.InvariantCulture), "--station", station];
        return new BenchDevice(air, [.. args, .. ports, .. toys, .. stations], $"127.0.{homeNet}.");
    }

    /// <summary>The phones join the device's own Wi-Fi.</summary>
    public void PhonesOnItsOwn()
    {
        _air.Lead(port => port == s_port ? new AirWay(new IPEndPoint(IPAddress.Loopback, s_port), IPAddress.Parse("127.0.0.9")) : null);
    }

    /// <summary>The phones are in the home's Wi-Fi.</summary>
    public void PhonesAtHome()
    {
        _air.Lead(port => port == s_port ? new AirWay(new IPEndPoint(IPAddress.Parse(_home + "1"), s_port), IPAddress.Parse(_home + "9"))
            : port == s_phonePort ? new AirWay(new IPEndPoint(IPAddress.Loopback, s_phonePort), IPAddress.Loopback)
            : null);
    }

    /// <summary>Presses its button.</summary>
    public void Press()
    {
        Board.Do("press");
    }

    /// <summary>Presses its button, and gives the code that its display then shows.</summary>
    public string PressForCode()
    {
        string before = CodeOf(Board.State());
        Press();
        return CodeOf(Board.Until(state => CodeOf(state).Length > 0 && CodeOf(state) != before));
    }

    /// <summary>The same as the link beside it, as a camera reads it.</summary>
    public string PressForLink()
    {
        string code = PressForCode();
        string link = Board.State().GetProperty("links").GetProperty("home").GetString()!;
        StringAssert.EndsWith(link, "#c=" + code);
        return link;
    }

    /// <summary>Gives its toy a limit for each day, which no page of ours has yet.</summary>
    public void Limit(int minutes)
    {
        Set($"minutes story-bear {minutes}");
    }

    /// <summary>Types a guardian's change, and waits until it is in force.</summary>
    public void Set(string change)
    {
        int before = Saved();
        _run.Type(change);

        for (Stopwatch watch = Stopwatch.StartNew(); Saved() == before; Thread.Sleep(20))
        {
            Assert.IsLessThan(20000, watch.ElapsedMilliseconds, change);
        }
    }

    private int Saved()
    {
        return _run.Lines.Count(line => line.StartsWith("saved ", StringComparison.Ordinal));
    }

    /// <summary>A toy behind it, by the name of its manifest, asks for a name: true when it gets an address.</summary>
    public bool IsOpen(string toy, string host)
    {
        string line = _run.Line(line => line.StartsWith("toy ", StringComparison.Ordinal) && line.Contains(" " + toy + " ", StringComparison.Ordinal));
        string address = line.Split(' ').Single(word => word.StartsWith("address=", StringComparison.Ordinal))["address=".Length..];
        return Toy.IsOpen(_run.DnsPort, IPAddress.Parse(address), host);
    }

    /// <summary>The same of whoever has an address on its own Wi-Fi.</summary>
    public bool IsOpen(IPAddress address, string host)
    {
        return Toy.IsOpen(_run.DnsPort, address, host);
    }

    /// <summary>The stranger asks for an address, and takes the first that there is to have.</summary>
    /// <param name="last">The last byte of its network address, 02:00:5e:00:53:xx.</param>
    /// <param name="name">What it calls itself.</param>
    /// <param name="link">Where it says that its maker's description is.</param>
    public static IPAddress Lease(int last, string name, string link)
    {
        using UdpClient client = new();
        byte[] said = Encoding.UTF8.GetBytes(name);
        client.Send(DhcpBuilder.Of(1, last).End(), new IPEndPoint(IPAddress.Loopback, s_dhcpPort));
        client.Send(
            DhcpBuilder.Of(3, last).Option(54, 127, 0, 0, 1).Option(50, 127, 0, 0, 2).Option(12, said).Option(161, Encoding.UTF8.GetBytes(link)).End(),
            new IPEndPoint(IPAddress.Loopback, s_dhcpPort));
        return new IPAddress([127, 0, 0, 2]);
    }

    /// <summary>A line to its page at home for another program than a browser.</summary>
    public PhoneWire Wire()
    {
        return new PhoneWire(new IPEndPoint(IPAddress.Loopback, s_phonePort), $"{Label}.local:{s_phonePort}");
    }

    public void Dispose()
    {
        Board.Dispose();
        _run.Dispose();
    }

    private static string CodeOf(JsonElement state)
    {
        return state.GetProperty("display").GetProperty("code").GetString()!;
    }
}
