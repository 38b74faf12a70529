namespace ToyGuard.Edge.Hub;

/// <summary>What happened to a service. Records keep the number: add at the end, never renumber.</summary>
public enum ServiceEvent : byte
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>Its run begins.</summary>
    Started = 1,

    /// <summary>Its run ended although nobody stopped it. It is run again after a delay.</summary>
    Failed = 2,

    /// <summary>It was stopped.</summary>
    Stopped = 3,
}
