namespace ToyGuard.Core.Policy;

/// <summary>One use of a sensor that a manifest declares. Immutable.</summary>
public sealed class SensorUse
{
    /// <summary>Takes what the manifest says.</summary>
    public SensorUse(string kind, string purpose, string mode)
    {
        Kind = kind;
        Purpose = purpose;
        Mode = mode;
    }

    /// <summary>Which sensor: microphone, camera, location, bluetooth.</summary>
    public string Kind { get; }

    /// <summary>What it is for, a word of the published vocabulary.</summary>
    public string Purpose { get; }

    /// <summary>How it is started, push-to-talk for instance.</summary>
    public string Mode { get; }
}
