using System;
using System.Collections.Generic;
using System.Globalization;
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

/// <summary>One little server on loopback that plays a place on the Internet: one host at one claimed address, over TLS or in plain text.</summary>
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

    /// <summary>Plain texts by the path that they are asked for. Every other path has the one page that says where its reader is.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

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
            // What else the client sends and nobody reads would take the answer with it when the socket closes.
            stream.Socket.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null, patience).ConfigureAwait(false);
        }
    }

    private async Task<bool> AnswerAsync(Stream stream, CancellationToken patience)
    {
        if (await ReadRequestAsync(stream, patience).ConfigureAwait(false) is not string path)
        {
            return false;
        }

        byte[] answer = Texts.TryGetValue(path, out string? text) ? Answer("text/plain", text) : Answer("text/html", Page());
        await stream.WriteAsync(answer, patience).ConfigureAwait(false);
        return true;
    }

    // The path of a whole request, null for one that was cut off. Its body is read too: one that nobody reads would take the answer with it.
    private static async Task<string?> ReadRequestAsync(Stream stream, CancellationToken patience)
    {
        byte[] bytes = new byte[HeadMax];
        int have = 0;

        while (have < bytes.Length)
        {
            int got = await stream.ReadAsync(bytes.AsMemory(have), patience).ConfigureAwait(false);

            if (got == 0)
            {
                return null;
            }

            have += got;
            int end = bytes.AsSpan(0, have).IndexOf("\r\n\r\n"u8);

            if (end >= 0)
            {
                string[] head = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
                await SkipAsync(stream, LengthOf(head) - (have - end - 4), patience).ConfigureAwait(false);
                return head[0].Split(' ') is [_, string path, _] ? path : "";
            }
        }

        return null;
    }

    private static int LengthOf(string[] head)
    {
        const string Name = "Content-Length:";
        string? line = Array.Find(head, line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return line is not null && int.TryParse(line[Name.Length..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length : 0;
    }

    private static async Task SkipAsync(Stream stream, int count, CancellationToken patience)
    {
        byte[] skipped = new byte[HeadMax];

        while (count > 0)
        {
            int got = await stream.ReadAsync(skipped.AsMemory(0, Math.Min(count, skipped.Length)), patience).ConfigureAwait(false);
            count = got == 0 ? 0 : count - got;
        }
    }

    private string Page()
    {
        return "<!doctype html><meta charset=\"utf-8\"><title>ToyGuard lab</title>\n"
            + $"<p>You reached {_host} at {_claimed}, the address that the gate judged.</p>\n";
    }

    private static byte[] Answer(string type, string body)
    {
        string head = $"HTTP/1.1 200 OK\r\nContent-Type: {type}; charset=utf-8\r\nCache-Control: no-store\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n";
        return Encoding.UTF8.GetBytes(head + body);
    }
}
