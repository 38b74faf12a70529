using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Web;

/// <summary>Serves the config page: accepts at once, then keeps or closes at once, and hands each connection to a worker.</summary>
/// <remarks>
/// One request a connection, never kept alive. A peer of neither side is closed unread (ATT-01). What is answered is said by <see cref="PageRouter"/>,
/// who may hold a place by <see cref="SocketBudget"/>; here bytes are moved and time is kept (WEB-04).
/// </remarks>
public sealed class WebServer : IService
{
    private readonly object _lock = new object();
    private readonly PageRouter _page;
    private readonly SocketBudget _budget;
    private readonly WebLimits _limits;
    private readonly WebDoor[] _doors;

    private IForeignHost? _foreignHost;
    private ToyAddresses? _toys;
    private WebPool? _pool;
    private Exception? _fault;
    private bool _isStopped;

    /// <summary>A server that does not listen yet.</summary>
    /// <param name="page">What is served.</param>
    /// <param name="budget">Who may hold a place; shared with the relays.</param>
    /// <param name="listeners">Where, and for whom; one or more.</param>
    /// <param name="limits">How long a visitor may take.</param>
    public WebServer(PageRouter page, SocketBudget budget, WebListener[] listeners, WebLimits limits)
    {
        _page = page;
        _budget = budget;
        _limits = limits;
        _doors = new WebDoor[listeners.Length];

        for (int i = 0; i < listeners.Length; i++)
        {
            _doors[i] = new WebDoor(listeners[i]);
        }
    }

    /// <inheritdoc/>
    public string Name
    {
        get { return "web"; }
    }

    /// <summary>The port of the first listener, known once it is open; before that the one it was set to.</summary>
    public int Port
    {
        get { return PortOf(0); }
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

    /// <summary>The port of a listener by its index, in the order they were given.</summary>
    public int PortOf(int listener)
    {
        return _doors[listener].Port;
    }

    /// <summary>Gives what toys ask of somebody else's name to <paramref name="foreignHost"/>, instead of refusing it. Only before it runs.</summary>
    /// <param name="foreignHost">Takes such connections over.</param>
    /// <param name="toys">Says which toy it is.</param>
    public void SendForeignTo(IForeignHost foreignHost, ToyAddresses toys)
    {
        _foreignHost = foreignHost;
        _toys = toys;
    }

    /// <summary>Begins to listen everywhere, so that a port that is taken shows at once: then it throws SocketException. Run does it, if nobody did.</summary>
    public void Open()
    {
        lock (_lock)
        {
            if (_isStopped)
            {
                return;
            }

            try
            {
                foreach (WebDoor door in _doors)
                {
                    door.Open();
                }
            }
            catch (SocketException)
            {
                CloseDoors();
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Run()
    {
        Open();

        WebPool pool = new WebPool(_page, _budget, _limits, _foreignHost, _toys);
        Thread[] keepers = new Thread[_doors.Length];

        lock (_lock)
        {
            _pool = pool;
            _fault = null;
        }

        // This thread keeps the first door itself.
        for (int i = 1; i < _doors.Length; i++)
        {
            WebDoor door = _doors[i];
            keepers[i] = Threads.Start("web door", () => Keep(door, pool));
        }

        Keep(_doors[0], pool);

        for (int i = 1; i < keepers.Length; i++)
        {
            keepers[i].Join();
        }

        pool.Stop();

        lock (_lock)
        {
            if (_fault != null)
            {
                throw _fault;
            }
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
            CloseDoors();
        }
    }

    // One door that breaks ends the run: a page that is open on one side only would look like a fault of the other.
    private void Keep(WebDoor door, WebPool pool)
    {
        try
        {
            door.Accept(pool);
        }
        catch (Exception e)
        {
            lock (_lock)
            {
                _fault = e;
            }
        }

        CloseDoors();
    }

    private void CloseDoors()
    {
        foreach (WebDoor door in _doors)
        {
            door.Close();
        }
    }
}
