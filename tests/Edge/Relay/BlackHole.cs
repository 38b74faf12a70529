using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>A port that neither accepts nor refuses: a listener whose queue is full, so that the system drops every further attempt.</summary>
internal sealed class BlackHole : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _queue = new();

    public BlackHole()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(1);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;

        for (int i = 0; i < 16; i++)
        {
            Socket caller = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _queue.Add(caller);

            if (!caller.ConnectAsync(IPAddress.Loopback, Port).Wait(100))
            {
                return;
            }
        }

        Assert.Inconclusive("This system queues without end.");
    }

    public int Port { get; }

    public void Dispose()
    {
        foreach (Socket caller in _queue)
        {
            caller.Dispose();
        }

        _listener.Dispose();
    }
}
