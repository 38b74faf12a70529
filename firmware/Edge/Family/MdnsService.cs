using System;
using System.Net.Sockets;

using ToyGuard.Core.Crypto;
using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Mdns;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Mdns;

namespace ToyGuard.Edge.Family;

/// <summary>The lasting name on every link that we are on: one socket, and an <see cref="MdnsResponder"/> for each link. It moves packets and decides only whose link each is from.</summary>
public sealed class MdnsService : PacketService
{
    /// <summary>The port of multicast DNS.</summary>
    public const int DefaultPort = MdnsResponder.DefaultPort;

    /// <summary>The home's network.</summary>
    public const int HomeSide = 0;

    /// <summary>The device's own Wi-Fi.</summary>
    public const int OwnSide = 1;

    private const int Sides = 2;

    // How soon a link that came up is noticed.
    private const int WaitMs = 500;

    // RFC 6762, 8.1: so that not all devices speak at once when the power comes back.
    private const int FirstWaitMs = 250;

    private static readonly byte[] s_group = { 224, 0, 0, 251 };

    private readonly string _hostLabel;
    private readonly IRandom _random;
    private readonly IMdnsWatcher? _watcher;
    private readonly byte[] _drawn = new byte[1];
    private readonly byte[] _answer = new byte[MdnsResponder.PacketMax];

    private readonly object _lock = new object();
    private readonly MdnsSide?[] _sides = new MdnsSide?[Sides];
    private bool _isInConflict;

    /// <summary>A service for <paramref name="hostLabel"/>.local. It is on no link until <see cref="SetSide"/>.</summary>
    /// <param name="hostLabel">The lasting name without a domain, lower-case, 1 to 63 characters.</param>
    /// <param name="random">Draws the first waits.</param>
    /// <param name="watcher">Hears of conflicts; null when nobody listens.</param>
    /// <param name="port"><see cref="DefaultPort"/>, but in tests.</param>
    public MdnsService(string hostLabel, IRandom random, IMdnsWatcher? watcher, int port)
        : base(MdnsReader.LengthMax)
    {
        _hostLabel = hostLabel;
        _random = random;
        _watcher = watcher;
        Port = port;
    }

    /// <inheritdoc/>
    public override string Name
    {
        get { return "mdns"; }
    }

    /// <summary>The port it listens at.</summary>
    public int Port { get; }

    /// <summary>True while another device claims our name on any link.</summary>
    public bool IsInConflict
    {
        get
        {
            lock (_lock)
            {
                return _isInConflict;
            }
        }
    }

    /// <summary>Speaks on a link from now on, or anew there, as after a change of address. From any thread, at any time.</summary>
    /// <param name="side"><see cref="HomeSide"/> or <see cref="OwnSide"/>.</param>
    /// <param name="address">Our address there, 4 bytes.</param>
    /// <param name="link">Who is heard there. The links of two sides have no address in common.</param>
    public void SetSide(int side, byte[] address, Subnet link)
    {
        lock (_lock)
        {
            _random.Fill(_drawn, 0, 1);
            long firstMs = Environment.TickCount64 + (_drawn[0] % FirstWaitMs);
            _sides[side] = new MdnsSide(address, link, new MdnsResponder(_hostLabel, address, link, Port, firstMs));
        }
    }

    /// <summary>Falls silent on a link: it is gone.</summary>
    public void ClearSide(int side)
    {
        lock (_lock)
        {
            _sides[side] = null;
        }
    }

    /// <summary>Sends what is due on every link; how long nothing more is.</summary>
    protected override int WaitOf(Datagrams socket)
    {
        long nowMs = Environment.TickCount64;
        long dueMs = nowMs + WaitMs;
        bool isInConflict = false;

        for (int i = 0; i < Sides; i++)
        {
            MdnsSide? side = SideAt(i);

            if (side is null)
            {
                continue;
            }

            if (!side.IsJoined)
            {
                side.IsJoined = socket.Join(s_group, side.Address);
            }

            int length = side.Responder.Turn(nowMs, _answer);

            if (length > 0)
            {
                // What does not get out is asked for again.
                socket.SendTo(s_group, side.Address, Port, _answer, length);
            }

            dueMs = side.Responder.DueMs < dueMs ? side.Responder.DueMs : dueMs;
            isInConflict = isInConflict || side.Responder.IsInConflict(nowMs);
        }

        Tell(isInConflict);

        long waitMs = dueMs - nowMs;
        return waitMs < 1 ? 1 : (int)waitMs;
    }

    /// <inheritdoc/>
    protected override void Take(Datagrams socket, byte[] packet, int count)
    {
        for (int i = 0; i < Sides; i++)
        {
            MdnsSide? side = SideAt(i);

            if (side is not null && side.Link.Contains(socket.Sender))
            {
                int length = side.Responder.Take(packet, count, socket.Sender, socket.SenderPort, Environment.TickCount64, _answer);

                if (length > 0)
                {
                    socket.Reply(_answer, length);
                }

                return;
            }
        }
    }

    private void Tell(bool isInConflict)
    {
        lock (_lock)
        {
            if (_isInConflict == isInConflict)
            {
                return;
            }

            _isInConflict = isInConflict;
        }

        if (_watcher is not null)
        {
            _watcher.OnConflict(isInConflict);
        }
    }

    private MdnsSide? SideAt(int side)
    {
        lock (_lock)
        {
            return _sides[side];
        }
    }

    /// <inheritdoc/>
    protected override Datagrams Bind()
    {
        Datagrams socket = new Datagrams(new byte[4], Port, true);

        lock (_lock)
        {
            // What an earlier run had joined went with its socket.
            for (int i = 0; i < Sides; i++)
            {
                MdnsSide? side = _sides[i];

                if (side is not null)
                {
                    side.IsJoined = false;
                }
            }
        }

        return socket;
    }
}
