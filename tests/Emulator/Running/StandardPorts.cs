using System;
using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>The ports that the bare command takes. Whoever tries the program out in another terminal has them, and then these tests say nothing.</summary>
internal static class StandardPorts
{
    private static readonly int[] s_udp = [5300, 1230];
    private static readonly int[] s_tcp = [8443, 8080, 8081, 8082, 8090];

    /// <summary>Ends the test when a port is taken: inconclusive, or failed where CI=true.</summary>
    public static void MustBeFree()
    {
        try
        {
            foreach (int port in s_udp)
            {
                using UdpClient udp = new(new IPEndPoint(IPAddress.Loopback, port));
            }

            foreach (int port in s_tcp)
            {
                using TcpListener tcp = new(IPAddress.Loopback, port);
                tcp.Start();
            }
        }
        catch (SocketException e) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Inconclusive($"a port of the bare command is taken: {e.Message}");
        }
    }
}
