using System;

using ToyGuard.Core.Family;
using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Dhcp;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Edge.Dhcp;

/// <summary>The hub's DHCP service on the link of its own Wi-Fi, by <see cref="DhcpResponder"/>. It moves messages, and decides nothing.</summary>
public sealed class DhcpServer : PacketService, ISeenThings
{
    /// <summary>Where servers listen.</summary>
    public const int DefaultPort = 67;

    /// <summary>Where clients listen.</summary>
    public const int DefaultClientPort = 68;

    private const int TurnMs = 1000;

    private readonly DhcpResponder _responder;
    private readonly byte[] _address;
    private readonly int _clientPort;
    private readonly byte[] _answer = new byte[DhcpWriter.LengthMax];
    private long _turnMs;

    /// <summary>A server on the link where our address is <paramref name="address"/>, 4 bytes.</summary>
    /// <param name="responder">Says what is answered, and to whom.</param>
    /// <param name="address">Our address there.</param>
    /// <param name="port"><see cref="DefaultPort"/>, but in tests.</param>
    /// <param name="clientPort"><see cref="DefaultClientPort"/>, but in tests.</param>
    public DhcpServer(DhcpResponder responder, byte[] address, int port, int clientPort)
        : base(DhcpMessage.LengthMax)
    {
        _responder = responder;
        _address = address;
        _clientPort = clientPort;
        Port = port;
    }

    /// <inheritdoc/>
    public override string Name
    {
        get { return "dhcp"; }
    }

    /// <summary>The port it listens at.</summary>
    public int Port { get; }

    /// <inheritdoc/>
    public int Places
    {
        get { return LeaseTable.Capacity; }
    }

    /// <inheritdoc/>
    public SeenThing? At(int place)
    {
        SeenStation? station = _responder.SeenAt(place, Environment.TickCount64);
        return station is null ? null : new SeenThing(station.HardwareBytes, station.Name, station.MudUrl, _responder.ToyAt(place));
    }

    /// <inheritdoc/>
    protected override Datagrams Bind()
    {
        return Datagrams.OnLink(_address, Port);
    }

    /// <inheritdoc/>
    protected override int WaitOf(Datagrams socket)
    {
        long nowMs = Environment.TickCount64;

        if (nowMs >= _turnMs)
        {
            _turnMs = nowMs + TurnMs;
            _responder.Keep(nowMs);
        }

        return (int)(_turnMs - nowMs) + 1;
    }

    /// <inheritdoc/>
    protected override void Take(Datagrams socket, byte[] packet, int count)
    {
        int length = _responder.Take(packet, count, socket.Sender, Environment.TickCount64, _answer);

        if (length > 0)
        {
            // What does not get out is asked for again.
            socket.SendTo(_responder.Target, _clientPort, _answer, length);
        }
    }
}
