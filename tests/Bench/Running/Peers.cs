using System;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Fakes;

namespace ToyGuard.Bench.Running;

/// <summary>Starts the servers that ToyGuard is measured beside, each with one process or worker on the same core as ours.</summary>
internal static class Peers
{
    private const int StartMs = 10_000;

    /// <summary>dnsmasq with the home's names.</summary>
    public static Child Dnsmasq(Home home, out int port)
    {
        port = LastingPort.Next();
        Child child = Child.Start(Cores.Server, Tool.Dnsmasq.Find()!, "-k", "-C", home.Dnsmasq(port));
        WaitForTcp(child, port);
        return child;
    }

    /// <summary>nginx with the home's allowlist by ssl_preread, and a page of <paramref name="pageBytes"/>.</summary>
    public static Child Nginx(BenchRun run, int pageBytes, out int tlsPort, out int httpPort)
    {
        tlsPort = LastingPort.Next();
        httpPort = LastingPort.Next();
        string configuration = run.Home.Nginx(tlsPort, httpPort, pageBytes);
        Child child = Child.Start(Cores.Server, Tool.Nginx.Find()!, "-p", run.Folder, "-c", configuration, "-e", "nginx.log");
        WaitForTcp(child, tlsPort);
        return child;
    }

    // Both listen on TCP too, which shows when they are ready.
    private static void WaitForTcp(Child child, int port)
    {
        long begun = Stopwatch.GetTimestamp();

        while (true)
        {
            try
            {
                using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
                return;
            }
            catch (SocketException)
            {
                if (Stopwatch.GetElapsedTime(begun).TotalMilliseconds > StartMs)
                {
                    child.Dispose();
                    throw new BenchFailedException("a peer does not listen at port " + port.ToString(CultureInfo.InvariantCulture));
                }

                Thread.Sleep(20);
            }
        }
    }
}
