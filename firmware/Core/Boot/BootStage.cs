namespace ToyGuard.Core.Boot;

/// <summary>How much a device trusts what it keeps. Records keep the number: add at the end, never renumber.</summary>
public enum BootStage : byte
{
    /// <summary>Everything is held, the page is served, and a guardian repairs. The default, so that whoever did not ask gets this.</summary>
    Safe = 0,

    /// <summary>What the device last started well with, never looser than the newest settings.</summary>
    LastGood = 1,

    /// <summary>The newest settings.</summary>
    Normal = 2,
}
