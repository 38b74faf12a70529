using System;
using System.Device.Gpio;

using ToyGuard.Kit.Play;

namespace ToyGuard.Device.Body;

/// <summary>The one pin that powers a microphone and its light together, and the button that belongs to them (SENS-01, SENS-02).</summary>
/// <remarks>
/// Off is a pin that nobody drives: the resistor at the transistor's gate keeps it off then, as it does before the program runs. A pin that is
/// made an output goes low first on this platform, and low is on; so it becomes one only to switch on.
/// These boards wire no line for a microphone's data, so <see cref="Read"/> gives nothing; a maker's board with one has a driver of its own.
/// </remarks>
public sealed class SensorPower : ISensorDriver
{
    private readonly object _lock = new object();
    private readonly GpioController _gpio;
    private readonly int _power;
    private readonly ButtonPin _button;
    private GpioPin? _gate;
    private bool _isDriven;

    /// <summary>Sensor and light behind pin <paramref name="power"/>, off.</summary>
    /// <param name="gpio">All pins.</param>
    /// <param name="power">The gate of their transistor: low is on.</param>
    /// <param name="button">The talk button.</param>
    public SensorPower(GpioController gpio, int power, ButtonPin button)
    {
        _gpio = gpio;
        _power = power;
        _button = button;
    }

    /// <inheritdoc/>
    public bool IsHeld
    {
        get { return _button.IsSurelyDown; }
    }

    /// <inheritdoc/>
    public bool SetPower(bool isOn)
    {
        lock (_lock)
        {
            try
            {
                _gate ??= _gpio.OpenPin(_power, PinMode.InputPullUp);

                if (isOn)
                {
                    Drive(_gate);
                    return true;
                }

                Release(_gate);

                // Something else that holds the line low would keep the sensor on.
                return _gate.Read() == PinValue.High;
            }
            catch (Exception)
            {
                TryRelease();
                return false;
            }
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        return 0;
    }

    private void Drive(GpioPin gate)
    {
        if (!_isDriven)
        {
            _isDriven = true;
            gate.SetPinMode(PinMode.Output);
            gate.Write(PinValue.Low);
        }
    }

    private void Release(GpioPin gate)
    {
        if (_isDriven)
        {
            // High before it is let go: the resistor alone would take its time.
            gate.Write(PinValue.High);
            gate.SetPinMode(PinMode.InputPullUp);
            _isDriven = false;
        }
    }

    private void TryRelease()
    {
        try
        {
            if (_gate is not null)
            {
                Release(_gate);
            }
        }
        catch (Exception)
        {
            // Asked for again at the next turn (SensorSwitch).
        }
    }
}
