using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Lab;

/// <summary>One little server on loopback that plays a place on the Internet: one host at one claimed address, one page, over TLS or in plain text.</summary>
internal sealed class LabServer : IDisposable
{
    private const int HeadMax = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly string _host;
    private readonly IPAddress _claimed;
    private readonly X509Certificate2? _certificate;
    private readonly ILabWatcher _watcher;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();

    /// <summary>A server that listens. Null for <paramref name="certificate"/> is one that speaks plain http.</summary>
    public LabServer(string host, IPAddress claimed, X509Certificate2? certificate, ILabWatcher watcher)
    {
        _host = host;
        _claimed = claimed;
        _certificate = certificate;
        _watcher = watcher;
        _listener.Start();
    }

    /// <summary>Where it really listens.</summary>
    public IPEndPoint RealEndPoint
    {
        get { return (IPEndPoint)_listener.LocalEndpoint; }
    }

    /// <summary>Serves until it is disposed.</summary>
    public async Task ServeAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                Socket client = await _listener.AcceptSocketAsync(_ending.Token).ConfigureAwait(false);
                _watcher.OnServerReached(_host, _claimed);
                _ = TalkAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A client that was gone before it was accepted, or no handle left just now: wait a little.
                await Task.Delay(50).ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        _ending.Cancel();
        _listener.Dispose();
        _certificate?.Dispose();
    }

    private async Task TalkAsync(Socket client)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        patience.CancelAfter(Patience);

        try
        {
            using NetworkStream stream = new(client, ownsSocket: true);

            if (_certificate is null)
            {
                await AnswerPlainAsync(stream, patience.Token).ConfigureAwait(false);
                return;
            }

            using SslStream tls = new(stream);
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = _certificate,
                    ApplicationProtocols = [SslApplicationProtocol.Http11],
                },
                patience.Token).ConfigureAwait(false);

            if (await AnswerAsync(tls, patience.Token).ConfigureAwait(false))
            {
                await tls.ShutdownAsync().ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            // A client that goes away is the client's own business; the next one is served all the same.
        }
    }

    private async Task AnswerPlainAsync(NetworkStream stream, CancellationToken patience)
    {
        if (await AnswerAsync(stream, patience).ConfigureAwait(false))
        {
            // A body that nobody reads would take the answer with it when the socket closes.
            stream.Socket.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null, patience).ConfigureAwait(false);
        }
    }

    private async Task<bool> AnswerAsync(Stream stream, CancellationToken patience)
    {
        if (!await ReadHeadAsync(stream, patience).ConfigureAwait(false))
        {
            return false;
        }

        await stream.WriteAsync(Page(), patience).ConfigureAwait(false);
        return true;
    }

    // The page is the same for every request, so nothing of the request is looked at but its end.
    private static async Task<bool> ReadHeadAsync(Stream stream, CancellationToken patience)
    {
        byte[] head = new byte[HeadMax];
        int have = 0;

        while (have < head.Length)
        {
            int got = await stream.ReadAsync(head.AsMemory(have), patience).ConfigureAwait(false);

            if (got == 0)
            {
                return false;
            }

            have += got;

            if (head.AsSpan(0, have).IndexOf("\r\n\r\n"u8) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private byte[] Page()
    {
        string body = "<!doctype html><meta charset=\"utf-8\"><title>ToyGuard lab</title>\n"
            + $"<p>You reached {_host} at {_claimed}, the address that the gate judged.</p>\n";
        string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n";
        return Encoding.UTF8.GetBytes(head + body);
    }
}
