using System.Threading;

namespace ToyGuard.Edge.Hub;

/// <summary>A service that takes a turn at once, and another each time the same while has gone by, until it is told to stop.</summary>
public abstract class TurnService : IService
{
    private readonly int _turnMs;
    private readonly ManualResetEvent _stopped = new ManualResetEvent(false);

    /// <summary>A service of that name with so many milliseconds between two turns.</summary>
    protected TurnService(string name, int turnMs)
    {
        Name = name;
        _turnMs = turnMs;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public void Run()
    {
        do
        {
            Turn();
        }
        while (!_stopped.WaitOne(_turnMs, false));

        End();
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _stopped.Set();
    }

    /// <summary>One turn, in the service's own thread.</summary>
    protected abstract void Turn();

    /// <summary>What is left to do once it was told to stop; not after a turn that threw.</summary>
    protected virtual void End()
    {
    }
}
