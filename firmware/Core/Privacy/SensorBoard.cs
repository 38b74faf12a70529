using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Privacy;

/// <summary>All sensors of a toy: switches them off together and lets them rest. Safe from any thread. It switches none on.</summary>
/// <remarks>
/// A sensor asks <see cref="IsResting"/> before it goes on, under the same lock of its own under which it is switched off. So of a rest that
/// begins and a press at the same time, either the press sees the rest, or the rest switches it off again.
/// </remarks>
public sealed class SensorBoard
{
    private readonly object _lock = new object();
    private ISwitchedSensor[] _sensors = new ISwitchedSensor[0];
    private long _restsUntilMs;
    private bool _isResting;

    /// <summary>Adds a sensor; from now on it is switched off with the others.</summary>
    public void Add(ISwitchedSensor sensor)
    {
        lock (_lock)
        {
            // Another array, so that whoever goes through the one before may do so without the lock.
            ISwitchedSensor[] more = new ISwitchedSensor[_sensors.Length + 1];
            Array.Copy(_sensors, 0, more, 0, _sensors.Length);
            more[_sensors.Length] = sensor ?? throw new ArgumentNullException(nameof(sensor));
            _sensors = more;
        }
    }

    /// <summary>Switches every sensor off. One that throws keeps none of the others on; then the last such exception is thrown at the end.</summary>
    public void AllOff(Reason why)
    {
        ISwitchedSensor[] sensors = Sensors();
        Exception? fault = null;

        for (int i = 0; i < sensors.Length; i++)
        {
            try
            {
                sensors[i].TurnOff(why);
            }
            catch (Exception exception)
            {
                fault = exception;
            }
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    /// <summary>Switches all off, and keeps them off until <paramref name="untilMs"/>: a handshake takes the device all it has.</summary>
    /// <param name="untilMs">On the monotonic clock. An earlier one than before does not shorten the rest.</param>
    public void RestUntil(long untilMs)
    {
        lock (_lock)
        {
            _restsUntilMs = _isResting && untilMs < _restsUntilMs ? _restsUntilMs : untilMs;
            _isResting = true;
        }

        AllOff(Reason.SensorResting);
    }

    /// <summary>Ends the rest before its time. Switches nothing on.</summary>
    public void EndRest()
    {
        lock (_lock)
        {
            _isResting = false;
        }
    }

    /// <summary>True while no sensor may go on, whatever the gate says (<see cref="Reason.SensorResting"/>).</summary>
    /// <param name="nowMs">The monotonic clock.</param>
    public bool IsResting(long nowMs)
    {
        lock (_lock)
        {
            return _isResting && nowMs < _restsUntilMs;
        }
    }

    /// <summary>Gives every sensor a turn.</summary>
    /// <param name="nowMs">The monotonic clock.</param>
    public void Turn(long nowMs)
    {
        ISwitchedSensor[] sensors = Sensors();

        for (int i = 0; i < sensors.Length; i++)
        {
            sensors[i].Turn(nowMs);
        }
    }

    private ISwitchedSensor[] Sensors()
    {
        lock (_lock)
        {
            return _sensors;
        }
    }
}
