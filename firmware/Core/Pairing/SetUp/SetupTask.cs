namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>What the radio has to do next.</summary>
public enum SetupTask : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Listen for networks.</summary>
    Listen = 1,

    /// <summary>Try what somebody chose.</summary>
    TryChosen = 2,

    /// <summary>Try what is remembered, newest first.</summary>
    TryKnown = 3,
}
