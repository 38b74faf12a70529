using System;
using System.Collections;
using System.Threading;

namespace ToyGuard.Edge.Hub;

/// <summary>Keeps services running: a thread for each, and a new run after a failure, later and later while it keeps failing.</summary>
/// <remarks>
/// It knows nothing of the gate, so a service that is down opens nothing: what it served is simply not there (RES-01).
///   Add --Start--> running --failed--> waiting 1 s, 2 s, 4 s … 60 s --> running
///                     |                   |
///                     +-------Stop--------+--> over
/// A run that lasted longer than the longest delay counts as healthy, and the next delay is the shortest again.
/// </remarks>
public sealed class Supervisor
{
    /// <summary>Milliseconds before the first new run: long enough for a port to come free, short enough that nobody notices.</summary>
    public const int FirstDelayMs = 1000;

    /// <summary>The longest delay in milliseconds, and how long a run must last to count as healthy.</summary>
    public const int LongestDelayMs = 60 * 1000;

    private readonly ArrayList _services = new ArrayList();
    private readonly IServiceWatcher _watcher;
    private readonly int _firstDelayMs;
    private readonly object _lock = new object();
    private bool _isStopping;
    private bool _isStarted;

    /// <summary>A supervisor that tells <paramref name="watcher"/> what happens.</summary>
    public Supervisor(IServiceWatcher watcher)
        : this(watcher, FirstDelayMs)
    {
    }

    /// <summary>The same with another first delay, in milliseconds from 1 to <see cref="LongestDelayMs"/>.</summary>
    public Supervisor(IServiceWatcher watcher, int firstDelayMs)
    {
        _watcher = watcher;
        _firstDelayMs = firstDelayMs;
    }

    /// <summary>Adds a service. Only before <see cref="Start"/>.</summary>
    public void Add(IService service)
    {
        if (_isStarted)
        {
            throw new InvalidOperationException();
        }

        _services.Add(new Post(this, service));
    }

    /// <summary>Starts every service in the order they were added, each on a thread of its own.</summary>
    public void Start()
    {
        _isStarted = true;

        foreach (object post in _services)
        {
            ((Post)post).Start();
        }
    }

    /// <summary>Stops every service, last added first, and waits until their threads are over, at most <paramref name="waitMs"/> milliseconds for each.</summary>
    /// <returns>False when a service did not end in time.</returns>
    public bool Stop(int waitMs)
    {
        lock (_lock)
        {
            _isStopping = true;
        }

        bool allEnded = true;

        for (int i = _services.Count - 1; i >= 0; i--)
        {
            ((Post)_services[i]!).Stop();
        }

        for (int i = _services.Count - 1; _isStarted && i >= 0; i--)
        {
            allEnded = ((Post)_services[i]!).WaitEnded(waitMs) && allEnded;
        }

        return allEnded;
    }

    private bool IsStopping
    {
        get
        {
            lock (_lock)
            {
                return _isStopping;
            }
        }
    }

    /// <summary>One service, its thread and its delay.</summary>
    private sealed class Post
    {
        private readonly Supervisor _supervisor;
        private readonly IService _service;
        private readonly AutoResetEvent _wake = new AutoResetEvent(false);
        private readonly ManualResetEvent _ended = new ManualResetEvent(false);

        public Post(Supervisor supervisor, IService service)
        {
            _supervisor = supervisor;
            _service = service;
        }

        public void Start()
        {
            Threads.Start(_service.Name, Keep);
        }

        public void Stop()
        {
            _service.Stop();
            _wake.Set();
        }

        public bool WaitEnded(int waitMs)
        {
            return _ended.WaitOne(waitMs, false);
        }

        private void Keep()
        {
            int delayMs = _supervisor._firstDelayMs;

            while (!_supervisor.IsStopping)
            {
                long begunMs = Environment.TickCount64;
                string fault = RunOnce();

                if (_supervisor.IsStopping)
                {
                    break;
                }

                if (Environment.TickCount64 - begunMs > LongestDelayMs)
                {
                    delayMs = _supervisor._firstDelayMs;
                }

                Tell(ServiceEvent.Failed, delayMs, fault);
                _wake.WaitOne(delayMs, false);
                delayMs = delayMs > LongestDelayMs / 2 ? LongestDelayMs : delayMs * 2;
            }

            Tell(ServiceEvent.Stopped, 0, "");
            _ended.Set();
        }

        // The one place where a service's exception ends: it becomes an event, and the service another run.
        private string RunOnce()
        {
            try
            {
                Tell(ServiceEvent.Started, 0, "");
                _service.Run();
                return "ended by itself";
            }
            catch (Exception e)
            {
                return e.GetType().FullName + ": " + e.Message;
            }
        }

        private void Tell(ServiceEvent what, int delayMs, string fault)
        {
            _supervisor._watcher.OnService(_service.Name, what, delayMs, fault);
        }
    }
}
