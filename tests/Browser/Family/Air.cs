using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>The network that the phones are in: whatever name a browser asks for, it ends here, and from here it leads to the device's own Wi-Fi, to the home's, or nowhere.</summary>
/// <remarks>A change cuts what runs, as leaving a Wi-Fi does. What passes is kept, as a listener would.</remarks>
internal sealed class Air : IDisposable
{
    private const int HeadMax = 8192;
    private const int NoPort = 80;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _lock = new();
    private readonly HashSet<Socket> _live = [];
    private readonly MemoryStream _heard = new();
    private Func<int, AirWay?> _ways = _ => null;

    public Air()
    {
        _listener.Start();
        _ = TakeAsync();
    }

    /// <summary>Where a browser finds it.</summary>
    public int Port
    {
        get { return ((IPEndPoint)_listener.LocalEndpoint).Port; }
    }

    /// <summary>All that passed until now, in both directions.</summary>
    public byte[] Heard
    {
        get
        {
            lock (_lock)
            {
                return _heard.ToArray();
            }
        }
    }

    /// <summary>Puts the phones into another network: what way a port leads there, null for none.</summary>
    public void Lead(Func<int, AirWay?> ways)
    {
        lock (_lock)
        {
            _ways = ways;

            foreach (Socket socket in _live)
            {
                Reset(socket);
            }

            _live.Clear();
        }
    }

    /// <summary>Takes the phones out of every network.</summary>
    public void Cut()
    {
        Lead(_ => null);
    }

    public void Dispose()
    {
        _listener.Dispose();
        Cut();
    }

    private static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The end.
        }
    }

    private async Task ServeAsync(Socket phone)
    {
        Socket? device = null;

        try
        {
            Enter(phone);
            byte[] head = new byte[HeadMax];
            int count = await ReadHeadAsync(phone, head);

            if (WayOf(Encoding.ASCII.GetString(head, 0, count)) is not AirWay way)
            {
                return;
            }

            device = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            Enter(device);
            device.Bind(new IPEndPoint(way.From, 0));
            await device.ConnectAsync(way.To);
            await PassAsync(device, head.AsMemory(0, count));
            Task up = PumpAsync(phone, device);
            await PumpAsync(device, phone);
            phone.Shutdown(SocketShutdown.Send);
            await up;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // Somebody left.
        }
        finally
        {
            Leave(phone);
            Leave(device);
        }
    }

    private static async Task<int> ReadHeadAsync(Socket phone, byte[] head)
    {
        for (int count = 0; ;)
        {
            int more = await phone.ReceiveAsync(head.AsMemory(count));
            count += more;

            if (more == 0 || count == head.Length || head.AsSpan(0, count).IndexOf("\r\n\r\n"u8) >= 0)
            {
                return count;
            }
        }
    }

    private AirWay? WayOf(string head)
    {
        int at = head.IndexOf("\r\nHost: ", StringComparison.OrdinalIgnoreCase);

        if (at < 0)
        {
            return null;
        }

        string host = head[(at + 8)..head.IndexOf("\r\n", at + 8, StringComparison.Ordinal)];
        int colon = host.IndexOf(':', StringComparison.Ordinal);

        lock (_lock)
        {
            return _ways(colon < 0 ? NoPort : int.Parse(host[(colon + 1)..], CultureInfo.InvariantCulture));
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[16384];

        for (int count; (count = await from.ReceiveAsync(buffer)) > 0;)
        {
            await PassAsync(to, buffer.AsMemory(0, count));
        }
    }

    private async Task PassAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        lock (_lock)
        {
            _heard.Write(bytes.Span);
        }

        await to.SendAsync(bytes);
    }

    private void Enter(Socket socket)
    {
        lock (_lock)
        {
            _live.Add(socket);
        }
    }

    private void Leave(Socket? socket)
    {
        lock (_lock)
        {
            if (socket is not null && _live.Remove(socket))
            {
                Reset(socket);
            }
        }
    }
}
