namespace ToyGuard.Guard.Sockets;

/// <summary>What a connection wants a place for.</summary>
public enum SocketUse : byte
{
    /// <summary>The local page: one socket.</summary>
    Page = 0,

    /// <summary>A TLS relay: one socket to the toy, one to the server.</summary>
    Tls = 1,

    /// <summary>A relay of a plain request: two sockets as well.</summary>
    Plain = 2,
}
