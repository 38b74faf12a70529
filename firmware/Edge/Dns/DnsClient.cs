using System;
using System.Net.Sockets;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;
using ToyGuard.Wire;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Edge.Dns;

/// <summary>Asks the home network's resolver for the addresses of an allowed name, over UDP and nothing else. The platform's own call would stop every thread.</summary>
/// <remarks>
/// Against forged replies (RFC 5452): each attempt has a random identifier and a fresh socket on a random port, and only a reply from
/// the resolver's address and port with that identifier and that question counts; anything else is ignored while the attempt lasts.
/// A reply that counts but cannot be read in exactly one way is a failure, never a guess.
/// It owns one socket at a time: a second name waits until the first is done, a cached one does not.
/// </remarks>
public sealed class DnsClient : INameLookup
{
    /// <summary>How often a question is sent. The last time goes without EDNS, which some home routers still cannot read.</summary>
    public const int AttemptsMax = 3;

    /// <summary>Milliseconds an attempt waits for its answer.</summary>
    public const int AttemptMs = 1500;

    private const int PortTriesMax = 8;

    private readonly HomeNetwork _home;
    private readonly int _port;
    private readonly IRandom _random;
    private readonly object _askLock = new();
    private readonly DnsCache _cache = new();
    private readonly DnsAnswerReader _answer = new();
    private readonly byte[] _any = new byte[4];
    private readonly byte[] _drawn = new byte[4];
    private readonly byte[] _query = new byte[DnsWriter.QueryLengthMax];

    // One byte more than a reply may have, so that a longer one is not taken for a whole one.
    private readonly byte[] _reply = new byte[DnsAnswerReader.LengthMax + 1];
    private ReadStatus _status;

    /// <summary>A client of the resolver at <paramref name="resolver"/> (4 bytes) and <paramref name="port"/> (53 at home); what a forger must guess is drawn from <paramref name="random"/>.</summary>
    public DnsClient(byte[] resolver, int port, IRandom random)
        : this(new HomeNetwork(resolver), port, random)
    {
    }

    /// <summary>A client of whatever resolver <paramref name="home"/> has at the time: while it has none, no question leaves.</summary>
    public DnsClient(HomeNetwork home, int port, IRandom random)
    {
        _home = home ?? throw new ArgumentNullException(nameof(home));
        _port = port;
        _random = random;
    }

    /// <inheritdoc/>
    public Reason Lookup(HostName host, byte[] addresses, out int count)
    {
        count = 0;

        if (host.Length == 0)
        {
            return Reason.NotAName;
        }

        if (_cache.TryGet(host, Environment.TickCount64, addresses, out count, out Reason known))
        {
            return known;
        }

        lock (_askLock)
        {
            // Whoever was here before may have asked the same.
            if (_cache.TryGet(host, Environment.TickCount64, addresses, out count, out known))
            {
                return known;
            }

            Reason reason = Ask(host);
            int found = reason == Reason.None ? _answer.AddressCount : 0;
            _cache.Put(host, Environment.TickCount64, reason, _answer.Addresses, found, _answer.TtlSeconds);
            count = DnsCache.CopyAddresses(_answer.Addresses, found, addresses);
            return reason;
        }
    }

    private Reason Ask(HostName host)
    {
        bool withEdns = true;

        // The same to the end: an answer is one resolver's.
        byte[] resolver = _home.Resolver;

        if (!IsOne(resolver))
        {
            return Reason.ResolverSilent;
        }

        for (int attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            withEdns = withEdns && attempt < AttemptsMax;

            if (!AskOnce(resolver, host, withEdns))
            {
                continue;
            }

            if (withEdns && IsEdnsUnknown(_answer.Code))
            {
                withEdns = false;
                continue;
            }

            return Judge();
        }

        return Reason.ResolverSilent;
    }

    /// <summary>True once a reply to this very question came; <see cref="_answer"/> and <see cref="_status"/> hold what became of it.</summary>
    private bool AskOnce(byte[] resolver, HostName host, bool withEdns)
    {
        _random.Fill(_drawn, 0, _drawn.Length);

        int id = (_drawn[0] << 8) | _drawn[1];
        int length = DnsWriter.WriteQuery(_query, id, host.Bytes, host.Length, DnsType.A, withEdns ? DnsAnswerReader.LengthMax : 0);
        long deadlineMs = Environment.TickCount64 + AttemptMs;
        Datagrams? socket = null;

        try
        {
            socket = Open();

            if (!socket.SendTo(resolver, _port, _query, length))
            {
                return false;
            }

            while (true)
            {
                long leftMs = deadlineMs - Environment.TickCount64;

                if (leftMs < 1)
                {
                    return false;
                }

                int count = socket.Receive(_reply, (int)leftMs);

                if (count < 0 || !IsFromResolver(resolver, socket))
                {
                    continue;
                }

                _status = _answer.Read(_reply, 0, count, id, host.Bytes, host.Length);

                if (_answer.IsOurs)
                {
                    return true;
                }
            }
        }
        catch (SocketException)
        {
            // No port, no route: the same to the caller as a resolver that says nothing.
            return false;
        }
        finally
        {
            if (socket != null)
            {
                socket.Close();
            }
        }
    }

    private Reason Judge()
    {
        if (_status != ReadStatus.Complete || _answer.IsTruncated)
        {
            return Reason.ResolverFailed;
        }

        switch (_answer.Code)
        {
            case DnsCode.NoError:
                return _answer.AddressCount > 0 ? Reason.None : Reason.NameWithoutAddress;
            case DnsCode.NameError:
                return Reason.NameNotFound;
            default:
                return Reason.ResolverFailed;
        }
    }

    // Systems choose free ports in ways that can be guessed; lwIP counts upwards.
    private Datagrams Open()
    {
        for (int i = 1; i < PortTriesMax; i++)
        {
            int port = 0x8000 | ((_drawn[2] & 0x7F) << 8) | _drawn[3];

            try
            {
                return new Datagrams(_any, port);
            }
            catch (SocketException)
            {
                // Taken: draw another.
                _random.Fill(_drawn, 0, _drawn.Length);
            }
        }

        return new Datagrams(_any, 0);
    }

    private bool IsFromResolver(byte[] resolver, Datagrams socket)
    {
        return socket.SenderPort == _port
            && socket.Sender[0] == resolver[0]
            && socket.Sender[1] == resolver[1]
            && socket.Sender[2] == resolver[2]
            && socket.Sender[3] == resolver[3];
    }

    private static bool IsOne(byte[] resolver)
    {
        return (resolver[0] | resolver[1] | resolver[2] | resolver[3]) != 0;
    }

    private static bool IsEdnsUnknown(int code)
    {
        return code == DnsCode.FormatError || code == DnsCode.NotImplemented || code == DnsCode.BadVersion;
    }
}
