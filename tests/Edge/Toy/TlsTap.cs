using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>Stands before a server, counts and keeps what goes by, and cuts or slows it. For one connection at a time.</summary>
internal sealed class TlsTap : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _server;
    private readonly List<byte> _up = [];
    private readonly List<byte> _down = [];

    public TlsTap(IPEndPoint server)
    {
        _server = server;
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>How many bytes of the client it lets by before it resets both sides; below 0 all.</summary>
    public int UpMax { get; set; } = -1;

    /// <summary>The same for the server's.</summary>
    public int DownMax { get; set; } = -1;

    /// <summary>Lets the server's bytes by one at a time with such a pause between them; 0 as they come.</summary>
    public int DripMs { get; set; }

    public IPEndPoint Place => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>What the client sent, as far as it was let by.</summary>
    public byte[] Up => Copy(_up);

    /// <summary>What the server sent, as far as it was let by.</summary>
    public byte[] Down => Copy(_down);

    /// <summary>Where each TLS record of <paramref name="bytes"/> ends.</summary>
    public static int[] RecordEnds(byte[] bytes)
    {
        List<int> ends = [];

        for (int at = 0; at + 5 <= bytes.Length;)
        {
            at += 5 + (bytes[at + 3] << 8) + bytes[at + 4];
            ends.Add(at);
        }

        return [.. ends];
    }

    public void Dispose()
    {
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            Socket client;

            try
            {
                client = await _listener.AcceptSocketAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            client.NoDelay = true;
            await server.ConnectAsync(_server);
            _ = PassAsync(client, server, _up, () => UpMax, 0);
            _ = PassAsync(server, client, _down, () => DownMax, DripMs);
        }
    }

    private static async Task PassAsync(Socket from, Socket to, List<byte> kept, Func<int> max, int dripMs)
    {
        byte[] buffer = new byte[dripMs > 0 ? 1 : 16384];

        try
        {
            int count = 1;

            while (count > 0 && (max() < 0 || Copy(kept).Length < max()))
            {
                count = await from.ReceiveAsync(buffer);
                int passed;

                lock (kept)
                {
                    passed = max() < 0 ? count : Math.Min(count, max() - kept.Count);
                    kept.AddRange(buffer.Take(passed));
                }

                await to.SendAsync(buffer.AsMemory(0, passed));

                if (dripMs > 0)
                {
                    await Task.Delay(dripMs);
                }
            }

            if (max() < 0)
            {
                to.Shutdown(SocketShutdown.Send);
                return;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other way was cut.
        }

        from.Close(0);
        to.Close(0);
    }

    private static byte[] Copy(List<byte> kept)
    {
        lock (kept)
        {
            return [.. kept];
        }
    }
}
