using System;
using System.Net.Sockets;

namespace ToyGuard.Edge.Hub;

/// <summary>A service with one socket for datagrams: it waits, hands on what comes, and closes. What a packet means is for who derives from it.</summary>
public abstract class PacketService : IService
{
    // What somebody sends can make a reply fail, so replies do not count; when receiving fails so often in a row, the socket is of no use any more.
    private const int FailuresMax = 8;

    private readonly object _lock = new object();
    private readonly byte[] _packet;
    private Datagrams? _socket;
    private bool _isStopped;

    /// <summary>A service that is not open yet.</summary>
    /// <param name="packetMax">Longest packet that is read; of a longer one a byte more is handed on, so that it is not taken for a whole one.</param>
    protected PacketService(int packetMax)
    {
        _packet = new byte[packetMax + 1];
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>Begins to listen, so that a port that is taken shows at once: then it throws SocketException. Run does it, if nobody did.</summary>
    public void Open()
    {
        lock (_lock)
        {
            if (_socket is null && !_isStopped)
            {
                _socket = Bind();
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

        if (socket is null)
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

    /// <summary>Makes the socket, or throws SocketException. Called with a lock held: come back soon.</summary>
    protected abstract Datagrams Bind();

    /// <summary>Does what is due before a wait, and says how many milliseconds that may last. Stopping does not wait for it.</summary>
    protected abstract int WaitOf(Datagrams socket);

    /// <summary>Takes one packet of <paramref name="count"/> bytes, 1 or more. Only ever called by one thread.</summary>
    protected abstract void Take(Datagrams socket, byte[] packet, int count);

    private void Serve(Datagrams socket)
    {
        int failures = 0;

        while (true)
        {
            try
            {
                int count = socket.Receive(_packet, WaitOf(socket));
                failures = 0;

                if (count > 0)
                {
                    Take(socket, _packet, count);
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
            if (_socket is not null)
            {
                _socket.Close();
                _socket = null;
            }
        }
    }
}
