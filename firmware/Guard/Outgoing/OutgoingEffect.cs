namespace ToyGuard.Guard.Outgoing;

/// <summary>What the caller of <see cref="OutgoingCall"/> has to do next.</summary>
public enum OutgoingEffect : byte
{
    /// <summary>No call has begun.</summary>
    None = 0,

    /// <summary>Look up <see cref="OutgoingCall.Host"/>, then say OnResolved.</summary>
    Resolve = 1,

    /// <summary>Connect to <see cref="OutgoingCall.Address"/>, then say OnConnected or OnConnectFailed.</summary>
    Connect = 2,

    /// <summary>Do the TLS handshake for <see cref="OutgoingCall.Host"/>, then say OnSecured or OnSecureFailed.</summary>
    Secure = 3,

    /// <summary>Send what WriteHead writes and <see cref="OutgoingCall.Body"/>, then say OnSent.</summary>
    Send = 4,

    /// <summary>Receive more, and hand it over.</summary>
    Receive = 5,

    /// <summary>A head of 1xx was read: drop its <see cref="OutgoingCall.HeadLength"/> bytes, and hand over what is behind them.</summary>
    Skip = 6,

    /// <summary>Close this connection, then say Follow.</summary>
    Redirect = 7,

    /// <summary>The answer's head was read, all <see cref="OutgoingCall.HeadLength"/> bytes of it: the answer can be shown, and OnBody takes what is behind it.</summary>
    Answer = 8,

    /// <summary>Go on.</summary>
    Continue = 9,

    /// <summary>The answer is whole: close the connection, then say OnClosed.</summary>
    Done = 10,

    /// <summary>Over: close whatever is open.</summary>
    Close = 11,
}
