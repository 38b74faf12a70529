using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>A TLS server of the lab, good or bad, that says back what it is told. It counts what it could decrypt.</summary>
internal sealed class TlsServer : IDisposable
{
    private readonly SslServerAuthenticationOptions _options;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private long _bytes;
    private int _connections;
    private int _handshakes;

    /// <summary>A server with that certificate, which sends those others along.</summary>
    public TlsServer(X509Certificate2 certificate, SslProtocols protocols = SslProtocols.None, params X509Certificate2[] others)
    {
        _options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, [.. others], offline: true),
            EnabledSslProtocols = protocols,
        };
        _listener.Start();
        _ = ServeAsync();
    }

    public SslServerAuthenticationOptions Options => _options;

    /// <summary>What it says to whatever it is told first, and then nothing more; null says back what it is told.</summary>
    public byte[]? Answer { get; set; }

    public IPEndPoint Place => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Bytes of the other side's own that it could read.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Handshakes that it holds for done.</summary>
    public int Handshakes => Volatile.Read(ref _handshakes);

    /// <summary>A socket to it.</summary>
    public Socket Connect()
    {
        return ConnectTo(Place);
    }

    public static Socket ConnectTo(IPEndPoint place)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(place);

        return socket;
    }

    public void Dispose()
    {
        _ending.Cancel();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                Socket client = await _listener.AcceptSocketAsync(_ending.Token);
                Interlocked.Increment(ref _connections);
                _ = TalkAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                // The end, or a client that was gone before it was accepted.
            }
        }
    }

    private async Task TalkAsync(Socket client)
    {
        try
        {
            client.NoDelay = true;
            using NetworkStream wire = new(client, true);
            using SslStream tls = new(wire);
            await tls.AuthenticateAsServerAsync(_options, _ending.Token);
            Interlocked.Increment(ref _handshakes);
            byte[] buffer = new byte[4096];

            for (int count = 1; count > 0;)
            {
                count = await tls.ReadAsync(buffer, _ending.Token);
                Interlocked.Add(ref _bytes, count);
                await tls.WriteAsync(Answer ?? buffer.AsMemory(0, count), _ending.Token);

                if (Answer is not null)
                {
                    // Open until the client has enough of it.
                    count = await tls.ReadAsync(buffer, _ending.Token);
                    Interlocked.Add(ref _bytes, count);
                    count = 0;
                }
            }
        }
        catch (Exception e) when (e is IOException or AuthenticationException or OperationCanceledException or ObjectDisposedException)
        {
            // Who leaves in the middle is what is tried here.
        }
    }
}
