using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Core.Storage;
using ToyGuard.Fakes;
using ToyGuard.Guard.Dhcp;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Edge.Dhcp.Tests;

/// <summary>A hub's DHCP at 127.0.0.1 in 127.0.0.0/24, on a port of its own, with what its radio lists, a flash, and a client's socket that hears broadcasts and whatever is sent to one address.</summary>
internal sealed class DhcpLab : IDisposable, IStations
{
    private const int WaitMs = 10000;
    private static readonly byte[] s_hub = [127, 0, 0, 1];

    private readonly ConcurrentDictionary<int, int> _listed = new();
    private readonly Socket _client = NewSocket(IPAddress.Any, 0);
    private readonly Thread _thread;

    public DhcpLab()
    {
        Table = new LeaseTable(s_hub, Subnet.Parse("127.0.0.0/24")!);
        LeaseBook book = new(Flash, Table);
        Assert.IsTrue(book.Open(Environment.TickCount64));
        Port = LastingPort.Next();
        Server = new DhcpServer(new DhcpResponder(Table, book, this, Toys), s_hub, Port, ((IPEndPoint)_client.LocalEndPoint!).Port);
        Server.Open();
        _thread = new Thread(Server.Run) { IsBackground = true };
        _thread.Start();
    }

    public DhcpServer Server { get; }

    public LeaseTable Table { get; }

    public FlashModel Flash { get; } = new();

    public ToyAddresses Toys { get; } = new();

    public int Port { get; }

    /// <summary>The answer that <see cref="Take"/> took last.</summary>
    public DhcpMessage Answer { get; } = new();

    /// <summary>The last byte of the address that it gives.</summary>
    public int Given => (int)(Answer.YourAddress & 255);

    /// <summary>The last byte of the station that it is for.</summary>
    public int Station => Answer.Hardware[5];

    public bool IsHere(byte[] hardware)
    {
        return hardware[0] == 2 && hardware[4] == 0x53 && _listed.ContainsKey(hardware[5]);
    }

    public int ToyOf(byte[] hardware)
    {
        return IsHere(hardware) ? _listed[hardware[5]] : 0;
    }

    /// <summary>A station comes, as a toy or (0) as a stranger.</summary>
    public void Come(int station, int toy)
    {
        _listed[station] = toy;
    }

    public void Go(int station)
    {
        Assert.IsTrue(_listed.TryRemove(station, out _));
    }

    public static DhcpBuilder Discover(int station)
    {
        return DhcpBuilder.Of(1, station);
    }

    public static DhcpBuilder Select(int station, int address)
    {
        return DhcpBuilder.Of(3, station).Option(54, s_hub).Option(50, 127, 0, 0, (byte)address);
    }

    /// <summary>Asks for more time for an address that it has.</summary>
    public static DhcpBuilder Renew(int station, int address)
    {
        return DhcpBuilder.Of(3, station).Set(12, 127, 0, 0, (byte)address);
    }

    /// <summary>Sends from anywhere to everybody on the link, as a client without an address does; or to the hub alone.</summary>
    public void Send(byte[] message, bool isBroadcast = false)
    {
        SendFrom(_client, message, isBroadcast);
    }

    /// <summary>Takes the next answer; None when there is none for a while.</summary>
    public DhcpType Take(int waitMs = WaitMs)
    {
        byte[] buffer = new byte[1500];
        _client.ReceiveTimeout = waitMs;

        try
        {
            int count = _client.Receive(buffer);
            Assert.IsTrue(Answer.Read(buffer, 0, count) && Answer.IsReply);
            return Answer.Type;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.TimedOut)
        {
            return DhcpType.None;
        }
    }

    public DhcpType Ask(DhcpBuilder message, int waitMs = WaitMs)
    {
        Send(message.End());
        return Take(waitMs);
    }

    /// <summary>The whole way to an address.</summary>
    public int Join(int station)
    {
        Assert.AreEqual(DhcpType.Offer, Ask(Discover(station)));
        Assert.AreEqual(DhcpType.Ack, Ask(Select(station, Given)));
        return Given;
    }

    /// <summary>A client's socket at the address that it was given.</summary>
    public Socket At(int address)
    {
        return NewSocket(new IPAddress([127, 0, 0, (byte)address]), ((IPEndPoint)_client.LocalEndPoint!).Port);
    }

    public void SendFrom(Socket client, byte[] message, bool isBroadcast)
    {
        client.SendTo(message, new IPEndPoint(isBroadcast ? IPAddress.Broadcast : new IPAddress(s_hub), Port));
    }

    public static void Until(Func<bool> condition, string what)
    {
        Assert.IsTrue(SpinWait.SpinUntil(condition, WaitMs), what);
    }

    public void Dispose()
    {
        Stopwatch watch = Stopwatch.StartNew();
        Server.Stop();
        Assert.IsTrue(_thread.Join(WaitMs) && watch.ElapsedMilliseconds < 5000, "it stops");
        _client.Dispose();
    }

    private static Socket NewSocket(IPAddress address, int port)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { EnableBroadcast = true, ReceiveBufferSize = 4 << 20 };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);

        // On the hub's link alone, as the server is.
        socket.SetRawSocketOption(1, 25, "lo\0"u8);
        socket.Bind(new IPEndPoint(address, port));
        return socket;
    }
}
