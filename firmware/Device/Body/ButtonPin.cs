using System;
using System.Device.Gpio;

namespace ToyGuard.Device.Body;

/// <summary>A contact to ground, opened when it is first read. Safe from any thread.</summary>
public sealed class ButtonPin
{
    private readonly object _lock = new object();
    private readonly GpioController _gpio;
    private readonly int _number;
    private GpioPin? _pin;

    /// <summary>The contact on pin <paramref name="number"/>.</summary>
    public ButtonPin(GpioController gpio, int number)
    {
        _gpio = gpio;
        _number = number;
    }

    /// <summary>True while it is closed, bounce and all. Throws when the pin cannot be had.</summary>
    public bool IsDown
    {
        get
        {
            lock (_lock)
            {
                _pin ??= _gpio.OpenPin(_number, PinMode.InputPullUp);
                return _pin.Read() == PinValue.Low;
            }
        }
    }

    /// <summary>Forgets the pin, so that it is opened anew.</summary>
    public void Close()
    {
        lock (_lock)
        {
            GpioPin? pin = _pin;
            _pin = null;

            if (pin is not null)
            {
                _gpio.ClosePin(_number);
            }
        }
    }

    /// <summary>The same, and false when the pin cannot be had.</summary>
    public bool IsSurelyDown
    {
        get
        {
            try
            {
                return IsDown;
            }
            catch (Exception)
            {
                return false;
            }
        }
    }
}
