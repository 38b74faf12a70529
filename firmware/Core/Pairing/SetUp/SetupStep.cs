namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>How far half one of the set-up is: bring it home.</summary>
public enum SetupStep : byte
{
    /// <summary>The device's own Wi-Fi is closed.</summary>
    Off = 0,

    /// <summary>It is open, and nothing can be chosen before a press on the device.</summary>
    Press = 1,

    /// <summary>It was pressed: a network can be chosen.</summary>
    Choose = 2,

    /// <summary>A network was chosen. It is tried, or will be when the rest is over.</summary>
    Trying = 3,

    /// <summary>The chosen network was joined, and nobody has heard of it yet.</summary>
    Joined = 4,

    /// <summary>It could not be joined, and nobody has heard of it or chosen again.</summary>
    Failed = 5,
}
