using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Bench.Running;

/// <summary>Free ports of this machine, for programs that cannot choose their own.</summary>
internal static class Ports
{
    /// <summary>A TCP port that nobody had a moment ago.</summary>
    public static int Tcp()
    {
        return Free(SocketType.Stream, ProtocolType.Tcp);
    }

    /// <summary>A UDP port that nobody had a moment ago.</summary>
    public static int Udp()
    {
        return Free(SocketType.Dgram, ProtocolType.Udp);
    }

    private static int Free(SocketType type, ProtocolType protocol)
    {
        using Socket socket = new(AddressFamily.InterNetwork, type, protocol);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
