namespace ToyGuard.Guard.Relay;

/// <summary>What the caller of <see cref="RelaySession"/> has to do next.</summary>
public enum RelayEffect : byte
{
    /// <summary>No session has begun.</summary>
    None = 0,

    /// <summary>Receive more from the client and hand it over together with what came before.</summary>
    NeedMore = 1,

    /// <summary>Look up <see cref="RelaySession.Host"/>, then say OnResolved.</summary>
    Resolve = 2,

    /// <summary>Connect to <see cref="RelaySession.Address"/>, then say OnConnected or OnConnectFailed.</summary>
    Connect = 3,

    /// <summary>Send the server all that the client sent so far, then move bytes both ways and say OnMoved.</summary>
    Splice = 4,

    /// <summary>Go on.</summary>
    Continue = 5,

    /// <summary>Over, held: tell the client by a TLS alert or a plain refusal, then close whatever is open. Nothing was sent to anybody before.</summary>
    Refuse = 6,

    /// <summary>Over: close whatever is open.</summary>
    Close = 7,
}
