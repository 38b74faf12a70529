using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Emulator.Tests.Kept;

/// <summary>A toy that asks for a name.</summary>
internal static class Toy
{
    /// <summary>True when the hub's DNS at <paramref name="port"/> lets the toy at <paramref name="from"/> have <paramref name="host"/>.</summary>
    public static bool IsOpen(int port, IPAddress from, string host)
    {
        const int Tries = 5;
        using UdpClient toy = new(new IPEndPoint(from, 0));
        toy.Client.ReceiveTimeout = 2000;
        toy.Connect(IPAddress.Loopback, port);

        for (int id = 1; ; id++)
        {
            toy.Send(DnsBuilder.Query(id, host, 1, true));

            try
            {
                IPEndPoint? hub = null;
                byte[] answer = toy.Receive(ref hub);
                return (answer[3] & 0x0F) == 0 && answer[7] == 1;
            }
            catch (SocketException) when (id < Tries)
            {
                // A busy machine may lose a datagram.
            }
        }
    }
}
