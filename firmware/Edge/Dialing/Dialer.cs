using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Edge.Dialing;

/// <summary>The one file that dials. Whatever leaves over TCP leaves here, to an address that was judged before (EGR-12).</summary>
/// <remarks>It decides nothing and looks no name up. Making the socket and connecting it are two steps, so that a watch can close the socket of a connection attempt that takes too long.</remarks>
public sealed class Dialer
{
    private readonly IRouteMap? _routes;

    /// <summary>Null for <paramref name="routes"/> means that each address is where it says.</summary>
    public Dialer(IRouteMap? routes)
    {
        _routes = routes;
    }

    /// <summary>A TCP socket for IPv4 that sends small pieces at once. Throws SocketException when no socket is left.</summary>
    public static Socket NewSocket()
    {
        Socket socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, true);

        return socket;
    }

    /// <summary>Connects <paramref name="socket"/> to the 4 bytes of <paramref name="address"/> and blocks meanwhile. False when nobody is there, or when another thread closed the socket.</summary>
    public bool Connect(Socket socket, byte[] address, int port)
    {
        byte[] realAddress = new byte[4];
        int realPort = port;

        if (_routes == null || !_routes.TryMap(address, port, realAddress, out realPort))
        {
            realAddress = address;
            realPort = port;
        }

        try
        {
            socket.Connect(new IPEndPoint(new IPAddress(realAddress), realPort));

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (System.ObjectDisposedException)
        {
            return false;
        }
    }
}
