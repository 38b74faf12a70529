using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>A place on the Internet that says back what it hears: a relay passes bytes on and does not care what they are.</summary>
internal sealed class EchoServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();

    public EchoServer()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public EndPoint Place
    {
        get { return _listener.LocalEndpoint; }
    }

    public void Dispose()
    {
        _ending.Cancel();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = EchoAsync(await _listener.AcceptSocketAsync(_ending.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was told to end.
        }
    }

    private async Task EchoAsync(Socket client)
    {
        byte[] buffer = new byte[16 * 1024];
        int got;

        try
        {
            using (client)
            {
                while ((got = await client.ReceiveAsync(buffer, _ending.Token)) > 0)
                {
                    await client.SendAsync(buffer.AsMemory(0, got), _ending.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Whoever goes away is no concern of an echo's.
        }
    }
}
