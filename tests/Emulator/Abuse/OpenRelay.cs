using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>A relay that one toy has open, with bytes going round in it.</summary>
internal sealed class OpenRelay : IAsyncDisposable
{
    private readonly Socket _client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly CancellationTokenSource _ending = new();
    private Task _going = Task.CompletedTask;
    private int _rounds;

    /// <summary>How often a byte has come back.</summary>
    public int Rounds
    {
        get { return Volatile.Read(ref _rounds); }
    }

    /// <summary>True as long as nobody closed it.</summary>
    public bool IsOpen
    {
        get { return !_going.IsCompleted; }
    }

    /// <summary>Opens one.</summary>
    public static async Task<OpenRelay> OpenAsync(TcpService tls, IPAddress from)
    {
        OpenRelay relay = new();
        relay._client.Bind(new IPEndPoint(from, 0));
        await relay._client.ConnectAsync(IPAddress.Loopback, tls.Port);
        await relay._client.SendAsync(tls.Request);
        await relay.HearAsync(tls.Request.Length);
        relay._going = relay.GoAsync();
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();

        try
        {
            await _going;
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // That is how it ends.
        }

        _client.Dispose();
        _ending.Dispose();
    }

    private async Task GoAsync()
    {
        while (true)
        {
            await _client.SendAsync(new byte[] { 1 }, _ending.Token);
            await HearAsync(1);
            Interlocked.Increment(ref _rounds);
            await Task.Delay(20, _ending.Token);
        }
    }

    private async Task HearAsync(int count)
    {
        byte[] buffer = new byte[1024];

        while (count > 0)
        {
            int got = await _client.ReceiveAsync(buffer.AsMemory(0, Math.Min(count, buffer.Length)), _ending.Token);

            if (got == 0)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            count -= got;
        }
    }
}
