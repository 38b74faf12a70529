using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Relay;

/// <summary>The hub's relay for TLS: accepts toys, and hands each connection to a worker. There is no other way out for them.</summary>
/// <remarks>It ends no TLS and sees only what is in the clear. A peer from outside the toy side is closed unread.</remarks>
public sealed class TlsRelay : IService
{
    private const int Backlog = 128;

    // A listener that fails this often in a row, a wait of RetryMs between, is broken. Lesser troubles, such as no handle left just now, pass.
    private const int AcceptFaultsMax = 50;
    private const int RetryMs = 100;

    private readonly object _lock = new object();
    private readonly ToyAddresses _toys;
    private readonly Subnet _toySide;
    private readonly Gate _gate;
    private readonly INameLookup _lookup;
    private readonly Dialer _dialer;
    private readonly RelaySettings _settings;
    private readonly RelayLimits _limits;
    private readonly GateQuery _noRoom;

    private Socket? _listener;
    private RelayPool? _pool;
    private int _port;
    private bool _isStopped;

    /// <summary>A relay that does not listen yet. <paramref name="lookup"/> and <paramref name="dialer"/> are used from many threads.</summary>
    public TlsRelay(
        Gate gate,
        ToyAddresses toys,
        Subnet toySide,
        INameLookup lookup,
        Dialer dialer,
        RelaySettings settings,
        RelayLimits limits)
    {
        _gate = gate;
        _toys = toys;
        _toySide = toySide;
        _lookup = lookup;
        _dialer = dialer;
        _settings = settings;
        _limits = limits;
        _port = settings.Port;
        _noRoom = new GateQuery { Kind = AskKind.TlsHello, Port = limits.JudgedPort };
    }

    /// <inheritdoc/>
    public string Name
    {
        get { return "tls relay"; }
    }

    /// <summary>The port it listens at, known once it is open; before that the one it was set to.</summary>
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

    /// <summary>How many connections ended by a mistake of ours, in this run. Always 0, if all is well.</summary>
    public int Faults
    {
        get
        {
            lock (_lock)
            {
                return _pool == null ? 0 : _pool.Faults;
            }
        }
    }

    /// <summary>Begins to listen, so that a port that is taken shows at once: then it throws SocketException. Run does it, if nobody did.</summary>
    public void Open()
    {
        lock (_lock)
        {
            if (_listener != null || _isStopped)
            {
                return;
            }

            Socket listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

            try
            {
                listener.Bind(new IPEndPoint(new IPAddress(_settings.Address), _port));
                listener.Listen(Backlog);
                _port = ((IPEndPoint)listener.LocalEndPoint!).Port;
            }
            catch (SocketException)
            {
                listener.Close();
                throw;
            }

            _listener = listener;
        }
    }

    /// <inheritdoc/>
    public void Run()
    {
        Open();

        RelayPool pool = new RelayPool(_gate, _lookup, _dialer, _settings, _limits);
        Socket? listener;

        lock (_lock)
        {
            listener = _listener;
            _pool = pool;
        }

        if (listener == null)
        {
            return;
        }

        try
        {
            pool.Start();
            Accept(listener, pool);
        }
        finally
        {
            lock (_lock)
            {
                _listener = null;
            }

            listener.Close();
            pool.Stop();
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        Socket? listener;

        lock (_lock)
        {
            _isStopped = true;
            listener = _listener;
            _listener = null;
        }

        listener?.Close();
    }

    private void Accept(Socket listener, RelayPool pool)
    {
        int faults = 0;

        while (true)
        {
            Socket client;

            try
            {
                client = listener.Accept();
                faults = 0;
            }
            catch (SocketException)
            {
                if (IsStopped)
                {
                    return;
                }

                faults++;

                if (faults == AcceptFaultsMax)
                {
                    throw;
                }

                Thread.Sleep(RetryMs);
                continue;
            }
            catch (ObjectDisposedException)
            {
                if (IsStopped)
                {
                    return;
                }

                throw;
            }

            try
            {
                Take(client, pool);
            }
            catch (SocketException)
            {
                // The peer has gone again.
                client.Close();
            }
            catch (Exception)
            {
                // One connection's trouble is not the acceptor's; no thread to be had, for instance.
                client.Close();
                pool.CountFault();
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

    private void Take(Socket client, RelayPool pool)
    {
        byte[] address = ((IPEndPoint)client.RemoteEndPoint!).Address.GetAddressBytes();

        if (!_toySide.Contains(address))
        {
            client.Close();

            return;
        }

        client.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, true);
        int toy = _toys.ToyAt(address);

        if (!pool.Give(client, toy))
        {
            _noRoom.Toy = toy;
            _gate.Hold(_noRoom, Reason.NoSocketLeft);
            client.Close();
        }
    }
}
