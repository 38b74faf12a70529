using System;
using System.Net.Sockets;

using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Hub;

/// <summary>A service that answers datagrams from the toy side, at most one for each. It moves them, and decides nothing but who is on the toy side and whose turn it is.</summary>
public abstract class DatagramService : IService
{
    // How long one wait lasts when nobody asks. Stopping does not wait for it.
    private const int WaitMs = 30 * 1000;

    // A toy can make a reply fail, so replies do not count; when receiving fails so often in a row, the socket is of no use any more.
    private const int FailuresMax = 8;

    private readonly ToyAddresses _toys;
    private readonly Subnet _toySide;
    private readonly byte[] _address = new byte[4];
    private readonly FairShare _share = new(Datagrams.AnswersASecond);
    private readonly byte[] _query;
    private readonly byte[] _answer;

    private readonly object _lock = new();
    private Datagrams? _socket;
    private bool _isStopped;
    private int _port;

    /// <summary>A service for the clients in <paramref name="toySide"/>.</summary>
    /// <param name="toys">Says which toy asks.</param>
    /// <param name="toySide">Who is heard at all.</param>
    /// <param name="address">The hub's address on the toy side, 4 bytes.</param>
    /// <param name="port">0 for any free one, see <see cref="Port"/>.</param>
    /// <param name="queryMax">Longest question that is read.</param>
    /// <param name="answerMax">Longest answer.</param>
    protected DatagramService(ToyAddresses toys, Subnet toySide, byte[] address, int port, int queryMax, int answerMax)
    {
        _toys = toys;
        _toySide = toySide;
        _port = port;

        // One byte more than a question may have, so that a longer one is not taken for a whole one.
        _query = new byte[queryMax + 1];
        _answer = new byte[answerMax];

        for (int i = 0; i < _address.Length; i++)
        {
            _address[i] = address[i];
        }
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

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

    /// <summary>Begins to listen, so that a port that is taken shows at once: then it throws SocketException. Run does it, if nobody did.</summary>
    public void Open()
    {
        lock (_lock)
        {
            if (_socket == null && !_isStopped)
            {
                _socket = new Datagrams(_address, _port);
                _port = _socket.Port;
            }
        }
    }

    /// <inheritdoc/>
    public void Run()
    {
        Open();
        Datagrams? socket;

        lock (_lock)
        {
            socket = _socket;
        }

        if (socket == null)
        {
            return;
        }

        try
        {
            Serve(socket);
        }
        finally
        {
            Close();
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
        }

        Close();
    }

    /// <summary>Writes the answer to one datagram, of which <paramref name="count"/> is 1 or more, and returns its length; 0 = say nothing. Only ever called by one thread.</summary>
    protected abstract int Answer(byte[] query, int count, int toy, byte[] answer);

    private void Serve(Datagrams socket)
    {
        int failures = 0;

        while (true)
        {
            try
            {
                int count = socket.Receive(_query, WaitMs);
                failures = 0;

                if (count > 0)
                {
                    AnswerTo(socket, count);
                }
            }
            catch (SocketException)
            {
                if (IsStopped)
                {
                    return;
                }

                failures++;

                if (failures == FailuresMax)
                {
                    throw;
                }
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void AnswerTo(Datagrams socket, int count)
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

        int length = Answer(_query, count, toy, _answer);

        if (length > 0)
        {
            socket.Reply(_answer, length);
        }
    }

    private bool IsStopped
    {
        get
        {
            lock (_lock)
            {
                return _isStopped;
            }
        }
    }

    private void Close()
    {
        lock (_lock)
        {
            if (_socket != null)
            {
                _socket.Close();
                _socket = null;
            }
        }
    }
}
