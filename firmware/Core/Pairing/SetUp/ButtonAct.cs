namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>What a grown-up did with the device's button.</summary>
public enum ButtonAct : byte
{
    /// <summary>Nothing, or nothing yet.</summary>
    None = 0,

    /// <summary>A press: the physical act that set-up, claims and confirmations wait for (PAIR-03).</summary>
    Press = 1,

    /// <summary>It was held for 15 seconds: the device says that it is about to forget everything.</summary>
    WipeWarning = 2,

    /// <summary>A second press after the warning: forget everything.</summary>
    Wipe = 3,

    /// <summary>The warning is over, and nothing was forgotten.</summary>
    WipeCancelled = 4,
}
