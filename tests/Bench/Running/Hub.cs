using System;
using System.Globalization;
using System.IO;

namespace ToyGuard.Bench.Running;

/// <summary>The Emulator in a process of its own, as a user starts it, with every port free.</summary>
internal sealed class Hub : IDisposable
{
    private readonly Child _child;

    /// <summary>Starts it with <paramref name="home"/> and <paramref name="sockets"/> ("16", "unlimited"), and waits until it is ready.</summary>
    public Hub(Home home, string sockets)
    {
        _child = Child.Start(
            Cores.Server,
            Environment.ProcessPath is string path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
            Path.Combine(AppContext.BaseDirectory, "ToyGuard.Emulator.dll"),
            "--headless",
            "--paired",
            "--manifests", home.Manifests,
            "--toy-at", "127.0.0.1=bench",
            "--toy-at", "127.0.0.2=loud",
            "--toy-at", "127.0.0.3=quiet",
            "--lab", home.Lab,
            "--sockets", sockets,
            "--dns-port", "0",
            "--tls-port", "0",
            "--plain-port", "0",
            "--http-port", "0",
            "--phone-port", "none",
            "--board-port", "none",
            "--sntp-port", "0");
        _child.Line("ready");
    }

    /// <summary>Its process.</summary>
    public Child Process
    {
        get { return _child; }
    }

    /// <summary>The port of a service as it was printed: dns, tls, plain, page or sntp. It fails when the service does not listen.</summary>
    public int Port(string service)
    {
        return TryPort(service) ?? throw new BenchFailedException($"the Emulator has no service '{service}' yet");
    }

    /// <summary>The same; null when the service does not listen.</summary>
    public int? TryPort(string service)
    {
        string? line = _child.TryLine($"listens {service} ", 0);

        if (line is null)
        {
            return null;
        }

        string place = line.Split(' ')[2];
        return int.Parse(place[(place.LastIndexOf(':') + 1)..place.IndexOf('/', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _child.Dispose();
    }
}
