using System.Net.Sockets;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Sockets;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Relay;

/// <summary>A relay of the hub: a port that toys connect to, and workers that serve them. There is no other way out for them.</summary>
/// <remarks>What toys say there, and so how they are judged and refused, is told apart by the derived class. A peer from outside the toy side is closed unread.</remarks>
public abstract class RelayService : IService
{
    private const int Backlog = 512;

    private readonly object _lock = new object();
    private Socket? _listener;
    private RelayPool? _pool;
    private int _port;
    private bool _isStopped;

    internal RelayService(
        Gate gate,
        ToyAddresses toys,
        Subnet toySide,
        INameLookup lookup,
        Dialer dialer,
        RelaySettings settings,
        RelayLimits limits,
        SocketBudget budget)
    {
        Gate = gate;
        Toys = toys;
        ToySide = toySide;
        Lookup = lookup;
        Dialer = dialer;
        Settings = settings;
        Limits = limits;
        Budget = budget;
        _port = settings.Port;
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

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

    internal Gate Gate { get; }

    internal ToyAddresses Toys { get; }

    internal Subnet ToySide { get; }

    internal INameLookup Lookup { get; }

    internal Dialer Dialer { get; }

    internal RelaySettings Settings { get; }

    internal RelayLimits Limits { get; }

    internal SocketBudget Budget { get; }

    /// <summary>Begins to listen, so that a port that is taken shows at once: then it throws SocketException. Run does it, if nobody did.</summary>
    public void Open()
    {
        lock (_lock)
        {
            if (_listener != null || _isStopped || !Settings.IsListening)
            {
                return;
            }

            _listener = Listening.Open(Settings.Address, ref _port, Backlog);
        }
    }

    /// <inheritdoc/>
    public void Run()
    {
        Open();

        Socket? listener;
        RelayPool pool;

        lock (_lock)
        {
            if (_isStopped)
            {
                return;
            }

            listener = _listener;
            pool = new RelayPool(this, listener);
            _pool = pool;
        }

        try
        {
            pool.Run();
        }
        finally
        {
            lock (_lock)
            {
                _listener = null;
            }

            pool.End();
            listener?.Close();
            pool.Close();
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        Socket? listener;
        RelayPool? pool;

        lock (_lock)
        {
            _isStopped = true;
            listener = _listener;
            _listener = null;
            pool = _pool;
        }

        pool?.End();
        listener?.Close();
    }

    /// <summary>One for each worker.</summary>
    internal abstract RelayTrade NewTrade();

    // As PlainRelay.Take says.
    private protected bool Give(Socket client, int toy, byte[] begun, int count)
    {
        RelayPool? pool;

        lock (_lock)
        {
            pool = _pool;
        }

        return pool != null && pool.Give(client, toy, begun, count);
    }
}
