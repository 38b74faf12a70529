using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>Slow connections from one address to one service, that many at all times: whoever is thrown out comes back.</summary>
internal sealed class SlowCrowd : IAsyncDisposable
{
    private const int DripMs = 200;
    private const int ComeBackMs = 250;

    private readonly CancellationTokenSource _ending = new();
    private readonly TcpService _service;
    private readonly SlowMode _mode;
    private readonly IPAddress _from;
    private readonly Task[] _clients;
    private int _connected;

    public SlowCrowd(TcpService service, SlowMode mode, IPAddress from, int count)
    {
        _service = service;
        _mode = mode;
        _from = from;
        _clients = [.. Enumerable.Range(0, count).Select(at => Task.Run(() => StayAsync(at)))];
    }

    /// <summary>How often one of them came in.</summary>
    public int Connected
    {
        get { return Volatile.Read(ref _connected); }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_clients);
        _ending.Dispose();
    }

    private async Task StayAsync(int at)
    {
        // Not all in the same moment.
        await WaitAsync(at % ComeBackMs);

        while (!_ending.IsCancellationRequested)
        {
            try
            {
                await HoldAsync();
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // Thrown out, or told to end.
            }

            await WaitAsync(ComeBackMs);
        }
    }

    private async Task HoldAsync()
    {
        using Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.Bind(new IPEndPoint(_from, 0));

        if (_mode == SlowMode.SlowReader)
        {
            client.ReceiveBufferSize = 4096;
        }

        await client.ConnectAsync(IPAddress.Loopback, _service.Port, _ending.Token);
        Interlocked.Increment(ref _connected);

        switch (_mode)
        {
            case SlowMode.Silent:
                await HearAsync(client);
                break;
            case SlowMode.DrippingHead:
                await DripAsync(client, _service.Opening);
                break;
            case SlowMode.DrippingBody:
                await client.SendAsync(_service.Opening, _ending.Token);
                await DripAsync(client, new byte[1000]);
                break;
            case SlowMode.SlowReader:
                await client.SendAsync(_service.Opening, _ending.Token);
                await SendAllAsync(client);
                break;
        }
    }

    // A relay leads to an echo, so what is sent comes back and is not read: buffers fill up on the whole way.
    private async Task SendAllAsync(Socket client)
    {
        byte[] much = new byte[16 * 1024];

        while (true)
        {
            await client.SendAsync(much, _ending.Token);
        }
    }

    private async Task DripAsync(Socket client, byte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            await client.SendAsync(bytes.AsMemory(i, 1), _ending.Token);
            await Task.Delay(DripMs, _ending.Token);
        }

        await HearAsync(client);
    }

    private async Task HearAsync(Socket client)
    {
        byte[] buffer = new byte[1024];

        while (await client.ReceiveAsync(buffer, _ending.Token) > 0)
        {
            // Whatever it is.
        }
    }

    private async Task WaitAsync(int ms)
    {
        try
        {
            await Task.Delay(ms, _ending.Token);
        }
        catch (OperationCanceledException)
        {
            // Told to end.
        }
    }
}
