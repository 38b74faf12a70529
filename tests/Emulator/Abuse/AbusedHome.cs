using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>The real program with a device's 16 sockets and three toys, 127.0.0.1 to 127.0.0.3, who may all go to one TLS place and one plain place. Both are played here.</summary>
internal sealed class AbusedHome : IDisposable
{
    public const string TlsHost = "stories.toys.example";
    public const string PlainHost = "postcards.toys.example";
    public const string HeldHost = "tracker.ads.example";

    private readonly TestFolder _folder = new();
    private readonly EchoServer _tls = new();
    private readonly EchoServer _plain = new();

    private AbusedHome(string[] args)
    {
        foreach (string toy in new[] { "ant", "bee", "cat" })
        {
            _folder.Write(toy + ".json", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "story-bear.json")));
        }

        using TestFolder lab = new();
        string file = lab.Write(
            "lab.json",
            $$$"""
            {"resolve":{"{{{TlsHost}}}":["192.0.2.10"],"{{{PlainHost}}}":["192.0.2.30"]},
             "connect":{"192.0.2.10:443":"{{{_tls.Place}}}","192.0.2.30:80":"{{{_plain.Place}}}"}}
            """);
        Run = EmulatorRun.Start(["--paired", "--accept-plain", "--manifests", _folder.Path, "--lab", file, .. args]);
    }

    /// <summary>The program.</summary>
    public EmulatorRun Run { get; }

    /// <summary>Starts it.</summary>
    public static AbusedHome Start(params string[] args)
    {
        return new AbusedHome(args);
    }

    /// <summary>Starts one whose memory is what it needs, and not also what its collector has not come to yet.</summary>
    public static AbusedHome StartFrugal()
    {
        Environment.SetEnvironmentVariable("DOTNET_GCgen0size", "0x100000");
        Environment.SetEnvironmentVariable("DOTNET_GCConserveMemory", "9");

        try
        {
            return new AbusedHome([]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("DOTNET_GCgen0size", null);
            Environment.SetEnvironmentVariable("DOTNET_GCConserveMemory", null);
        }
    }

    /// <summary>The TCP services that toys reach.</summary>
    public IReadOnlyList<TcpService> Services
    {
        get
        {
            string page = $"127.0.0.1:{Run.PagePort}";

            return
            [
                new TcpService("page", Run.PagePort, TcpService.Get("/", page), TcpService.Post("/", page), TcpService.Get("/", HeldHost), "HTTP/1.1 200 "),
                new TcpService("tls", Run.TlsPort, TcpService.Hello(TlsHost), TcpService.Hello(TlsHost), TcpService.Hello(HeldHost), "\u0016\u0003"),
                new TcpService("plain", Run.PlainPort, TcpService.Get("/", PlainHost), TcpService.Post("/", PlainHost), TcpService.Get("/", HeldHost), "GET / HTTP/1.1"),
            ];
        }
    }

    /// <summary>Ends what is open at the places, and lets nobody in any more.</summary>
    public void StopServers()
    {
        _tls.Dispose();
        _plain.Dispose();
    }

    public void Dispose()
    {
        Run.Dispose();
        StopServers();
        _folder.Dispose();
    }
}
