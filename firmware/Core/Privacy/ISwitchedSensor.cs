using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Privacy;

/// <summary>One sensor with its light, as a <see cref="SensorBoard"/> sees it. Called from any thread, never under the board's lock.</summary>
public interface ISwitchedSensor
{
    /// <summary>Sensor and light are off when it returns, and what was captured is wiped. Does nothing to one that is off.</summary>
    /// <param name="why">What is told where somebody was using it.</param>
    void TurnOff(Reason why);

    /// <summary>Ends what may not go on: asks the gate again, keeps its times. Often, some ten times a second.</summary>
    /// <param name="nowMs">The monotonic clock.</param>
    void Turn(long nowMs);
}
