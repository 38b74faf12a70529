using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Tests.InToy;

/// <summary>Stands on the wire before a server and counts every byte of TCP payload, both directions together. It reads nothing of them.</summary>
internal sealed class ByteTap : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _server;
    private long _bytes;
    private int _connections;

    public ByteTap(IPEndPoint server)
    {
        _server = server;
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint
    {
        get { return (IPEndPoint)_listener.LocalEndpoint; }
    }

    /// <summary>All bytes until now.</summary>
    public long Bytes
    {
        get { return Interlocked.Read(ref _bytes); }
    }

    /// <summary>How many connections there were.</summary>
    public int Connections
    {
        get { return Volatile.Read(ref _connections); }
    }

    public void Dispose()
    {
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _connections);
                _ = JoinAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task JoinAsync(Socket client)
    {
        try
        {
            using NetworkStream toy = new(client, ownsSocket: true);
            Socket dialed = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            using NetworkStream server = new(await ConnectAsync(dialed), ownsSocket: true);
            await Task.WhenAll(PumpAsync(toy, server), PumpAsync(server, toy));
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // Whoever hung up, the bytes were counted.
        }
    }

    private async Task<Socket> ConnectAsync(Socket socket)
    {
        await socket.ConnectAsync(_server);
        return socket;
    }

    // Counted before they are passed on: what the toy could not take any more was on its wire all the same.
    private async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        byte[] buffer = new byte[16 * 1024];
        int got;

        while ((got = await from.ReadAsync(buffer)) > 0)
        {
            Interlocked.Add(ref _bytes, got);
            await to.WriteAsync(buffer.AsMemory(0, got));
        }

        to.Socket.Shutdown(SocketShutdown.Send);
    }
}
