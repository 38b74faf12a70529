using System.Collections;
using System.Threading;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Web;

/// <summary>The workers of one run of the page's server, and the visits that wait for one. Threads are made when they are first needed and then used again.</summary>
/// <remarks>
/// The budget says how many visits there are. A visit that gave way keeps its worker until that one notices, so there is a worker more than places,
/// and a newcomer may stand in line for that moment. A line as long as the workers are many means that they hang: then nobody is let in.
/// </remarks>
internal sealed class WebPool
{
    private readonly object _lock = new object();
    private readonly ArrayList _workers = new ArrayList();
    private readonly ArrayList _idle = new ArrayList();
    private readonly Queue _line = new Queue();
    private readonly int _workersMax;
    private bool _isStopped;
    private int _faults;

    internal WebPool(PageRouter page, SocketBudget budget, WebLimits limits, IForeignHost? foreignHost, ToyAddresses? toys)
    {
        Page = page;
        Budget = budget;
        Limits = limits;
        ForeignHost = foreignHost;
        Toys = toys;
        _workersMax = budget.IsUnlimited ? limits.UnlimitedPlaces : budget.PlacesOf(SocketUse.Page) + 1;
    }

    internal PageRouter Page { get; }

    internal SocketBudget Budget { get; }

    internal WebLimits Limits { get; }

    internal IForeignHost? ForeignHost { get; }

    internal ToyAddresses? Toys { get; }

    /// <summary>Gives a visit to a worker, which ends it. False when none will have time: then it is still the caller's.</summary>
    internal bool Give(WebVisit visit)
    {
        lock (_lock)
        {
            WebWorker worker;

            if (_isStopped)
            {
                return false;
            }

            if (_idle.Count > 0)
            {
                // The last that came back: its buffer is still warm.
                worker = (WebWorker)_idle[_idle.Count - 1]!;
                _idle.RemoveAt(_idle.Count - 1);
            }
            else if (_workers.Count < _workersMax)
            {
                worker = new WebWorker(this);
                Threads.Start("web", worker.Run);
                _workers.Add(worker);
            }
            else if (_line.Count < _workersMax)
            {
                _line.Enqueue(visit);

                return true;
            }
            else
            {
                return false;
            }

            worker.Give(visit);

            return true;
        }
    }

    /// <summary>The worker has no visit any more: the next in line, or null, and then it is idle.</summary>
    internal WebVisit? Next(WebWorker worker)
    {
        lock (_lock)
        {
            if (_line.Count > 0)
            {
                return (WebVisit)_line.Dequeue()!;
            }

            _idle.Add(worker);

            return null;
        }
    }

    /// <summary>Something failed that no visitor can cause.</summary>
    internal void CountFault()
    {
        Interlocked.Increment(ref _faults);
    }

    /// <summary>How often that happened.</summary>
    internal int Faults
    {
        get { return Interlocked.CompareExchange(ref _faults, 0, 0); }
    }

    /// <summary>Ends every visit and every thread at once.</summary>
    internal void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;

            while (_line.Count > 0)
            {
                WebVisit visit = (WebVisit)_line.Dequeue()!;
                visit.Client.Close();
                Budget.Free(visit.Seat);
            }

            foreach (object worker in _workers)
            {
                ((WebWorker)worker).Stop();
            }
        }
    }
}
