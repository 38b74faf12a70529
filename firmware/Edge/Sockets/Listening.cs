using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Edge.Sockets;

/// <summary>How a TCP service takes its port.</summary>
internal static class Listening
{
    /// <summary>Listens at an address of 4 bytes; a <paramref name="port"/> of 0 becomes the one that the system chose. Throws what the socket throws, and then leaves none behind.</summary>
    internal static Socket Open(byte[] address, ref int port, int backlog)
    {
        Socket listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        try
        {
            listener.Bind(new IPEndPoint(new IPAddress(address), port));
            listener.Listen(backlog);
            port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        }
        catch (SocketException)
        {
            listener.Close();
            throw;
        }

        return listener;
    }
}
