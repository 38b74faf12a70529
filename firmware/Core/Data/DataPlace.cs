namespace ToyGuard.Core.Data;

/// <summary>Where something is that a device knows.</summary>
public enum DataPlace : byte
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>In memory only: gone with the power.</summary>
    Memory = 1,

    /// <summary>In the device's flash, on this device and nowhere else.</summary>
    Flash = 2,

    /// <summary>Sent, to an approved place or to the home's own router.</summary>
    Sent = 3,
}
