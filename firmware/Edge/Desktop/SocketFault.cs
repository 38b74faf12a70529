using System.Net.Sockets;

namespace ToyGuard.Edge;

/// <summary>What a socket's exception means. The property that says so has another name on each runtime.</summary>
public static class SocketFault
{
    /// <summary>True when a receive, a send or a connect took longer than it may; any other fault ends the connection.</summary>
    public static bool IsTimeout(SocketException exception)
    {
        // Not ErrorCode: that one is the operating system's own number here.
        return exception.SocketErrorCode == SocketError.TimedOut;
    }
}
