using System;
using System.Device.Pwm;

using Iot.Device.Buzzer;

using nanoFramework.Hardware.Esp32;

namespace ToyGuard.Device.Body;

/// <summary>A passive buzzer. Volume is the pulse's width: half a period is the loudest.</summary>
/// <remarks>That the loudest is 60 dB(A) at 30 cm is for the bench to measure: the resistor in the line sets it.</remarks>
public sealed class Speaker : Part
{
    // Percent of volume that half a period is, twice.
    private const double VolumeOfPeriod = 200.0;

    private readonly int _pin;
    private readonly object _lock = new object();
    private int _hertz;
    private int _volume;
    private int _playedHertz;
    private int _playedVolume;
    private PwmChannel? _channel;
    private Buzzer? _buzzer;

    /// <summary>A buzzer on <paramref name="pin"/>, silent.</summary>
    public Speaker(int pin)
        : base("buzzer")
    {
        _pin = pin;
    }

    /// <summary>Asks for a tone from the next turn on. From any thread.</summary>
    /// <param name="hertz">0 is silence.</param>
    /// <param name="volume">Percent of the loudest.</param>
    public void Set(int hertz, int volume)
    {
        lock (_lock)
        {
            _volume = volume > 100 ? 100 : volume;
            _hertz = volume > 0 && hertz > 0 ? hertz : 0;
        }
    }

    /// <inheritdoc/>
    protected override void Work(long nowMs)
    {
        int hertz;
        int volume;

        lock (_lock)
        {
            hertz = _hertz;
            volume = _volume;
        }

        if (_buzzer is null)
        {
            // The channel goes by the pin's function, so that comes first.
            Configuration.SetPinFunction(_pin, DeviceFunction.PWM1);
            _channel = PwmChannel.CreateFromPin(_pin) ?? throw new InvalidOperationException();
            _buzzer = new Buzzer(_channel);
            _playedHertz = 0;
        }

        if (hertz == _playedHertz && (hertz == 0 || volume == _playedVolume))
        {
            return;
        }

        if (hertz == 0)
        {
            _buzzer.StopPlaying();
        }
        else
        {
            _channel!.DutyCycle = volume / VolumeOfPeriod;
            _buzzer.StartPlaying(hertz);
        }

        _playedHertz = hertz;
        _playedVolume = volume;
    }

    /// <inheritdoc/>
    protected override void Drop()
    {
        Buzzer? buzzer = _buzzer;
        _buzzer = null;
        _channel = null;
        buzzer?.Dispose();
    }
}
