using System;
using System.IO;
using System.Linq;

namespace ToyGuard.Emulator.Tests.Network;

/// <summary>
/// Goal: a toy that knows nothing of us gets an address from the hub, reaches the allowed server through the relay, and nothing else; the home's side is not served.
/// Method: network namespaces with real DHCP clients, dig, curl and ping against the built program; tcpdump on the cable to the home. What must not be reached is there, and answers whoever is nearer.
/// </summary>
[TestClass]
public class DhcpHomeTests
{
    private const string With = "mask=255.255.255.0 router=192.168.4.1 dns=192.168.4.1 time=192.168.4.1 seconds=43200 server=192.168.4.1";
    private const string First = "192.168.4.2";
    private const string Second = "192.168.4.3";

    // A client's request of version 4 (RFC 5905).
    private const string SntpQuestion = "printf '\\x23'; head -c 47 /dev/zero";

    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-04")]
    [Req("EGR-11")]
    public void Toy_WithAnAddressOfTheHub_ReachesTheAllowedServerAndNothingElse()
    {
        using DhcpHome home = new();
        Namespaces spaces = home.Spaces;
        Assert.AreEqual(Lease("BOUND", First), home.Dhclient());

        // The one way out, as any toy goes it: by the name, over the resolver that came with the address, and with the maker's own certificate.
        Assert.Contains("s_server", spaces.Must(spaces.Toy, Curl(home, $"https://{DhcpHome.Story}/")));
        Assert.AreEqual(Namespaces.HubAddress, Dig(spaces, Namespaces.HubAddress, DhcpHome.Story));
        spaces.Must(spaces.Toy, "ping", "-c", "1", "-W", "2", Namespaces.HubAddress);
        Assert.AreEqual("48", Sntp(spaces, spaces.Toy, Namespaces.HubAddress));

        // No name that is not on the list, and nobody else to ask for one.
        Assert.AreEqual("", Dig(spaces, Namespaces.HubAddress, "other.example"));
        Refused(spaces, Curl(home, "https://other.example/"));
        Refused(spaces, "dig", "+time=1", "+tries=1", "@" + Namespaces.Router, DhcpHome.Story);
        Refused(spaces, "dig", "+tcp", "+time=1", "+tries=1", "@" + Namespaces.Router, DhcpHome.Story);
        Refused(spaces, "dig", "+time=1", "+tries=1", "@" + Namespaces.Server, DhcpHome.Story);

        // No other protocol, port or address.
        Refused(spaces, "ping", "-c", "1", "-W", "1", Namespaces.Server);
        Refused(spaces, "ping", "-c", "1", "-W", "1", Namespaces.Router);
        Refused(spaces, "dig", "+time=1", "+tries=1", "-p", $"{DhcpHome.OtherUdpPort}", "@" + Namespaces.Router, DhcpHome.Story);
        Refused(spaces, Curl(home, $"https://{DhcpHome.Story}/", "--resolve", $"{DhcpHome.Story}:443:{Namespaces.Server}"));
        Refused(spaces, Curl(home, $"https://{DhcpHome.Story}:{DhcpHome.OtherTcpPort}/", "--resolve", $"{DhcpHome.Story}:{DhcpHome.OtherTcpPort}:{Namespaces.Server}"));
        Refused(spaces, Curl(home, $"https://{DhcpHome.Story}:{DhcpHome.OtherTcpPort}/"));
        Refused(spaces, Curl(home, $"https://{Namespaces.Server}/", "-k"));
        Refused(spaces, Curl(home, $"https://{Namespaces.HubAddress}/", "-k"));
        Refused(spaces, Curl(home, "https://other.example/", "--resolve", $"other.example:443:{Namespaces.HubAddress}"));
        Refused(spaces, Curl(home, $"http://{DhcpHome.Story}/", "--fail"));

        // All of that is there: the router itself reaches it.
        Assert.AreEqual(Namespaces.Server, spaces.Must(spaces.Home, "dig", "+short", "+tcp", "@" + Namespaces.Router, "other.example").Trim());
        Assert.AreEqual(Namespaces.Server, spaces.Must(spaces.Home, "dig", "+short", "-p", $"{DhcpHome.OtherUdpPort}", "@" + Namespaces.Router, DhcpHome.Story).Trim());
        spaces.Must(spaces.Home, Curl(home, $"https://{DhcpHome.Story}:{DhcpHome.OtherTcpPort}/", "--resolve", $"{DhcpHome.Story}:{DhcpHome.OtherTcpPort}:{Namespaces.Server}"));
        spaces.Must(spaces.Home, Curl(home, $"https://{Namespaces.Server}/", "-k"));

        // What left are the hub's own questions and its own connections.
        string[] heard = Packets(home);
        string[] others = [.. heard.Where(line => !line.StartsWith($"IP {Namespaces.HubAtHome}.", StringComparison.Ordinal)
            || !(line.Contains($"> {Namespaces.Router}.53:", StringComparison.Ordinal) || line.Contains($"> {Namespaces.Server}.443:", StringComparison.Ordinal)))];
        Assert.AreEqual("", string.Join('\n', others));
        Assert.IsTrue(heard.Any(line => line.Contains($"> {Namespaces.Server}.443:", StringComparison.Ordinal)), "the ear hears");
        Assert.IsTrue(heard.Any(line => line.Contains(DhcpHome.Story, StringComparison.Ordinal)), "the ear reads");
        Assert.IsFalse(heard.Any(line => line.Contains("other.example", StringComparison.Ordinal)));
    }

