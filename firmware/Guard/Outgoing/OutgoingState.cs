namespace ToyGuard.Guard.Outgoing;

/// <summary>Where an <see cref="OutgoingCall"/> stands.</summary>
public enum OutgoingState : byte
{
    /// <summary>No call has begun.</summary>
    Idle = 0,

    /// <summary>The gate let the name through; its addresses are looked for.</summary>
    Resolving = 1,

    /// <summary>The addresses are good; one of them is connected to.</summary>
    Connecting = 2,

    /// <summary>Connected; the TLS handshake is going on.</summary>
    Securing = 3,

    /// <summary>Head and body of the request go out.</summary>
    Sending = 4,

    /// <summary>The head of the answer comes in.</summary>
    Receiving = 5,

    /// <summary>The answer leads elsewhere; this connection is closed before the next step.</summary>
    Redirecting = 6,

    /// <summary>The body of the answer comes in.</summary>
    Body = 7,

    /// <summary>The answer is whole; its connection is closed.</summary>
    Done = 8,

    /// <summary>Over. <see cref="OutgoingCall.End"/> says why, or None after an answer that came whole.</summary>
    Ended = 9,
}
