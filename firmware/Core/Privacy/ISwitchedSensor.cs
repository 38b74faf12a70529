using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Privacy;

/// <summary>A sensor that something switches on, and that everything may switch off.</summary>
public interface ISwitchedSensor
{
    /// <summary>Switches it off at once, whatever it does; nothing happens when it is off.</summary>
    void TurnOff(Reason why);

    /// <summary>Lets it look at the time and at the gate: call it every 50 ms or so.</summary>
    /// <param name="nowMs">Milliseconds of a clock that never goes back.</param>
    void Turn(long nowMs);
}
