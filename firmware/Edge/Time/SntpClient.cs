using System;
using System.Net.Sockets;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Wire.Sntp;

namespace ToyGuard.Edge.Time;

/// <summary>Asks one server on the Internet for the time, once (RFC 4330, 5). Whether the time is believed is for others to say.</summary>
/// <remarks>
/// The gate is asked first, so that an unpaired or paused hub says nothing; every address of the server's name is judged. Against forged replies:
/// a fresh socket on a random port, and 64 random bits in the place of the client's own time, which the reply has to bring back. A reply that
/// comes from elsewhere or does not bring them is ignored while the wait lasts, so junk can neither win nor end it. For one thread.
/// </remarks>
public sealed class SntpClient
{
    /// <summary>Milliseconds that a reply is waited for, unless told otherwise. It also bounds the round trip, and so by how much a told time is wrong: half of it.</summary>
    public const int WaitMs = 2000;

    /// <summary>2026-01-01. Which of the eras of 136 years a server means, when nothing is known of the time here.</summary>
    public const long AboutMs = 1767225600000;

    /// <summary>The port of time servers.</summary>
    public const int ServerPort = 123;

    private const int AddressLength = 4;
    private const int AddressesMax = 8;
    private const int NonceLength = 8;
    private const int PortTriesMax = 8;
    private const int LeapUnsynchronised = 3;
    private const int StratumMax = 15;

    private readonly Gate _gate;
    private readonly INameLookup _lookup;
    private readonly IRouteMap? _routes;
    private readonly IRandom _random;
    private readonly int _waitMs;
    private readonly GateQuery _query = new() { Kind = AskKind.OwnClock, Port = ServerPort };
    private readonly SntpPacket _packet = new();
    private readonly byte[] _any = new byte[AddressLength];
    private readonly byte[] _addresses = new byte[AddressesMax * AddressLength];
    private readonly byte[] _claimed = new byte[AddressLength];
    private readonly byte[] _server = new byte[AddressLength];
    private readonly byte[] _drawn = new byte[NonceLength + 2];
    private readonly byte[] _request = new byte[SntpPacket.Length];

    // One byte more than a reply may have, so that a longer one is not taken for a whole one.
    private readonly byte[] _reply = new byte[SntpPacket.DatagramMax + 1];

    /// <summary>A client of the server called <paramref name="server"/>.</summary>
    /// <param name="gate">Gives the verdict.</param>
    /// <param name="lookup">Finds the server's addresses at the home's own resolver.</param>
    /// <param name="server">A host name; anything else is held as none.</param>
    /// <param name="routes">Where an address really is; null when it is where it says.</param>
    /// <param name="random">Draws what a forger must guess.</param>
    public SntpClient(Gate gate, INameLookup lookup, string server, IRouteMap? routes, IRandom random)
        : this(gate, lookup, server, routes, random, WaitMs)
    {
    }

    /// <summary>The same, with another wait than <see cref="WaitMs"/>.</summary>
    public SntpClient(Gate gate, INameLookup lookup, string server, IRouteMap? routes, IRandom random, int waitMs)
    {
        _gate = gate;
        _lookup = lookup;
        _routes = routes;
        _random = random;
        _waitMs = waitMs;
        _query.Host.Read(server);
    }

    /// <summary>Waits for the time. <see cref="Reason.None"/> when <paramref name="utcMs"/> is what the server says it is now, milliseconds since 1970-01-01 UTC; else why there is none.</summary>
    /// <param name="aboutUtcMs">The time as it is known here, or <see cref="AboutMs"/>: of the times that a reply may mean, the nearest is taken.</param>
    /// <param name="utcMs">The server's time; 0 when there is none.</param>
    public Reason Ask(long aboutUtcMs, out long utcMs)
    {
        utcMs = 0;
        Verdict verdict = _gate.Ask(_query);

        if (!verdict.IsAllowed)
        {
            return verdict.Reason;
        }

        Reason reason = Find();

        if (reason == Reason.None)
        {
            reason = AskAddress(aboutUtcMs, out utcMs);
        }

        if (reason != Reason.None)
        {
            _gate.Hold(_query, reason);
        }

        return reason;
    }

    private Reason Find()
    {
        Reason reason = _lookup.Lookup(_query.Host, _addresses, out int count);

        if (reason != Reason.None)
        {
            return reason;
        }

        // All of them, not only the one to be used, as for a relay (EGR-03).
        for (int i = 0; i < count; i++)
        {
            if (!AddressJudge.IsGlobal(_addresses, i * AddressLength, AddressLength, out Reason held))
            {
                return held;
            }
        }

        return count > 0 ? Reason.None : Reason.NameWithoutAddress;
    }

