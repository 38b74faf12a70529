using System.Threading;

using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Hub;

/// <summary>Tells the gate what time it is, several times a second, so that hours begin and end without anybody asking.</summary>
internal sealed class ClockService : IService
{
    // A rule about minutes is kept to a fraction of a second, and a clock that is forgotten holds as soon.
    private const int TellMs = 250;

    private readonly Gate _gate;
    private readonly WallClock _clock;
    private readonly ManualResetEvent _stopped = new ManualResetEvent(false);

    public ClockService(Gate gate, WallClock clock)
    {
        _gate = gate;
        _clock = clock;
    }

    public string Name
    {
        get { return "clock"; }
    }

    public void Run()
    {
        do
        {
            _gate.SetClock(_clock.Now());
        }
        while (!_stopped.WaitOne(TellMs, false));
    }

    public void Stop()
    {
        _stopped.Set();
    }
}
