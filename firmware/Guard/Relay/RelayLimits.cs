using ToyGuard.Wire.Tls;

namespace ToyGuard.Guard.Relay;

/// <summary>How long and how much a relay waits and reads. Set before it is handed over, not changed after.</summary>
public sealed class RelayLimits
{
    /// <summary>The port that verdicts are about. A toy means 443 even where the relay listens elsewhere.</summary>
    public int JudgedPort { get; set; } = 443;

    /// <summary>Milliseconds from the connection's begin until its hello, or the head of its plain request, must be whole, however it drips.</summary>
    public int HelloMs { get; set; } = 5000;

    /// <summary>Bytes read of a hello, record headers included, or of a head. The default holds every hello that can be read; a device gives less, and a hello that needs more is held.</summary>
    public int HelloBytes { get; set; } = ClientHelloReader.RawMax;

    /// <summary>Milliseconds for looking up, and again for connecting.</summary>
    public int ConnectMs { get; set; } = 10 * 1000;

    /// <summary>Milliseconds without a byte in either direction. Five minutes: push connections say something every two to four.</summary>
    public int IdleMs { get; set; } = 5 * 60 * 1000;

    /// <summary>Milliseconds one connection may last in all.</summary>
    public int TotalMs { get; set; } = 4 * 60 * 60 * 1000;

    /// <summary>Milliseconds between two questions to the gate about a live connection. A pause closes it within 2 s (PCTL-07), so this and the caller's ticks together stay well below.</summary>
    public int RejudgeMs { get; set; } = 500;

    /// <summary>Bytes moved after which the gate is asked at once: what a daily budget can be overrun by on one connection, give or take a buffer (EGR-09).</summary>
    public int RejudgeBytes { get; set; } = 64 * 1024;
}
