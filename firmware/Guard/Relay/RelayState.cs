namespace ToyGuard.Guard.Relay;

/// <summary>Where a <see cref="RelaySession"/> stands.</summary>
public enum RelayState : byte
{
    /// <summary>Not begun. Left by Begin.</summary>
    Idle = 0,

    /// <summary>Waits for the client's hello, or the head of its plain request, to be whole, HelloMs at most.</summary>
    Hello = 1,

    /// <summary>The name is allowed; waits for its addresses, ConnectMs at most.</summary>
    Resolving = 2,

    /// <summary>Every address is good; waits for the connection to the first, ConnectMs at most.</summary>
    Connecting = 3,

    /// <summary>Bytes move both ways, until a side ends, the gate no longer allows it, or nothing was said for IdleMs.</summary>
    Splicing = 4,

    /// <summary>Over. Every further event is answered by Close. Left by Begin.</summary>
    Ended = 5,
}
