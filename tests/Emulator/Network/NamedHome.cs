using System;
using System.IO;
using System.Linq;
using System.Text.Json;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Network;

/// <summary>The built program in a home, and there a computer that knows names by its avahi-daemon and the name service switch alone, as a stock desktop does.</summary>
internal sealed class NamedHome : IDisposable
{
    private const string SwitchLibrary = "libnss_mdns4_minimal.so.2";

    private readonly string _daemon;

    /// <summary>Starts both; when it returns, the program is ready. Without a peer the test that wants it is inconclusive; in CI it fails.</summary>
    public NamedHome(params string[] more)
    {
        foreach (string peer in new[] { "ip", "nsenter", "avahi-daemon", "getent", "chromium" })
        {
            _ = Peer.Path(peer);
        }

        if (!new[] { "/lib", "/usr/lib" }.Where(Directory.Exists).SelectMany(Directory.GetDirectories).Any(folder => File.Exists(Path.Combine(folder, SwitchLibrary))))
        {
            Assert.AreNotEqual("true", Environment.GetEnvironmentVariable("CI"), "libnss-mdns is not installed");
            Assert.Inconclusive("libnss-mdns is not installed");
        }

        Spaces = new Namespaces();

        try
        {
            Label = StartHub(more);
            _daemon = StartDaemon();
        }
        catch (Exception)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The namespaces.</summary>
    public Namespaces Spaces { get; }

    /// <summary>The device's lasting name, without what it ends with.</summary>
    public string Label { get; }

    /// <summary>What the computer's system says to a name; empty when it knows none. Asked again for a while: for its first second no name is the device's.</summary>
    public string Lookup(string name, bool isThere)
    {
        string said = "";

        for (int i = 0; i < (isThere ? 20 : 1) && said.Length == 0; i++)
        {
            said = Spaces.Run(null, ["nsenter", "-t", _daemon, "-m", "-n", "getent", "ahostsv4", name]).Output.Split(' ')[0].Trim();
        }

        return said;
    }

    /// <summary>What a browser on that computer shows for an address: the document as its scripts left it.</summary>
    public string Browse(string url)
    {
        return Spaces.Run(
            null,
            [
                "nsenter", "-t", _daemon, "-m", "-n", "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--user-data-dir=" + Path.Combine(Spaces.Folder, "browser"), "--virtual-time-budget=10000", "--timeout=30000", "--dump-dom", url,
            ]).Output;
    }

    public void Dispose()
    {
        Spaces.Dispose();
    }

    private string StartHub(string[] more)
    {
        string data = Path.Combine(Spaces.Folder, "data");
        string hub = Spaces.Keep(
            Spaces.Hub, "hub.txt", $"dotnet {EmulatorRun.ProgramFile} --headless --air free --http-port 80 --phone-port none --board-port none --data {data} {string.Join(' ', more)}");
        Namespaces.Await(hub, "ready");
        using JsonDocument factory = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "factory.json")));
        return factory.RootElement.GetProperty("label").GetString()!;
    }

    // Its socket has a fixed place, so it has a folder of its own there; who asks it enters its namespaces.
    private string StartDaemon()
    {
        string settings = Path.Combine(Spaces.Folder, "avahi.conf");
        File.WriteAllText(
            settings,
            "[server]\nhost-name=desk\nuse-ipv4=yes\nuse-ipv6=no\nallow-interfaces=eth0\nenable-dbus=no\n[wide-area]\nenable-wide-area=no\n[publish]\npublish-hinfo=no\npublish-workstation=no\n");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Spaces.HomeSwitch)!, "resolv.conf"), "");
        File.WriteAllText(Spaces.HomeSwitch, "hosts: files mdns4_minimal [NOTFOUND=return] dns\n");
        string said = Spaces.Keep(
            Spaces.Home, "avahi.txt",
            $"sh -c 'mkdir -p /run/avahi-daemon && mount -t tmpfs tmpfs /run/avahi-daemon && exec avahi-daemon -f {settings} --no-drop-root --no-chroot --no-rlimits --no-proc-title'");
        Namespaces.Await(said, "Server startup complete");
        return Spaces.LastId;
    }
}
