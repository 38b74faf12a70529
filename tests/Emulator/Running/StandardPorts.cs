using System;
using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>The ports that the bare command takes. Whoever tries the program out in another terminal has them, and then these tests say nothing.</summary>
internal static class StandardPorts
{
    private const int Dns = 5300;
    private const int Tls = 8443;

    /// <summary>Ends the test when a port is taken: inconclusive, or failed where CI=true.</summary>
    public static void MustBeFree()
    {
        try
        {
            using UdpClient udp = new(new IPEndPoint(IPAddress.Loopback, Dns));
            using TcpListener tcp = new(IPAddress.Loopback, Tls);
            tcp.Start();
        }
        catch (SocketException e) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Inconclusive($"port {Dns} or {Tls} is taken: {e.Message}");
        }
    }
}
