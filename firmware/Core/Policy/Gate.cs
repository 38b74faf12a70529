using System;

namespace ToyGuard.Core.Policy;

/// <summary>The one place where a verdict is asked for before bytes leave.</summary>
public sealed class Gate
{
    private readonly object _lock = new object();
    private readonly GateState _state;
    private readonly VerdictCounters _counters;
    private IVerdictWatcher? _watcher;

    /// <summary>A gate over <paramref name="state"/>, which belongs to the gate from now on.</summary>
    public Gate(GateState state, VerdictCounters counters)
    {
        _state = state ?? throw new ArgumentNullException(nameof(state));
        _counters = counters ?? throw new ArgumentNullException(nameof(counters));
    }

    /// <summary>Who is told of verdicts; null is nobody.</summary>
    public IVerdictWatcher? Watcher
    {
        get
        {
            lock (_lock)
            {
                return _watcher;
            }
        }

        set
        {
            lock (_lock)
            {
                _watcher = value;
            }
        }
    }

    /// <summary>The verdict on <paramref name="query"/>, and nothing else: changes nothing, allocates nothing, never throws on input.</summary>
    public static Verdict Decide(GateState state, GateQuery query)
    {
        return Verdict.Hold(Reason.NotPaired);
    }

    /// <summary>Decides, counts, notes a new name under a wildcard, tells the watcher.</summary>
    public Verdict Ask(GateQuery query)
    {
        lock (_lock)
        {
            return Decide(_state, query);
        }
    }

    /// <summary>Adds what a live connection moved and decides anew whether it may stay. Counted and told only when it may not.</summary>
    public Verdict Recheck(GateQuery query, int endpoint, long newBytes)
    {
        lock (_lock)
        {
            return Decide(_state, query);
        }
    }

    /// <summary>Counts and tells a hold that was found after or beside the decision. Never allows.</summary>
    public Verdict Hold(GateQuery query, Reason reason)
    {
        lock (_lock)
        {
            return Verdict.Hold(reason);
        }
    }

    /// <summary>Adds bytes to an endpoint's day; numbers that name no endpoint add nothing.</summary>
    public void AddBytes(int toy, int endpoint, long bytes)
    {
        lock (_lock)
        {
        }
    }

    /// <summary>Sets the wall time. A later day than any before resets the day's counts; going back, or not knowing, gives nothing back.</summary>
    public void SetClock(Moment now)
    {
        lock (_lock)
        {
        }
    }

    /// <summary>Says whether a guardian exists.</summary>
    public void SetPaired(bool isPaired)
    {
        lock (_lock)
        {
        }
    }

    /// <summary>Pauses everything, or ends that pause.</summary>
    public void PauseEverything(bool isPaused)
    {
        lock (_lock)
        {
        }
    }

    /// <summary>Pauses one toy, or ends that pause; a number that names no toy changes nothing.</summary>
    public void PauseToy(int toy, bool isPaused)
    {
        lock (_lock)
        {
        }
    }

    /// <summary>Approves one endpoint or takes the approval back; numbers that name no endpoint change nothing.</summary>
    public void Approve(int toy, int endpoint, bool isApproved)
    {
        lock (_lock)
        {
        }
    }

    /// <summary>Puts other toys in force. What is already used of today stays used.</summary>
    public void ReplaceToys(ToyState[] toys)
    {
        lock (_lock)
        {
        }
    }
}
