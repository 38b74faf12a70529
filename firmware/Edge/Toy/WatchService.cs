using System;
using System.Collections;

using ToyGuard.Edge.Hub;

namespace ToyGuard.Edge.Toy;

/// <summary>The one watch thread of a toy: gives everything that keeps time limits its turn, again and again.</summary>
internal sealed class WatchService : TurnService
{
    // A twentieth of a second: what a pause must close within two seconds is seen forty times.
    private const int TurnMs = 50;

    private readonly ArrayList _turns = new ArrayList();

    public WatchService()
        : base("watch", TurnMs)
    {
    }

    public void Add(ITurn turn)
    {
        lock (_turns)
        {
            _turns.Add(turn);
        }
    }

    // One that throws must not take the others' turns: it is heard of when all had theirs.
    protected override void Turn()
    {
        long nowMs = Environment.TickCount64;
        Exception? fault = null;

        for (int i = 0; TurnAt(i) is ITurn turn; i++)
        {
            try
            {
                turn.Turn(nowMs);
            }
            catch (Exception e)
            {
                fault = e;
            }
        }

        if (fault is not null)
        {
            throw fault;
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
