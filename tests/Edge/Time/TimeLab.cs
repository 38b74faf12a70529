using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Time;
using ToyGuard.Wire.Sntp;

namespace ToyGuard.Edge.Tests.Time;

/// <summary>A paired hub's clock, and a time server whose replies a test writes: the name leads to a public address, and the lab to this machine.</summary>
internal sealed class TimeLab : INameLookup, IRouteMap, IDisposable
{
    /// <summary>How long the client waits for a reply that has to come: longer than the busiest machine needs.</summary>
    public const int LongMs = 10_000;

    private readonly Socket _server = NewSocket("127.0.0.1");
    private readonly Socket _stranger = NewSocket("127.0.0.9");
    private readonly Thread _thread;
    private readonly Replier _reply;

    public TimeLab(Replier reply)
        : this(reply, LongMs)
    {
    }

    /// <summary>A client that waits only so long is for replies that must not win.</summary>
    public TimeLab(Replier reply, int waitMs)
    {
        _reply = reply;
        Port = ((IPEndPoint)_server.LocalEndPoint!).Port;
        Client = new SntpClient(Gate, this, "time.example", this, new SecureRandom(), waitMs);
        Refiner = new ClockRefiner(Client, Clock, new SecureRandom());
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Sends what it likes for one request; the packet is a right reply by a clock at <see cref="ServerMs"/>.</summary>
    public delegate void Replier(TimeLab lab, byte[] packet, IPEndPoint client);

    public Gate Gate { get; } = new(new GateState(Array.Empty<ToyState>()) { IsPaired = true }, new VerdictCounters());

    public WallClock Clock { get; } = new();

    public SntpClient Client { get; }

    public ClockRefiner Refiner { get; }

    /// <summary>Where the server's name leads.</summary>
    public byte[] Address { get; set; } = { 192, 0, 2, 123 };

    /// <summary>What the look-up says; None is found.</summary>
    public Reason Found { get; set; }

    /// <summary>Where the lab leads the address; a real server in place of the lab's own.</summary>
    public int Port { get; set; }

    /// <summary>The time by the server's clock.</summary>
    public long ServerMs { get; set; } = 1800000000000;

    public int Lookups { get; private set; }

    public int Requests { get; private set; }

    /// <summary>A reply as it should be, of the right server.</summary>
    public static void Right(TimeLab lab, byte[] packet, IPEndPoint client)
    {
        lab.Send(packet, client);
    }

    public void Send(byte[] packet, IPEndPoint client)
    {
        _server.SendTo(packet, client);
    }

    /// <summary>The same from another address.</summary>
    public void SendAsStranger(byte[] packet, IPEndPoint client)
    {
        _stranger.SendTo(packet, client);
    }

    /// <inheritdoc/>
    public Reason Lookup(HostName host, byte[] addresses, out int count)
    {
        Lookups++;
        Assert.AreEqual("time.example", host.ToString());
        Address.CopyTo(addresses, 0);
        count = Found == Reason.None ? Address.Length / 4 : 0;

        return Found;
    }

    /// <inheritdoc/>
    public bool TryMap(byte[] address, int port, byte[] realAddress, out int realPort)
    {
        Assert.AreEqual(SntpClient.ServerPort, port);
        new byte[] { 127, 0, 0, 1 }.CopyTo(realAddress, 0);
        realPort = Port;

        return true;
    }

    public void Dispose()
    {
        _server.Close();
        _stranger.Close();
        Assert.IsTrue(_thread.Join(10_000));
    }

    // A socket and not a UdpClient: that one, closed in the middle of a call, may fail in its own code (a null in Receive).
    private static Socket NewSocket(string address)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));

        return socket;
    }

    private void Serve()
    {
        try
        {
            SntpPacket request = new();
            byte[] query = new byte[512];

            while (true)
            {
                EndPoint client = new IPEndPoint(IPAddress.Any, 0);
                int count = _server.ReceiveFrom(query, ref client);

                if (!request.Read(query, 0, count) || request.Mode != SntpMode.Client)
                {
                    continue;
                }

                Requests++;
                byte[] packet = new byte[SntpPacket.Length];
                long now = SntpTime.FromUnixMs(ServerMs);
                SntpWriter.WriteReply(request, 2, now, now, now, packet);
                _reply(this, packet, (IPEndPoint)client);
            }
        }
        catch (SocketException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