    private Reason AskAddress(long aboutUtcMs, out long utcMs)
    {
        Array.Copy(_addresses, _claimed, AddressLength);
        Array.Copy(_addresses, _server, AddressLength);
        int port = ServerPort;

        if (_routes != null && _routes.TryMap(_claimed, ServerPort, _server, out int realPort))
        {
            port = realPort;
        }

        utcMs = 0;
        Datagrams? socket = null;

        try
        {
            socket = Open();

            return Exchange(socket, port, aboutUtcMs, out utcMs);
        }
        catch (SocketException)
        {
            // No port, no route: the same to the caller as a server that says nothing.
            return Reason.ServerSilent;
        }
        finally
        {
            if (socket != null)
            {
                socket.Close();
            }
        }
    }

    private Reason Exchange(Datagrams socket, int port, long aboutUtcMs, out long utcMs)
    {
        utcMs = 0;
        long nonce = DrawNonce();
        int length = SntpWriter.WriteRequest(_request, nonce);
        long sentMs = Environment.TickCount64;

        if (!socket.SendTo(_server, port, _request, length))
        {
            return Reason.ServerUnreachable;
        }

        while (true)
        {
            long leftMs = sentMs + _waitMs - Environment.TickCount64;

            if (leftMs < 1)
            {
                return Reason.ServerSilent;
            }

            int count = socket.Receive(_reply, (int)leftMs);

            if (count > 0 && IsFromServer(socket, port) && IsReplyTo(nonce, count))
            {
                return Judge(Environment.TickCount64 - sentMs, aboutUtcMs, out utcMs);
            }
        }
    }

    private bool IsReplyTo(long nonce, int count)
    {
        return _packet.Read(_reply, 0, count) && _packet.Mode == SntpMode.Server && _packet.OriginTime == nonce;
    }

    // RFC 4330, 5: what a client has to check once the reply is the server's own.
    private Reason Judge(long roundTripMs, long aboutUtcMs, out long utcMs)
    {
        utcMs = 0;

        // Stratum 0 is a "kiss of death": it turns us away, and the next time is later.
        if (_packet.Leap == LeapUnsynchronised || _packet.Stratum < 1 || _packet.Stratum > StratumMax
            || _packet.TransmitTime == 0 || _packet.ReceiveTime == 0)
        {
            return Reason.ServerUnreachable;
        }

        long leftMs = SntpTime.ToUnixMs(_packet.TransmitTime, aboutUtcMs);
        long cameMs = SntpTime.ToUnixMs(_packet.ReceiveTime, leftMs);
        long onTheWayMs = roundTripMs - (leftMs - cameMs);

        // A server that claims to have thought for longer than we waited, or backwards, has no clock; a late one has no use.
        if (leftMs < cameMs || onTheWayMs < -1 || roundTripMs > _waitMs)
        {
            return Reason.ServerUnreachable;
        }

        utcMs = leftMs + (onTheWayMs > 0 ? onTheWayMs / 2 : 0);

        return Reason.None;
    }

    private long DrawNonce()
    {
        _random.Fill(_drawn, 0, _drawn.Length);
        long nonce = 0;

        for (int i = 0; i < NonceLength; i++)
        {
            nonce = (nonce << 8) | _drawn[i];
        }

        // 0 is what a reply has that answers nobody.
        return nonce == 0 ? 1 : nonce;
    }

    // Systems choose free ports in ways that can be guessed; lwIP counts upwards.
    private Datagrams Open()
    {
        for (int i = 1; i < PortTriesMax; i++)
        {
            _random.Fill(_drawn, 0, _drawn.Length);

            try
            {
                return new Datagrams(_any, 0x8000 | ((_drawn[NonceLength] & 0x7F) << 8) | _drawn[NonceLength + 1]);
            }
            catch (SocketException)
            {
                // Taken: draw another.
            }
        }

        return new Datagrams(_any, 0);
    }

    private bool IsFromServer(Datagrams socket, int port)
    {
        return socket.SenderPort == port
            && socket.Sender[0] == _server[0]
            && socket.Sender[1] == _server[1]
            && socket.Sender[2] == _server[2]
            && socket.Sender[3] == _server[3];
    }
}
