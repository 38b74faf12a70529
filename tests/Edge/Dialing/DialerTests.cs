using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Tests.Relay;

namespace ToyGuard.Edge.Tests.Dialing;

/// <summary>Goal: it connects to exactly what it is given, and its wait can be ended. Method: listeners, black holes and a route map on loopback.</summary>
[TestClass]
public sealed class DialerTests
{
    private static readonly byte[] Loopback = { 127, 0, 0, 1 };

    [TestMethod]
    public void Connect_SomebodyListens_Connects()
    {
        using RelayServer server = new();
        using Socket socket = Dialer.NewSocket();

        Assert.IsTrue(new Dialer(null).Connect(socket, Loopback, server.Port));
        using Socket accepted = server.Accept();
        Assert.AreEqual(((IPEndPoint)socket.LocalEndPoint!).Port, ((IPEndPoint)accepted.RemoteEndPoint!).Port);
        Assert.IsTrue(socket.NoDelay);
    }

    [TestMethod]
    public void Connect_NobodyListens_IsFalse()
    {
        int port;

        using (RelayServer server = new())
        {
            port = server.Port;
        }

        using Socket socket = Dialer.NewSocket();
        Assert.IsFalse(new Dialer(null).Connect(socket, Loopback, port));
    }

    [TestMethod]
    public void Connect_RouteMapped_GoesThereAndAsksForWhatWasGiven()
    {
        using RelayServer server = new();
        using Socket socket = Dialer.NewSocket();
        Routes routes = new(server.Port);

        Assert.IsTrue(new Dialer(routes).Connect(socket, new byte[] { 203, 0, 113, 9 }, 443));
        server.Accept().Close();
        Assert.AreEqual("203.0.113.9:443", routes.Asked);
    }

    [TestMethod]
    public void Connect_NotMapped_GoesWhereItSays()
    {
        using RelayServer server = new();
        using Socket socket = Dialer.NewSocket();

        // The map has scribbled into its answer and then said no.
        Assert.IsTrue(new Dialer(new Routes(0)).Connect(socket, Loopback, server.Port));
        server.Accept().Close();
    }

    [TestMethod]
    public void Connect_SocketClosedMeanwhile_IsFalseSoon()
    {
        using BlackHole hole = new();
        using Socket socket = Dialer.NewSocket();
        Thread closer = Threads.Start("closer", () =>
        {
            Thread.Sleep(100);
            socket.Close();
        });
        Stopwatch watch = Stopwatch.StartNew();

        Assert.IsFalse(new Dialer(null).Connect(socket, Loopback, hole.Port));
        Assert.IsTrue(watch.ElapsedMilliseconds < 3000, $"{watch.ElapsedMilliseconds} ms");
        Assert.IsTrue(closer.Join(RelayRig.WaitMs));
    }

    /// <summary>Leads everything to one port, or nothing anywhere.</summary>
    private sealed class Routes : IRouteMap
    {
        private readonly int _port;

        public Routes(int port)
        {
            _port = port;
        }

        public string Asked { get; private set; } = "";

        public bool TryMap(byte[] address, int port, byte[] realAddress, out int realPort)
        {
            Asked = $"{new IPAddress(address)}:{port}";
            realPort = _port;
            Loopback.CopyTo(realAddress, 0);
            realAddress[1] = _port == 0 ? (byte)9 : (byte)0;

            return _port != 0;
        }
    }
}
