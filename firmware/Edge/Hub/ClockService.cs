using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Hub;

/// <summary>Tells the gate what time it is, several times a second, so that hours begin and end without anybody asking.</summary>
public sealed class ClockService : TurnService
{
    // A rule about minutes is kept to a fraction of a second, and a clock that is forgotten holds as soon.
    private const int TellMs = 250;

    private readonly Gate _gate;
    private readonly WallClock _clock;

    /// <summary>Tells <paramref name="gate"/> what <paramref name="clock"/> shows.</summary>
    public ClockService(Gate gate, WallClock clock)
        : base("clock", TellMs)
    {
        _gate = gate;
        _clock = clock;
    }

    /// <inheritdoc/>
    protected override void Turn()
    {
        _gate.SetClock(_clock.Now());
    }
}
