using System;
using System.Collections;
using System.Net.Sockets;
using System.Threading;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Guard.Relay;

namespace ToyGuard.Edge.Relay;

/// <summary>The workers of one run of a relay, and the watch that ticks them. Threads are made when they are first needed and then used again.</summary>
/// <remarks>A thread for each connection costs two thirds of the rate. The last worker to come back is the first to go out, so its buffers are still warm.</remarks>
internal sealed class RelayPool
{
    // With the limits' 500 ms until a connection is judged again, a pause closes it within 750 ms and a bit (PCTL-07 asks for 2 s).
    private const int WatchMs = 250;

    private readonly object _lock = new object();
    private readonly ArrayList _workers = new ArrayList();
    private readonly ArrayList _idle = new ArrayList();
    private readonly ManualResetEvent _stop = new ManualResetEvent(false);
    private int _faults;

    internal RelayPool(Gate gate, INameLookup lookup, Dialer dialer, RelaySettings settings, RelayLimits limits)
    {
        Gate = gate;
        Lookup = lookup;
        Dialer = dialer;
        Settings = settings;
        Limits = limits;
    }

    internal Gate Gate { get; }

    internal INameLookup Lookup { get; }

    internal Dialer Dialer { get; }

    internal RelaySettings Settings { get; }

    internal RelayLimits Limits { get; }

    /// <summary>Starts the watch.</summary>
    internal void Start()
    {
        Threads.Start("relay watch", Watch);
    }

    /// <summary>Gives a connection to a worker, which closes it. False when all are busy: then it is still the caller's.</summary>
    internal bool Give(Socket client, int toy)
    {
        RelayWorker? worker = null;

        lock (_lock)
        {
            if (_idle.Count > 0)
            {
                worker = (RelayWorker)_idle[_idle.Count - 1]!;
                _idle.RemoveAt(_idle.Count - 1);
            }
            else if (_workers.Count >= Settings.SessionsMax)
            {
                return false;
            }
        }

        if (worker == null)
        {
            // Only the acceptor makes workers, so the count cannot have changed.
            worker = new RelayWorker(this);
            Threads.Start("relay", worker.Run);

            lock (_lock)
            {
                _workers.Add(worker);
            }
        }

        worker.Give(client, toy);

        return true;
    }

    /// <summary>The worker has no connection any more.</summary>
    internal void TakeBack(RelayWorker worker)
    {
        lock (_lock)
        {
            _idle.Add(worker);
        }
    }

    /// <summary>Something failed that no peer can cause.</summary>
    internal void CountFault()
    {
        Interlocked.Increment(ref _faults);
    }

    /// <summary>How often that happened.</summary>
    internal int Faults
    {
        get { return Interlocked.CompareExchange(ref _faults, 0, 0); }
    }

    /// <summary>Ends every connection and every thread at once.</summary>
    internal void Stop()
    {
        _stop.Set();

        int count = Count;

        for (int i = 0; i < count; i++)
        {
            WorkerAt(i).Stop();
        }
    }

    private void Watch()
    {
        while (!_stop.WaitOne(WatchMs, false))
        {
            long nowMs = Environment.TickCount64;
            int count = Count;

            for (int i = 0; i < count; i++)
            {
                WorkerAt(i).Tick(nowMs);
            }
        }
    }

    private int Count
    {
        get
        {
            lock (_lock)
            {
                return _workers.Count;
            }
        }
    }

    private RelayWorker WorkerAt(int index)
    {
        lock (_lock)
        {
            return (RelayWorker)_workers[index]!;
        }
    }
}
