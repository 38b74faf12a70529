using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Kit.Play;

/// <summary>The one way to a sensor: on only while its button is held, a guardian has agreed and the gate holds nothing against it, and for 30 s at most.</summary>
/// <remarks>Any thread may call. Nothing is stored, and nothing stays: what was read is zeroed when the sensor goes off (SENS-03).</remarks>
public sealed class SensorSwitch : ISwitchedSensor
{
    /// <summary>The longest one turn may last; a button that is stuck must not listen all day.</summary>
    public const int TurnMsMax = 30 * 1000;

    /// <summary>How often the gate is asked again while it is on.</summary>
    public const int AskEveryMs = 250;

    /// <summary>A switch that is off.</summary>
    /// <param name="gate">Who says whether it may be on.</param>
    /// <param name="toy">The toy's number, from 1.</param>
    /// <param name="sensor">The use of it in the toy's manifest, from 1.</param>
    /// <param name="driver">The sensor. Nobody else may have it.</param>
    public SensorSwitch(Gate gate, int toy, int sensor, ISensorDriver driver)
    {
        _ = gate ?? throw new ArgumentNullException(nameof(gate));
        _ = driver ?? throw new ArgumentNullException(nameof(driver));
        Sensor = sensor;
    }

    /// <summary>The use of it in the toy's manifest, from 1.</summary>
    public int Sensor { get; }

    /// <summary>True while the sensor and its light are on.</summary>
    public bool IsOn { get; }

    /// <summary>Allowed while it is on; else why it is off.</summary>
    public Reason Why { get; private set; } = Reason.SensorNotHeld;

    /// <summary>Switches it on when everything says yes. Where the board's button is not held, nothing can.</summary>
    /// <returns>Allowed when it is on now; else why not.</returns>
    public Reason Press(long nowMs)
    {
        return Why;
    }

    /// <summary>Switches it off and zeroes what was read.</summary>
    public void Release(long nowMs)
    {
        TurnOff(Reason.SensorNotHeld);
    }

    /// <summary>Takes what the sensor picked up.</summary>
    /// <returns>How many bytes were written; 0 while there is nothing, and while it is off.</returns>
    public int Read(byte[] buffer, int offset, int count)
    {
        return IsOn ? 1 : 0;
    }

    /// <inheritdoc/>
    public void TurnOff(Reason why)
    {
        Why = why;
    }

    /// <inheritdoc/>
    public void Turn(long nowMs)
    {
        TurnOff(Reason.SensorNotHeld);
    }
}
