namespace ToyGuard.Core.Policy;

/// <summary>What somebody wants to do.</summary>
public enum AskKind : byte
{
    /// <summary>Not said. Held.</summary>
    None = 0,

    /// <summary>A DNS question: only the host counts.</summary>
    Lookup = 1,

    /// <summary>A TLS hello that names a host: endpoints of scheme https and tls.</summary>
    TlsHello = 2,

    /// <summary>An https URL.</summary>
    Https = 3,

    /// <summary>TLS that is not HTTP.</summary>
    Tls = 4,

    /// <summary>An http URL, plain text.</summary>
    Http = 5,

    /// <summary>The built-in question for the time: no host, no port, its own short order.</summary>
    Clock = 6,

    /// <summary>The device's own question for the time, asked by no toy: its toy means nothing, its host only says whom it will ask.</summary>
    OwnClock = 7,

    /// <summary>Switching a sensor on: only <see cref="GateQuery.Sensor"/> counts.</summary>
    Sensor = 8,

    /// <summary>The device's own request that a service deletes, asked by no toy: its toy means nothing, and only the one that is in hand is let out.</summary>
    OwnErase = 9,
}

/// <summary>One question to the gate. Made once and used again, since a question must not allocate.</summary>
public sealed class GateQuery
{
    /// <summary>The number of the toy that asks, from 1; 0 is a toy nobody knows.</summary>
    public int Toy { get; set; }

    /// <summary>The host; read the name that came into it.</summary>
    public HostName Host { get; } = new HostName();

    /// <summary>The TCP port; means nothing for a lookup or the clock.</summary>
    public int Port { get; set; }

    /// <summary>The use of a sensor in the toy's manifest, from 1; means something for a sensor only.</summary>
    public int Sensor { get; set; }

    /// <summary>What is wanted there.</summary>
    public AskKind Kind { get; set; }

    /// <summary>Asked by the device itself and by no toy.</summary>
    public bool IsOwn
    {
        get { return Kind == AskKind.OwnClock || Kind == AskKind.OwnErase; }
    }
}
