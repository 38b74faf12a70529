namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>The ways of holding a place without using it.</summary>
public enum SlowMode
{
    /// <summary>Connects and says nothing.</summary>
    Silent,

    /// <summary>Says its head or hello byte by byte.</summary>
    DrippingHead,

    /// <summary>Says its head or hello at once, and what follows byte by byte.</summary>
    DrippingBody,

    /// <summary>Asks for as much as it can get and reads nothing.</summary>
    SlowReader,
}