    [TestMethod]
    [Req("EGR-11")]
    public void Lease_RenewedAskedForAgainAndAfterAPulledPlug_IsTheSame()
    {
        using DhcpHome home = new();
        Namespaces spaces = home.Spaces;

        // Two stations in this order; then the hub loses its power, and they come back in the other.
        Assert.AreEqual(Lease("BOUND", First), home.Dhclient());
        spaces.BecomeHardware(Namespaces.LampHardware);
        Assert.AreEqual(Lease("bound", Second) + "\n" + Lease("renew", Second), home.UdhcpcThatRenews());
        home.RestartHub();
        Assert.AreEqual(Lease("bound", Second), home.Udhcpc());
        spaces.BecomeHardware(Namespaces.ToyHardware);
        Assert.AreEqual(Lease("REBOOT", First), home.Dhclient());
        Assert.Contains("s_server", spaces.Must(spaces.Toy, Curl(home, $"https://{DhcpHome.Story}/")));
    }

    // A network address is no secret. Whoever borrows one is that toy, and no more than that.
    [TestMethod]
    [Req("EGR-01")]
    public void Hardware_BorrowedOrStrange_GainsNoMoreThanItsOwner()
    {
        using DhcpHome home = new();
        Namespaces spaces = home.Spaces;
        Assert.AreEqual(Lease("bound", First), home.Udhcpc());
        AssertReaches(home, DhcpHome.Story, DhcpHome.Music);

        spaces.BecomeHardware(Namespaces.LampHardware);
        Assert.AreEqual(Lease("bound", Second), home.Udhcpc());
        AssertReaches(home, DhcpHome.Music, DhcpHome.Story);

        // The other's address, set by hand, with the own network address.
        spaces.Must(null, "ip", "-n", spaces.Toy, "addr", "flush", "dev", "eth0");
        spaces.Must(null, "ip", "-n", spaces.Toy, "addr", "add", First + "/24", "dev", "eth0");
        AssertReaches(home, DhcpHome.Story, DhcpHome.Music);

        // Nobody's: not on the radio's list, so it gets no address; with one that it made up, it reaches nothing.
        spaces.BecomeHardware(Namespaces.StrangerHardware);
        Assert.AreNotEqual(0, spaces.Run(spaces.Toy, "udhcpc", "-i", "eth0", "-f", "-q", "-n", "-t", "2", "-T", "1", "-s", "/bin/true").ExitCode);
        spaces.Must(null, "ip", "-n", spaces.Toy, "addr", "flush", "dev", "eth0");
        spaces.Must(null, "ip", "-n", spaces.Toy, "addr", "add", "192.168.4.77/24", "dev", "eth0");
        Refused(spaces, Curl(home, $"https://{DhcpHome.Story}/", "--resolve", $"{DhcpHome.Story}:443:{Namespaces.HubAddress}"));
        Refused(spaces, Curl(home, $"https://{DhcpHome.Music}/", "--resolve", $"{DhcpHome.Music}:443:{Namespaces.HubAddress}"));
    }

