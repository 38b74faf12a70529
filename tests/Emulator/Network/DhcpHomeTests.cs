using System;
using System.IO;
using System.Linq;

namespace ToyGuard.Emulator.Tests.Network;

/// <summary>
/// Goal: a toy that knows nothing of us gets an address from the hub, reaches the allowed server through the relay, and nothing else; the home's side is not served.
/// Method: network namespaces with real DHCP clients, dig, curl and ping against the built program; tcpdump on the cable to the home.
/// </summary>
[TestClass]
public class DhcpHomeTests
{
    private const string Lease = "ip=192.168.4.2 mask=255.255.255.0 router=192.168.4.1 dns=192.168.4.1 time=192.168.4.1 seconds=43200 server=192.168.4.1";
    private const string Story = "stories.toys.example";

    [TestMethod]
    [Req("EGR-04")]
    [Req("EGR-11")]
    public void Toy_WithAnAddressOfTheHub_ReachesTheAllowedServerAndNothingElse()
    {
        using DhcpHome home = new();
        Namespaces spaces = home.Spaces;

        Assert.AreEqual(Lease, home.Dhclient(), "dhclient");
        Assert.AreEqual(Lease, home.Udhcpc(), "udhcpc");

        // The one way out.
        Assert.AreEqual(Namespaces.HubAddress, Dig(spaces, spaces.Toy, Namespaces.HubAddress, Story));
        string page = spaces.Must(spaces.Toy, Curl($"https://{Story}/", "--resolve", $"{Story}:443:{Namespaces.HubAddress}"));
        Assert.Contains("s_server", page);
        spaces.Must(spaces.Toy, "ping", "-c", "1", "-W", "2", Namespaces.HubAddress);

        // And no other: neither names that are not on the list, nor other resolvers, ports, addresses and protocols.
        Assert.AreEqual("", Dig(spaces, spaces.Toy, Namespaces.HubAddress, "other.example"));
        Refused(spaces, "dig", "+time=1", "+tries=1", "@" + Namespaces.Router, Story);
        Refused(spaces, "dig", "+time=1", "+tries=1", "@" + Namespaces.Server, Story);
        Refused(spaces, "ping", "-c", "1", "-W", "1", Namespaces.Server);
        Refused(spaces, "ping", "-c", "1", "-W", "1", Namespaces.Router);
        Refused(spaces, Curl($"https://{Story}/", "--resolve", $"{Story}:443:{Namespaces.Server}"));
        Refused(spaces, Curl($"https://{Namespaces.Server}/"));
        Refused(spaces, Curl($"https://{Namespaces.HubAddress}/"));
        Refused(spaces, Curl("https://other.example/", "--resolve", $"other.example:443:{Namespaces.HubAddress}"));
        Refused(spaces, Curl($"https://{Story}:8443/", "--resolve", $"{Story}:8443:{Namespaces.HubAddress}"));
        Refused(spaces, Curl($"http://{Story}/", "--fail", "--resolve", $"{Story}:80:{Namespaces.HubAddress}"));

        // What left are the hub's own question and its own connection.
        string[] heard = Packets(home);
        string[] others = [.. heard.Where(line => !line.StartsWith($"IP {Namespaces.HubAtHome}.", StringComparison.Ordinal)
            || !(line.Contains($"> {Namespaces.Router}.53:", StringComparison.Ordinal) || line.Contains($"> {Namespaces.Server}.443:", StringComparison.Ordinal)))];
        Assert.AreEqual("", string.Join('\n', others));
        Assert.IsTrue(heard.Any(line => line.Contains($"> {Namespaces.Server}.443:", StringComparison.Ordinal)), "the ear hears");
        Assert.IsFalse(heard.Any(line => line.Contains("other.example", StringComparison.Ordinal)));
    }

    [TestMethod]
    [Req("ATT-01")]
    [Req("EGR-11")]
    public void Home_AskingTheHub_GetsThePageAndNothingElse()
    {
        using DhcpHome home = new();
        Namespaces spaces = home.Spaces;
        Assert.AreEqual(Lease, home.Udhcpc());

        // Somebody at home whom the radio lists too, so that only the side makes the difference.
        Assert.AreNotEqual(0, spaces.Run(spaces.Home, "udhcpc", "-i", "eth0", "-f", "-q", "-n", "-t", "2", "-T", "1", "-s", "/bin/true").ExitCode);
        spaces.Must(null, "ip", "-n", spaces.Home, "link", "set", "eth0", "address", Namespaces.ToyHardware);
        Assert.AreNotEqual(0, spaces.Run(spaces.Home, "udhcpc", "-i", "eth0", "-f", "-q", "-n", "-t", "2", "-T", "1", "-s", "/bin/true").ExitCode, "with the toy's network address");
        spaces.Must(null, "ip", "-n", spaces.Home, "link", "set", "eth0", "address", Namespaces.HomeHardware);

        foreach (string hub in new[] { Namespaces.HubAtHome, Namespaces.HubAddress })
        {
            Assert.AreNotEqual(0, spaces.Run(spaces.Home, "dig", "+time=1", "+tries=1", "@" + hub, Story).ExitCode, hub);
            Assert.AreNotEqual(0, spaces.Run(spaces.Home, Curl($"https://{Story}/", "--resolve", $"{Story}:443:{hub}")).ExitCode, hub);
            Assert.AreNotEqual(0, spaces.Run(spaces.Home, Curl($"http://{Story}/", "--resolve", $"{Story}:80:{hub}")).ExitCode, hub);
            Assert.AreNotEqual(0, spaces.Run(spaces.Home, "dig", "+time=1", "+tries=1", "-p", "123", "@" + hub, Story).ExitCode, hub);
            Assert.AreNotEqual(0, spaces.Run(spaces.Home, "dig", "+time=1", "+tries=1", "-p", "67", "@" + hub, Story).ExitCode, hub);
        }

        spaces.Must(spaces.Home, Curl($"http://{Namespaces.HubAtHome}:8081/"));

        // From the hub came the page and nothing else: no name, no time, no lease.
        string[] udp = [.. Packets(home).Where(line => line.Contains("UDP", StringComparison.Ordinal) || line.Contains(".53 >", StringComparison.Ordinal) || line.Contains(".67 >", StringComparison.Ordinal))];
        Assert.AreEqual("", string.Join('\n', udp));

        // And the toy has what it had.
        Assert.AreEqual(Lease, home.Udhcpc().Split('\n')[^1]);
    }

    private static string[] Packets(DhcpHome home)
    {
        // The ear writes a line at a time; what was sent last is there within a moment.
        System.Threading.Thread.Sleep(300);
        return [.. File.ReadAllLines(home.Heard).Where(line => line.StartsWith("IP ", StringComparison.Ordinal))];
    }

    private static string Dig(Namespaces spaces, string space, string server, string name)
    {
        return spaces.Must(space, "dig", "+short", "+time=2", "+tries=2", "@" + server, name, "A").Trim();
    }

    private static string[] Curl(string url, params string[] more)
    {
        return ["curl", "-sS", "-k", "--max-time", "5", "--connect-timeout", "1", "--noproxy", "*", .. more, url];
    }

    private static void Refused(Namespaces spaces, params string[] command)
    {
        (int exitCode, string output) = spaces.Run(spaces.Toy, command);
        Assert.AreNotEqual(0, exitCode, string.Join(' ', command) + ": " + output);
    }
}
