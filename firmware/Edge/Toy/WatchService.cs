using System;
using System.Collections;

using ToyGuard.Edge.Hub;

namespace ToyGuard.Edge.Toy;

/// <summary>The one watch thread of a toy: gives everything that keeps time limits its turn, again and again.</summary>
/// <remarks>One that throws takes nobody else's turns, not even by the rest that the supervisor gives a service that failed. It is heard of once.</remarks>
internal sealed class WatchService : TurnService
{
    // A twentieth of a second: what a pause must close within two seconds is seen forty times.
    private const int TurnMs = 50;

    private readonly ArrayList _turns = new ArrayList();
    private readonly Hashtable _failed = new Hashtable();
    private readonly IServiceWatcher _watcher;

    public WatchService(IServiceWatcher watcher)
        : base("watch", TurnMs)
    {
        _watcher = watcher;
    }

    public void Add(ITurn turn)
    {
        lock (_turns)
        {
            _turns.Add(turn);
        }
    }

    protected override void Turn()
    {
        long nowMs = LivedTime.NowMs;

        for (int i = 0; TurnAt(i) is ITurn turn; i++)
        {
            try
            {
                turn.Turn(nowMs);
            }
            catch (Exception e)
            {
                Tell(i, e);
            }
        }
    }

    private void Tell(int index, Exception fault)
    {
        if (!_failed.Contains(index))
        {
            _failed[index] = fault;
            _watcher.OnService(Name, ServiceEvent.Failed, TurnMs, fault.GetType().FullName + ": " + fault.Message);
        }
    }

    private ITurn? TurnAt(int index)
    {
        lock (_turns)
        {
            return index < _turns.Count ? (ITurn)_turns[index]! : null;
        }
    }
}
