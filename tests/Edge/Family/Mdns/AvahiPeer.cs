using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;

using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Mdns;

/// <summary>A real avahi-daemon on a link of its own: a network namespace at the other end of a virtual cable, with a message bus for it alone.</summary>
/// <remarks>Needs root. The daemon's own run folder is hidden from it, so that it does not meet the machine's own daemon.</remarks>
internal sealed class AvahiPeer : IDisposable
{
    private const int WaitMs = 20_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("toyguard-avahi-").FullName;
    private readonly string _space = string.Create(CultureInfo.InvariantCulture, $"tgmdns{Environment.ProcessId}");
    private readonly string _cable = string.Create(CultureInfo.InvariantCulture, $"tgm{Environment.ProcessId}");
    private readonly int _net = Environment.ProcessId % 63 * 4;
    private Process? _bus;
    private Process? _daemon;

    /// <summary>Lays the cable. Without root, or without the programs, the test that wants it is inconclusive; in CI it fails.</summary>
    public AvahiPeer()
    {
        foreach (string program in new[] { "ip", "dbus-daemon", "avahi-daemon", "avahi-resolve" })
        {
            Peer.Path(program);
        }

        try
        {
            Ip("netns", "add", _space);
            Ip("link", "add", _cable + "a", "type", "veth", "peer", "name", _cable + "b");
            Ip("link", "set", _cable + "b", "netns", _space);
            Ip("addr", "add", Text(Address) + "/30", "dev", _cable + "a");
            Ip("link", "set", _cable + "a", "up");
            Ip("-n", _space, "addr", "add", Text(PeerAddress) + "/30", "dev", _cable + "b");
            Ip("-n", _space, "link", "set", _cable + "b", "up");
            Ip("-n", _space, "link", "set", "lo", "up");
        }
        catch (InvalidOperationException e)
        {
            Dispose();

            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                throw;
            }

            Assert.Inconclusive(e.Message);
        }
    }

    /// <summary>Our end of the cable, 4 bytes.</summary>
    public byte[] Address
    {
        get { return new byte[] { 198, 51, 100, (byte)(_net + 1) }; }
    }

    /// <summary>The daemon's end.</summary>
    public byte[] PeerAddress
    {
        get { return new byte[] { 198, 51, 100, (byte)(_net + 2) }; }
    }

    /// <summary>Both ends.</summary>
    public string Link
    {
        get { return string.Create(CultureInfo.InvariantCulture, $"198.51.100.{_net}/30"); }
    }

    /// <summary>Starts the daemon under a name of its own and waits until it answers to one.</summary>
    public void Start(string hostName)
    {
        File.WriteAllText(
            Path.Combine(_folder, "bus.conf"),
            "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
            + "<busconfig><type>system</type><listen>unix:path=" + _folder + "/bus</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow user=\"*\"/><allow own=\"*\"/>"
            + "<allow send_type=\"*\"/><allow receive_type=\"*\"/></policy></busconfig>");
        File.WriteAllText(
            Path.Combine(_folder, "avahi.conf"),
            "[server]\nhost-name=" + hostName + "\nuse-ipv4=yes\nuse-ipv6=no\nallow-interfaces=" + _cable + "b\n[wide-area]\nenable-wide-area=no\n[publish]\npublish-hinfo=no\npublish-workstation=no\n");

        _bus = Run("dbus-daemon", "--config-file=" + _folder + "/bus.conf", "--nofork", "--nopidfile");
        Until(() => File.Exists(_folder + "/bus"), "no message bus");
        _daemon = Run(
            "ip", "netns", "exec", _space, "sh", "-c",
            "mkdir -p /run/avahi-daemon && mount -t tmpfs tmpfs /run/avahi-daemon && exec avahi-daemon -f " + _folder + "/avahi.conf --no-drop-root --no-chroot --no-rlimits --no-proc-title");
    }

    /// <summary>What avahi-resolve says to a name or, with a leading -a, to an address, on the daemon's side; empty when it finds nothing.</summary>
    public string Resolve(params string[] what)
    {
        using Process process = Run("ip", ["netns", "exec", _space, "timeout", "10", "avahi-resolve", "-4", .. what]);
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit(WaitMs);

        return said.Trim();
    }

    /// <summary>Asks again until the answer is there.</summary>
    public string ResolveUntilFound(params string[] what)
    {
        string said = "";
        Until(() => (said = Resolve(what)).Length > 0, "not found: " + string.Join(' ', what));

        return said;
    }

    public void Dispose()
    {
        End(_daemon);
        End(_bus);
        Run("ip", "link", "del", _cable + "a").WaitForExit(WaitMs);
        Run("ip", "netns", "del", _space).WaitForExit(WaitMs);
        Directory.Delete(_folder, true);
    }

    internal static string Text(byte[] address)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{address[0]}.{address[1]}.{address[2]}.{address[3]}");
    }

    private static void Until(Func<bool> isDone, string fault)
    {
        for (long endMs = Environment.TickCount64 + WaitMs; !isDone();)
        {
            Assert.IsLessThan(endMs, Environment.TickCount64, fault);
            Thread.Sleep(50);
        }
    }

    private void Ip(params string[] arguments)
    {
        using Process ip = Run("ip", arguments);
        string said = ip.StandardError.ReadToEnd();
        ip.WaitForExit(WaitMs);

        if (ip.ExitCode != 0)
        {
            throw new InvalidOperationException("ip " + string.Join(' ', arguments) + ": " + said);
        }
    }

    private Process Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=" + _folder + "/bus";
        return Process.Start(start)!;
    }

    private static void End(Process? process)
    {
        if (process is not null)
        {
            process.Kill(true);
            process.WaitForExit(WaitMs);
            process.Dispose();
        }
    }
}
