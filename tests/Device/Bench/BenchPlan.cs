using System.Net;

namespace ToyGuard.Device.Bench;

/// <summary>Where the device is, and what of it is tried.</summary>
internal sealed record BenchPlan
{
    /// <summary>The hub's address on its own Wi-Fi, where this computer is a toy.</summary>
    public IPAddress Hub { get; init; } = IPAddress.Parse("192.168.4.1");

    /// <summary>Which of this computer's addresses is the toy's.</summary>
    public IPAddress From { get; init; } = IPAddress.Any;

    /// <summary>The hub's port for names.</summary>
    public int DnsPort { get; init; } = 53;

    /// <summary>Its port for TLS.</summary>
    public int TlsPort { get; init; } = 443;

    /// <summary>The number of the toy that this computer is, as the page counts.</summary>
    public int Toy { get; init; } = 1;

    /// <summary>A place of that toy's own maker, which is open once somebody is its guardian.</summary>
    public string Allowed { get; init; } = "stories.toys.example";

    /// <summary>A place of somebody else's on that toy's list, which waits until a guardian opens it.</summary>
    public string Waiting { get; init; } = "usage.metrics.example";

    /// <summary>A name that is no toy's.</summary>
    public string Held { get; init; } = "tracker.ads.example";

    /// <summary>A PEM file with the authority of that place; empty for this computer's own.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The PIN of the guardian that the bench plays.</summary>
    public string Pin { get; init; } = "481516";
}
