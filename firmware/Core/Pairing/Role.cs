namespace ToyGuard.Core.Pairing;

/// <summary>What a phone may do (AUTH-06). Flash, links and messages keep the number; a larger one is not a looser one.</summary>
public enum Role : byte
{
    /// <summary>Nobody that the device knows: may nothing.</summary>
    None = 0,

    /// <summary>Decides everything.</summary>
    Guardian = 1,

    /// <summary>Looks after the child for a time: pauses, gives bonus minutes, adds a Wi-Fi.</summary>
    Helper = 2,

    /// <summary>Looks.</summary>
    Viewer = 3,
}