    [TestMethod]
    [Req("ATT-01")]
    [Req("EGR-11")]
    public void Home_AskingTheHub_GetsThePageAndNothingElse()
    {
        using DhcpHome home = new();
        Namespaces spaces = home.Spaces;
        Assert.AreEqual(Lease("bound", First), home.Udhcpc());

        // Somebody at home whom the radio lists too, so that only the side makes the difference.
        Assert.AreNotEqual(0, spaces.Run(spaces.Home, "udhcpc", "-i", "eth0", "-f", "-q", "-n", "-t", "2", "-T", "1", "-s", "/bin/true").ExitCode);
        spaces.Must(null, "ip", "-n", spaces.Home, "link", "set", "eth0", "address", Namespaces.ToyHardware);
        Assert.AreNotEqual(0, spaces.Run(spaces.Home, "udhcpc", "-i", "eth0", "-f", "-q", "-n", "-t", "2", "-T", "1", "-s", "/bin/true").ExitCode, "with the toy's network address");
        spaces.Must(null, "ip", "-n", spaces.Home, "link", "set", "eth0", "address", Namespaces.HomeHardware);

        foreach (string hub in new[] { Namespaces.HubAtHome, Namespaces.HubAddress })
        {
            Assert.AreNotEqual(0, spaces.Run(spaces.Home, "dig", "+time=1", "+tries=1", "@" + hub, DhcpHome.Story).ExitCode, hub);
            Assert.AreNotEqual(0, spaces.Run(spaces.Home, Curl(home, $"https://{DhcpHome.Story}/", "--resolve", $"{DhcpHome.Story}:443:{hub}")).ExitCode, hub);
            Assert.AreNotEqual(0, spaces.Run(spaces.Home, Curl(home, $"http://{DhcpHome.Story}/", "--resolve", $"{DhcpHome.Story}:80:{hub}")).ExitCode, hub);
            Assert.AreEqual("0", Sntp(spaces, spaces.Home, hub), hub);
            Assert.AreNotEqual(0, spaces.Run(spaces.Home, "dig", "+time=1", "+tries=1", "-p", "67", "@" + hub, DhcpHome.Story).ExitCode, hub);
        }

        spaces.Must(spaces.Home, Curl(home, $"http://{Namespaces.HubAtHome}:8081/"));

        // From the hub came the page and nothing else: no name, no time, no lease.
        string[] udp = [.. Packets(home).Where(line => line.Contains("UDP", StringComparison.Ordinal) || line.Contains(".53 >", StringComparison.Ordinal) || line.Contains(".67 >", StringComparison.Ordinal))];
        Assert.AreEqual("", string.Join('\n', udp));

        // And the toy has what it had, which the next one does not get.
        Assert.AreEqual(Lease("bound", First), home.Udhcpc());
        spaces.BecomeHardware(Namespaces.LampHardware);
        Assert.AreEqual(Lease("bound", Second), home.Udhcpc());
    }

    private static void AssertReaches(DhcpHome home, string open, string closed)
    {
        Assert.Contains("s_server", home.Spaces.Must(home.Spaces.Toy, Curl(home, $"https://{open}/", "--resolve", $"{open}:443:{Namespaces.HubAddress}")));

        foreach (string host in new[] { closed, "other.example" })
        {
            Assert.AreEqual("", Dig(home.Spaces, Namespaces.HubAddress, host));
            Refused(home.Spaces, Curl(home, $"https://{host}/", "--resolve", $"{host}:443:{Namespaces.HubAddress}"));
        }
    }

    private static string Lease(string how, string address)
    {
        return $"{how} ip={address} {With}";
    }

    private static string[] Packets(DhcpHome home)
    {
        // The ear writes a line at a time; what was sent last is there within a moment.
        System.Threading.Thread.Sleep(300);
        return [.. File.ReadAllLines(home.Heard).Where(line => line.StartsWith("IP ", StringComparison.Ordinal))];
    }

    private static string Dig(Namespaces spaces, string server, string name)
    {
        return spaces.Must(spaces.Toy, "dig", "+short", "+time=2", "+tries=2", "@" + server, name, "A").Trim();
    }

    // How many bytes of an answer come.
    private static string Sntp(Namespaces spaces, string space, string server)
    {
        return spaces.Run(space, "bash", "-c", $"exec 3<>/dev/udp/{server}/123; ({SntpQuestion}) | dd bs=48 iflag=fullblock >&3 2>/dev/null; timeout 1 head -c 48 <&3 2>/dev/null | wc -c").Output.Trim();
    }

    private static string[] Curl(DhcpHome home, string url, params string[] more)
    {
        return ["curl", "-sS", "--cacert", home.Certificate, "--max-time", "5", "--connect-timeout", "1", "--noproxy", "*", .. more, url];
    }

    private static void Refused(Namespaces spaces, params string[] command)
    {
        (int exitCode, string output) = spaces.Run(spaces.Toy, command);
        Assert.AreNotEqual(0, exitCode, string.Join(' ', command) + ": " + output);
    }
}
