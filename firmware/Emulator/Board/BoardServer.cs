using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Emulator.Board;

/// <summary>Serves the virtual board on loopback, for whoever tests on this computer. No device has such a thing.</summary>
internal sealed class BoardServer : IDisposable
{
    private const int BodyMax = 1024;
    private const int VisitorsMax = 64;
    private const int QuietMax = 100;
    private static readonly TimeSpan RequestMax = TimeSpan.FromSeconds(5);

    // Light is followed as it is played, the rest as people see it.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private static readonly byte[] s_streamHead = new BoardAnswer(200, "text/event-stream", [], BoardAnswer.DataPolicy).Head(isEndless: true);

    private readonly TcpListener _listener;
    private readonly BoardApi _api;
    private readonly CancellationTokenSource _ending = new();
    private readonly SemaphoreSlim _places = new(VisitorsMax);

    private BoardServer(TcpListener listener, BoardApi api)
    {
        _listener = listener;
        _api = api;
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>What to type into a browser.</summary>
    public string Url
    {
        get { return $"http://127.0.0.1:{Port}/"; }
    }

    /// <summary>Begins to serve <paramref name="api"/>. Throws SocketException when the port cannot be had.</summary>
    public static BoardServer Start(int port, BoardApi api)
    {
        TcpListener listener = new(IPAddress.Loopback, port);
        listener.Start();
        BoardServer server = new(listener, api);
        _ = server.AcceptAsync();
        return server;
    }

    public void Dispose()
    {
        _ending.Cancel();
        _listener.Stop();
    }

    private async Task AcceptAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                Socket client = await _listener.AcceptSocketAsync(_ending.Token).ConfigureAwait(false);

                if (_places.Wait(0))
                {
                    _ = Task.Run(() => ServeAsync(client));
                }
                else
                {
                    client.Dispose();
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // Gone again before it was let in, or the end.
            }
        }
    }

    private async Task ServeAsync(Socket client)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                using NetworkStream stream = new(client);
                await ServeAsync(stream).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // A browser that closes its tab says no more.
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        late.CancelAfter(RequestMax);
        BoardRequest? request = await ReadAsync(stream, late.Token).ConfigureAwait(false);
        int status = request is null ? 400 : BoardGuard.Judge(request, Port);

        if (status == 200 && request!.Method == HttpMethod.Get && request.Target == BoardApi.Events)
        {
            await StreamAsync(stream).ConfigureAwait(false);
            return;
        }

        BoardAnswer answer = status == 200 ? _api.Answer(request!) : BoardAnswer.Bare(status);
        await stream.WriteAsync(answer.Head(isEndless: false), late.Token).ConfigureAwait(false);

        if (request?.Method != HttpMethod.Head)
        {
            await stream.WriteAsync(answer.Content, late.Token).ConfigureAwait(false);
        }

        // Closed with bytes unread, TCP would tear the answer away.
        stream.Socket.Shutdown(SocketShutdown.Send);
        byte[] rest = new byte[BodyMax];

        while (await stream.ReadAsync(rest, late.Token).ConfigureAwait(false) > 0)
        {
        }
    }

    // Null for what cannot be read in one way, or is longer than anything that is asked here.
    private static async Task<BoardRequest?> ReadAsync(NetworkStream stream, CancellationToken late)
    {
        byte[] buffer = new byte[MessageHead.HeadMax + BodyMax];
        RequestHead head = new();
        int count = 0;
        ReadStatus status = ReadStatus.NeedMore;

        while (status == ReadStatus.NeedMore)
        {
            int got = await stream.ReadAsync(buffer.AsMemory(count), late).ConfigureAwait(false);

            if (got == 0)
            {
                throw new IOException();
            }

            count += got;
            status = head.Read(buffer, 0, count);
        }

        if (status != ReadStatus.Complete || head.ContentLength > BodyMax)
        {
            return null;
        }

        byte[] body = new byte[Math.Max(0, (int)head.ContentLength)];
        int had = Math.Min(body.Length, count - head.HeadLength);
        Array.Copy(buffer, head.HeadLength, body, 0, had);
        await stream.ReadExactlyAsync(body.AsMemory(had), late).ConfigureAwait(false);
        return BoardRequest.Of(head, buffer, body);
    }

    // Each part is told when it has changed, the whole of it.
    private async Task StreamAsync(NetworkStream stream)
    {
        await stream.WriteAsync(s_streamHead, _ending.Token).ConfigureAwait(false);
        string toldState = "";
        string toldLight = "";
        int quiet = 0;

        while (true)
        {
            string state = _api.Bench.StateJson(isWhole: false);
            string light = _api.Bench.LightJson();
            string news = (state == toldState ? "" : $"event: state\ndata: {state}\n\n") + (light == toldLight ? "" : $"event: light\ndata: {light}\n\n");
            toldState = state;
            toldLight = light;

            // A line that says nothing finds out whether anybody is still there.
            quiet = news.Length > 0 ? 0 : quiet + 1;
            news = quiet == QuietMax ? ":\n\n" : news;
            quiet %= QuietMax;

            if (news.Length > 0)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(news), _ending.Token).ConfigureAwait(false);
            }

            await Task.Delay(Breath, _ending.Token).ConfigureAwait(false);
        }
    }
}
