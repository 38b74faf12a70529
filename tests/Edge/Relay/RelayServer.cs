using System;
using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>A listening socket on loopback whose connections a test takes by hand.</summary>
internal sealed class RelayServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public RelayServer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
    }

    public int Port { get; }

    /// <summary>True when somebody has connected and was not taken yet.</summary>
    public bool HasCaller
    {
        get { return _listener.Poll(0, SelectMode.SelectRead); }
    }

    public Socket Accept()
    {
        Assert.IsTrue(_listener.Poll(RelayRig.WaitMs * 1000, SelectMode.SelectRead), "nobody connected");
        Socket socket = _listener.Accept();
        socket.NoDelay = true;
        socket.ReceiveTimeout = RelayRig.WaitMs;
        socket.SendTimeout = RelayRig.WaitMs;

        return socket;
    }

    public void Dispose()
    {
        _listener.Dispose();
    }
}
