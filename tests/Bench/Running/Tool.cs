using System;
using System.IO;
using System.Linq;

namespace ToyGuard.Bench.Running;

/// <summary>A program that the benches need and do not bring.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Package">The Debian packages that bring it.</param>
internal sealed record Tool(string Name, string Package)
{
    /// <summary>Pins a process to a core.</summary>
    public static readonly Tool Taskset = new("taskset", "util-linux");

    /// <summary>The load of the DNS benches.</summary>
    public static readonly Tool Dnsperf = new("dnsperf", "dnsperf");

    /// <summary>The peer of the DNS benches.</summary>
    public static readonly Tool Dnsmasq = new("dnsmasq", "dnsmasq-base");

    /// <summary>The peer of the relay and of the page.</summary>
    public static readonly Tool Nginx = new("nginx", "nginx-light libnginx-mod-stream");

    /// <summary>The load of the page.</summary>
    public static readonly Tool Wrk = new("wrk", "wrk");

    /// <summary>Where it stands, null when it is not installed. Servers stand outside an ordinary user's path.</summary>
    public string? Find()
    {
        string[] folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin", "/usr/local/sbin"];
        return folders.Select(folder => Path.Combine(folder, Name)).FirstOrDefault(File.Exists);
    }
}
