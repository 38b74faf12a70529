using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace ToyGuard.Fakes;

/// <summary>Port numbers for who must know its number before it listens, or comes back to it after a restart.</summary>
/// <remarks>
/// A free port asked of the system comes from the range that every outgoing connection takes its own end from: a moment later a browser may hold it.
/// These stand below that range (32768 on Linux, 49152 in RFC 6335, section 6), and a process gets no number twice.
/// </remarks>
public static class LastingPort
{
    private const int First = 20000;
    private const int Room = 12000;

    // Two test processes begin at different places.
    private static int s_given = Environment.ProcessId * 61 % Room;

    /// <summary>A number that nobody listens on, for TCP and UDP and on every address; it throws where all are taken.</summary>
    public static int Next()
    {
        for (int tried = 0; tried < Room; tried++)
        {
            int port = First + (Interlocked.Increment(ref s_given) % Room);

            if (IsFree(port, SocketType.Stream, ProtocolType.Tcp) && IsFree(port, SocketType.Dgram, ProtocolType.Udp))
            {
                return port;
            }
        }

        throw new InvalidOperationException("no port is free");
    }

    private static bool IsFree(int port, SocketType type, ProtocolType protocol)
    {
        try
        {
            using Socket socket = new(AddressFamily.InterNetwork, type, protocol);
            socket.Bind(new IPEndPoint(IPAddress.Any, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
