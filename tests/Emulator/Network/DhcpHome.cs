using System;
using System.IO;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Network;

/// <summary>The built program as a hub between a toy and a home, with a resolver, a TLS server and an ear on the home's cable.</summary>
internal sealed class DhcpHome : IDisposable
{
    /// <summary>What both toys' makers run, beyond the home.</summary>
    public const string Story = "stories.toys.example";

    /// <summary>The other toy's place.</summary>
    public const string Music = "lullabies.lights.test";

    // What both clients run when they have a lease: it sets the address and whom to ask, and writes down what came.
    private const string UdhcpcScript = """
        #!/bin/sh
        case $1 in bound|renew) ;; *) exit 0 ;; esac
        [ "$1" = renew ] || ip addr flush dev $interface
        ip addr replace $ip/$mask dev $interface
        ip route replace default via $router
        echo "nameserver $dns" > RESOLVERS
        echo "$1 ip=$ip mask=$subnet router=$router dns=$dns time=$ntpsrv seconds=$lease server=$serverid" >> FILE
        """;

    private const string DhclientScript = """
        #!/bin/sh
        case $reason in BOUND|RENEW|REBIND|REBOOT) ;; *) exit 0 ;; esac
        ip addr flush dev $interface
        ip addr add $new_ip_address/$new_subnet_mask dev $interface
        ip route replace default via $new_routers
        echo "nameserver $new_domain_name_servers" > RESOLVERS
        echo "$reason ip=$new_ip_address mask=$new_subnet_mask router=$new_routers dns=$new_domain_name_servers time=$new_ntp_servers seconds=$new_dhcp_lease_time server=$new_dhcp_server_identifier" >> FILE
        """;

    /// <summary>Starts everything; when it returns, the hub is ready.</summary>
    public DhcpHome()
    {
        foreach (string peer in new[] { "ip", "udhcpc", "dhclient", "dnsmasq", "openssl", "tcpdump", "dig", "curl", "ping", "bash" })
        {
            _ = Peer.Path(peer);
        }

        Spaces = new Namespaces();

        try
        {
            Begin();
        }
        catch (Exception)
        {
            Spaces.Dispose();
            throw;
        }
    }

    /// <summary>The namespaces.</summary>
    public Namespaces Spaces { get; }

    /// <summary>A port of the router at which it answers names too.</summary>
    public const int OtherUdpPort = 5300;

    /// <summary>A port of the server at which it answers too.</summary>
    public const int OtherTcpPort = 8443;

    /// <summary>What the server shows; a toy of its maker trusts nothing else.</summary>
    public string Certificate
    {
        get { return In("cert.pem"); }
    }

    /// <summary>What the hub printed.</summary>
    public string HubLines { get; private set; } = "";

    /// <summary>What passed on the home's cable.</summary>
    public string Heard { get; private set; } = "";

    /// <summary>Gets an address by udhcpc, which knows of no earlier one; what came with it.</summary>
    public string Udhcpc()
    {
        string leased = Script("udhcpc.sh", UdhcpcScript);
        Spaces.Must(Spaces.Toy, "udhcpc", "-i", "eth0", "-f", "-q", "-n", "-t", "10", "-T", "1", "-O", "ntpsrv", "-s", In("udhcpc.sh"));
        return File.ReadAllText(leased).Trim();
    }

    /// <summary>The same, and then it stays and is told to renew at once; both lines.</summary>
    public string UdhcpcThatRenews()
    {
        string leased = Script("udhcpc.sh", UdhcpcScript);
        Spaces.Keep(Spaces.Toy, "udhcpc.txt", $"udhcpc -i eth0 -f -t 10 -T 1 -O ntpsrv -s {In("udhcpc.sh")}");
        Namespaces.Await(leased, "bound ");
        Spaces.SignalLast("USR1");
        string said = Namespaces.Await(leased, "renew ").Trim();
        Spaces.EndLast();
        return said;
    }

    /// <summary>Gets an address by dhclient, which remembers those that it had; what came with it.</summary>
    public string Dhclient()
    {
        string leased = Script("dhclient.sh", DhclientScript);
        Spaces.Keep(Spaces.Toy, "dhclient.txt", $"dhclient -4 -1 -d -sf {In("dhclient.sh")} -lf {In("dhclient.leases")} -pf {In("dhclient.pid")} eth0");
        string said = Namespaces.Await(leased, "server=").Trim();
        Spaces.EndLast();
        return said;
    }

    /// <summary>Pulls the hub's plug, and puts it in again: it has what it kept.</summary>
    public void RestartHub()
    {
        Spaces.EndLast();
        StartHub();
    }

    public void Dispose()
    {
        Spaces.Dispose();
    }

    private void Begin()
    {
        Spaces.Must(
            null, "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=toys", "-addext", $"subjectAltName=DNS:{Story},DNS:{Music}",
            "-days", "2", "-keyout", In("key.pem"), "-out", Certificate);
        Resolve("dnsmasq.txt", 53);
        Resolve("other-dnsmasq.txt", OtherUdpPort);
        Serve("server.txt", 443);
        Serve("other-server.txt", OtherTcpPort);
        Heard = Spaces.Keep(Spaces.Home, "heard.txt", "tcpdump -i eth0 -n -l -t -Q in ip");
        Namespaces.Await(Heard, "listening on");
        StartHub();
    }

    private void Resolve(string name, int port)
    {
        Spaces.Keep(
            Spaces.Home, name, $"dnsmasq -k --conf-file=/dev/null --no-resolv --no-hosts --user=root --pid-file= --bind-interfaces --listen-address={Namespaces.Router} --port={port} "
            + $"--address=/{Story}/{Namespaces.Server} --address=/{Music}/{Namespaces.Server} --address=/other.example/{Namespaces.Server}");
    }

    private void Serve(string name, int port)
    {
        Spaces.Keep(Spaces.Home, name, $"openssl s_server -accept {Namespaces.Server}:{port} -cert {Certificate} -key {In("key.pem")} -www");
    }

    private void StartHub()
    {
        string[] hub =
        [
            "--paired", "--headless", "--manifests", Path.Combine(AppContext.BaseDirectory, "Samples"), "--resolver", Namespaces.Router, "--data", In("data"),
            "--bind", Namespaces.HubAddress, "--toy-side", "192.168.4.0/24", "--home-side", "198.51.100.0/24",
            "--dns-port", "53", "--tls-port", "443", "--plain-port", "80", "--sntp-port", "123", "--dhcp-port", "67",
            "--station", Namespaces.ToyHardware + "=story-bear", "--station", Namespaces.LampHardware + "=twinkle-lamp", "--station", Namespaces.HomeHardware,
            "--phone-port", "none", "--board-port", "none",
        ];

        // What an earlier run printed is no sign of this one.
        File.Delete(In("hub.txt"));
        HubLines = Spaces.Keep(Spaces.Hub, "hub.txt", $"dotnet {EmulatorRun.ProgramFile} {string.Join(' ', hub)}");
        Namespaces.Await(HubLines, "ready");
    }

    private string In(string name)
    {
        return Path.Combine(Spaces.Folder, name);
    }

    private string Script(string name, string text)
    {
        string leased = In(name + ".txt");
        File.Delete(leased);
        File.WriteAllText(In(name), text.Replace("FILE", leased, StringComparison.Ordinal).Replace("RESOLVERS", Spaces.ToyResolvers, StringComparison.Ordinal) + "\n");
        Spaces.Must(null, "chmod", "+x", In(name));
        return leased;
    }
}
