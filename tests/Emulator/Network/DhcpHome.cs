using System;
using System.IO;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Network;

/// <summary>The built program as a hub between a toy and a home, with a resolver, a TLS server and an ear on the home's cable.</summary>
internal sealed class DhcpHome : IDisposable
{
    // What both clients run when they have a lease: it sets the address and writes down what came with it.
    private const string UdhcpcScript = """
        #!/bin/sh
        [ "$1" = bound ] || exit 0
        ip addr flush dev $interface
        ip addr add $ip/$mask dev $interface
        ip route replace default via $router
        echo "ip=$ip mask=$subnet router=$router dns=$dns time=$ntpsrv seconds=$lease server=$serverid" >> FILE
        """;

    private const string DhclientScript = """
        #!/bin/sh
        case $reason in BOUND|RENEW|REBIND|REBOOT) ;; *) exit 0 ;; esac
        echo "ip=$new_ip_address mask=$new_subnet_mask router=$new_routers dns=$new_domain_name_servers time=$new_ntp_servers seconds=$new_dhcp_lease_time server=$new_dhcp_server_identifier" >> FILE
        """;

    /// <summary>Starts everything; when it returns, the hub is ready.</summary>
    public DhcpHome()
    {
        foreach (string peer in new[] { "ip", "udhcpc", "dhclient", "dnsmasq", "openssl", "tcpdump", "dig", "curl", "ping" })
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

    /// <summary>What the hub printed.</summary>
    public string HubLines { get; private set; } = "";

    /// <summary>What passed on the home's cable.</summary>
    public string Heard { get; private set; } = "";

    /// <summary>Gets an address for the toy by udhcpc and sets it; what came with it.</summary>
    public string Udhcpc()
    {
        string leased = Script("udhcpc.sh", UdhcpcScript);
        Spaces.Must(Spaces.Toy, "udhcpc", "-i", "eth0", "-f", "-q", "-n", "-t", "10", "-T", "1", "-O", "ntpsrv", "-s", In("udhcpc.sh"));
        return File.ReadAllText(leased).Trim();
    }

    /// <summary>Gets an address by dhclient; what came with it.</summary>
    public string Dhclient()
    {
        string leased = Script("dhclient.sh", DhclientScript);
        Spaces.Keep(Spaces.Toy, "dhclient.txt", $"dhclient -4 -1 -d -sf {In("dhclient.sh")} -lf {In("dhclient.leases")} -pf {In("dhclient.pid")} eth0");
        string said = Namespaces.Await(leased, "server=").Trim();
        Spaces.EndLast();
        return said;
    }

    public void Dispose()
    {
        Spaces.Dispose();
    }

    private void Begin()
    {
        Spaces.Must(null, "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=stories.toys.example", "-days", "2", "-keyout", In("key.pem"), "-out", In("cert.pem"));
        Spaces.Keep(Spaces.Home, "dnsmasq.txt", $"dnsmasq -k --conf-file=/dev/null --no-resolv --no-hosts --user=root --pid-file= --bind-interfaces --listen-address={Namespaces.Router} --address=/stories.toys.example/{Namespaces.Server}");
        Spaces.Keep(Spaces.Home, "server.txt", $"openssl s_server -accept {Namespaces.Server}:443 -cert {In("cert.pem")} -key {In("key.pem")} -www");
        Heard = Spaces.Keep(Spaces.Home, "heard.txt", "tcpdump -i eth0 -n -l -t -Q in ip");
        Namespaces.Await(Heard, "listening on");

        string[] hub =
        [
            "--paired", "--headless", "--manifests", Path.Combine(AppContext.BaseDirectory, "Samples"), "--resolver", Namespaces.Router,
            "--bind", Namespaces.HubAddress, "--toy-side", "192.168.4.0/24", "--home-side", "198.51.100.0/24",
            "--dns-port", "53", "--tls-port", "443", "--plain-port", "80", "--sntp-port", "123", "--dhcp-port", "67",
            "--station", Namespaces.ToyHardware + "=story-bear", "--station", Namespaces.HomeHardware, "--phone-port", "none", "--board-port", "none",
        ];

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
        File.WriteAllText(In(name), text.Replace("FILE", leased, StringComparison.Ordinal) + "\n");
        Spaces.Must(null, "chmod", "+x", In(name));
        return leased;
    }
}
