namespace ToyGuard.Edge.Hub;

/// <summary>The Wi-Fi of the home, which a hub is a guest of.</summary>
public interface IRadio
{
    /// <summary>True while it is joined.</summary>
    bool IsJoined { get; }

    /// <summary>Tries to join once; may take seconds. True when it is joined.</summary>
    bool TryJoin();
}
