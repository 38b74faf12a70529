using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Samples;

public delegate void Later(EndPoint place);

public static class Dialing
{
    public static void Use(Socket socket, EndPoint place, byte[] buffer)
    {
        Later later = socket.Connect;
        later(place);
        socket.SendTo(buffer, place);
        SslStream stream = new SslStream(socket);
        stream.AuthenticateAsClient("toys.example", SslProtocols.Tls12);
        Dns.GetHostEntry("toys.example");
        socket.Send(buffer);
    }
}
