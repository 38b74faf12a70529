using System.Net.Sockets;

namespace ToyGuard.Edge;

/// <summary>What a socket's exception means. The property that says so has another name on each runtime.</summary>
public static class SocketFault
{
    /// <summary>True when a receive, a send or a connect took longer than it may; any other fault ends the connection.</summary>
    public static bool IsTimeout(SocketException exception)
    {
        return exception.ErrorCode == (int)SocketError.TimedOut;
    }
}
