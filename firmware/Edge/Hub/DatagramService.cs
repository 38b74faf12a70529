using System;

using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Hub;

/// <summary>A service that answers datagrams from the toy side, at most one for each. It moves them, and decides nothing but who is on the toy side and whose turn it is.</summary>
public abstract class DatagramService : PacketService
{
    // How long one wait lasts when nobody asks.
    private const int WaitMs = 30 * 1000;

    private readonly ToyAddresses _toys;
    private readonly Subnet _toySide;
    private readonly byte[] _address = new byte[4];
    private readonly FairShare _share = new(Datagrams.AnswersASecond);
    private readonly byte[] _answer;

    private readonly object _lock = new();
    private int _port;

    /// <summary>A service for the clients in <paramref name="toySide"/>.</summary>
    /// <param name="toys">Says which toy asks.</param>
    /// <param name="toySide">Who is heard at all.</param>
    /// <param name="address">The hub's address on the toy side, 4 bytes.</param>
    /// <param name="port">0 for any free one, see <see cref="Port"/>.</param>
    /// <param name="queryMax">Longest question that is read.</param>
    /// <param name="answerMax">Longest answer.</param>
    protected DatagramService(ToyAddresses toys, Subnet toySide, byte[] address, int port, int queryMax, int answerMax)
        : base(queryMax)
    {
        _toys = toys;
        _toySide = toySide;
        _port = port;
        _answer = new byte[answerMax];

        for (int i = 0; i < _address.Length; i++)
        {
            _address[i] = address[i];
        }
    }

    /// <summary>The port it listens at, known once it is open and kept for later runs; before that the one it was set to.</summary>
    public int Port
    {
        get
        {
            lock (_lock)
            {
                return _port;
            }
        }
    }

    /// <summary>Writes the answer to one datagram, of which <paramref name="count"/> is 1 or more, and returns its length; 0 = say nothing. Only ever called by one thread.</summary>
    protected abstract int Answer(byte[] query, int count, int toy, byte[] answer);

    /// <inheritdoc/>
    protected override Datagrams Bind()
    {
        lock (_lock)
        {
            Datagrams socket = new Datagrams(_address, _port);
            _port = socket.Port;
            return socket;
        }
    }

    /// <inheritdoc/>
    protected override int WaitOf(Datagrams socket)
    {
        return WaitMs;
    }

    /// <inheritdoc/>
    protected override void Take(Datagrams socket, byte[] packet, int count)
    {
        // Who is not on the toy side is not even refused, and nobody listens on port 0.
        if (socket.SenderPort == 0 || !_toySide.Contains(socket.Sender))
        {
            return;
        }

        int toy = _toys.ToyAt(socket.Sender);

        if (!_share.Takes(toy, socket.Sender, Environment.TickCount64))
        {
            return;
        }

        int length = Answer(packet, count, toy, _answer);

        if (length > 0)
        {
            socket.Reply(_answer, length);
        }
    }
}
