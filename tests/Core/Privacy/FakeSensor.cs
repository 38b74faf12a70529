using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Core.Tests.Privacy;

/// <summary>A sensor that is switched on by a test, and may fail when it is switched off.</summary>
public sealed class FakeSensor : ISwitchedSensor
{
    private readonly SensorBoard _board;

    public FakeSensor(SensorBoard board)
    {
        _board = board;
    }

    public bool IsOn { get; set; }

    public bool IsBroken { get; set; }

    public Reason Why { get; private set; }

    public long TurnedMs { get; private set; } = -1;

    public bool WasResting { get; private set; }

    public void TurnOff(Reason why)
    {
        // Asked from in here, as a press at the same time would: under no lock of the board.
        WasResting = _board.IsResting(0);
        Why = why;

        if (IsBroken)
        {
            throw new InvalidOperationException("broken");
        }

        IsOn = false;
    }

    public void Turn(long nowMs)
    {
        TurnedMs = nowMs;
    }
}
