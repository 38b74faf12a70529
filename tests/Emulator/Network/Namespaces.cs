using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace ToyGuard.Emulator.Tests.Network;

/// <summary>Three network namespaces, toy - hub - home, with a cable from each to the next, and programs that run in them. Nothing is left of them afterwards.</summary>
internal sealed class Namespaces : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<Process> _running = [];
    private readonly string _tag = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes them. Where that is not permitted the test is inconclusive, and with CI=true it fails.</summary>
    public Namespaces()
    {
        Folder = Directory.CreateTempSubdirectory("toyguard-net").FullName;

        if (Run(null, "ip", "netns", "add", Toy).ExitCode != 0)
        {
            Directory.Delete(Folder, true);
            Assert.AreNotEqual("true", Environment.GetEnvironmentVariable("CI"), "network namespaces are not permitted");
            Assert.Inconclusive("network namespaces are not permitted");
        }

        Must(null, "ip", "netns", "add", Hub);
        Must(null, "ip", "netns", "add", Home);
        Must(null, "ip", "-n", Hub, "link", "add", "own0", "type", "veth", "peer", "name", "eth0", "netns", Toy);
        Must(null, "ip", "-n", Hub, "link", "add", "home0", "type", "veth", "peer", "name", "eth0", "netns", Home);
        Must(null, "ip", "-n", Toy, "link", "set", "eth0", "address", ToyHardware);
        Must(null, "ip", "-n", Home, "link", "set", "eth0", "address", HomeHardware);
        Must(null, "ip", "-n", Hub, "addr", "add", HubAddress + "/24", "dev", "own0");
        Must(null, "ip", "-n", Hub, "addr", "add", HubAtHome + "/24", "dev", "home0");
        Must(null, "ip", "-n", Home, "addr", "add", Router + "/24", "dev", "eth0");
        Must(null, "ip", "-n", Home, "addr", "add", Server + "/32", "dev", "lo");

        foreach ((string space, string link) in new[] { (Toy, "lo"), (Toy, "eth0"), (Hub, "lo"), (Hub, "own0"), (Hub, "home0"), (Home, "lo"), (Home, "eth0") })
        {
            Must(null, "ip", "-n", space, "link", "set", link, "up");
        }

        Must(null, "ip", "-n", Hub, "route", "add", "default", "via", Router);

        // From home the hub's own network is one hop away, so that what does not answer there is not merely out of reach.
        Must(null, "ip", "-n", Home, "route", "add", "192.168.4.0/24", "via", HubAtHome);

        // A hub has no route for others, whatever this machine has.
        Must(Hub, "sh", "-c", "echo 0 > /proc/sys/net/ipv4/ip_forward");

        // Who runs there finds this in the place of the machine's own; the toy's DHCP client fills it.
        Directory.CreateDirectory(Path.GetDirectoryName(ToyResolvers)!);
        Directory.CreateDirectory(Path.GetDirectoryName(HomeSwitch)!);
        File.WriteAllText(ToyResolvers, "");
    }

    /// <summary>The hub's address on its own Wi-Fi.</summary>
    public const string HubAddress = "192.168.4.1";

    /// <summary>Its address in the home.</summary>
    public const string HubAtHome = "198.51.100.1";

    /// <summary>The home's router: resolver, and the way to the servers.</summary>
    public const string Router = "198.51.100.2";

    /// <summary>The allowed server, somewhere beyond.</summary>
    public const string Server = "203.0.113.10";

    /// <summary>The toy's network address.</summary>
    public const string ToyHardware = "02:00:5e:00:53:01";

    /// <summary>Another toy's.</summary>
    public const string LampHardware = "02:00:5e:00:53:03";

    /// <summary>A station that nobody has introduced.</summary>
    public const string StrangerHardware = "02:00:5e:00:53:04";

    /// <summary>The network address of somebody at home.</summary>
    public const string HomeHardware = "02:00:5e:00:53:02";

    /// <summary>Where the toy is.</summary>
    public string Toy
    {
        get { return "tgtoy" + _tag; }
    }

    /// <summary>Where the hub is.</summary>
    public string Hub
    {
        get { return "tghub" + _tag; }
    }

    /// <summary>Where the home's router and the servers are.</summary>
    public string Home
    {
        get { return "tghome" + _tag; }
    }

    /// <summary>The toy's own resolv.conf.</summary>
    public string ToyResolvers
    {
        get { return $"/etc/netns/{Toy}/resolv.conf"; }
    }

    /// <summary>Where programs at home look for how names are found; not there unless a test puts it there.</summary>
    public string HomeSwitch
    {
        get { return $"/etc/netns/{Home}/nsswitch.conf"; }
    }

    /// <summary>For files; goes with the namespaces.</summary>
    public string Folder { get; }

    /// <summary>Runs a program to its end; what it printed to both outputs.</summary>
    public (int ExitCode, string Output) Run(string? space, params string[] command)
    {
        using Process process = Start(space, command);
        System.Threading.Tasks.Task<string> output = process.StandardOutput.ReadToEndAsync();
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();

        if (!process.WaitForExit(Patience))
        {
            process.Kill(true);
            Assert.Fail("did not end: " + string.Join(' ', command));
        }

        return (process.ExitCode, output.Result + errors.Result);
    }

    /// <summary>The same; it has to end well.</summary>
    public string Must(string? space, params string[] command)
    {
        (int exitCode, string output) = Run(space, command);
        Assert.AreEqual(0, exitCode, string.Join(' ', command) + ": " + output);
        return output;
    }

    /// <summary>Lets a program run until the end; what it prints goes to a file in <see cref="Folder"/>.</summary>
    public string Keep(string space, string name, string command)
    {
        string file = Path.Combine(Folder, name);
        Process process = Start(space, ["sh", "-c", $"exec {command} > {file} 2>&1"]);
        _running.Add(process);
        return file;
    }

    /// <summary>Ends what <see cref="Keep"/> began last, without a warning.</summary>
    public void EndLast()
    {
        End(_running[^1]);
        _running.RemoveAt(_running.Count - 1);
    }

    /// <summary>The process number of what <see cref="Keep"/> began last.</summary>
    public string LastId
    {
        get { return _running[^1].Id.ToString(CultureInfo.InvariantCulture); }
    }

    /// <summary>Gives the toy another network address.</summary>
    public void BecomeHardware(string hardware)
    {
        Must(null, "ip", "-n", Toy, "link", "set", "eth0", "address", hardware);
    }

    /// <summary>Sends a signal to what <see cref="Keep"/> began last.</summary>
    public void SignalLast(string signal)
    {
        Must(null, "kill", "-" + signal, LastId);
    }

    /// <summary>Waits until a file holds <paramref name="part"/>, and gives what it holds.</summary>
    public static string Await(string file, string part)
    {
        long begun = Stopwatch.GetTimestamp();

        while (true)
        {
            string text = File.Exists(file) ? File.ReadAllText(file) : "";

            if (text.Contains(part, StringComparison.Ordinal))
            {
                return text;
            }

            Assert.IsLessThan(Patience, Stopwatch.GetElapsedTime(begun), $"'{part}' did not come; there is: {text}");
            System.Threading.Thread.Sleep(50);
        }
    }

    public void Dispose()
    {
        _running.Reverse();
        _running.ForEach(End);

        foreach (string space in new[] { Toy, Hub, Home })
        {
            Run(null, "ip", "netns", "del", space);
        }

        Directory.Delete(Path.GetDirectoryName(ToyResolvers)!, true);
        Directory.Delete(Path.GetDirectoryName(HomeSwitch)!, true);
        Directory.Delete(Folder, true);
    }

    private static void End(Process process)
    {
        process.Kill(true);
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Start(string? space, string[] command)
    {
        // It becomes the program that it is told to run, so ending it ends that.
        string[] words = space is null ? command : ["ip", "netns", "exec", space, .. command];
        ProcessStartInfo info = new(words[0]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };

        foreach (string word in words[1..])
        {
            info.ArgumentList.Add(word);
        }

        return Process.Start(info)!;
    }
}
