using Iot.Device.Ws28xx.Esp32;

using ToyGuard.Kit.Body;

namespace ToyGuard.Device.Body;

/// <summary>The sign light: one WS2812 pixel. It knows no sign; it sets a colour and a brightness, twice a second up at most.</summary>
public sealed class StatusLight : Part
{
    private readonly int _pin;
    private readonly FlashGuard _guard = new FlashGuard();
    private readonly object _lock = new object();
    private int _colour;
    private int _brightness;
    private Ws2812c? _pixel;

    /// <summary>A light whose data is on <paramref name="pin"/>, dark.</summary>
    public StatusLight(int pin)
        : base("light")
    {
        _pin = pin;
    }

    /// <summary>Asks for a light from the next turn on. From any thread.</summary>
    /// <param name="colour">0xRRGGBB.</param>
    /// <param name="brightness">Percent.</param>
    public void Set(int colour, int brightness)
    {
        lock (_lock)
        {
            _colour = colour;
            _brightness = brightness;
        }
    }

    /// <inheritdoc/>
    protected override void Work(long nowMs)
    {
        bool mustShow;

        lock (_lock)
        {
            mustShow = _guard.Set(_colour, _brightness, nowMs);
        }

        if (_pixel is null)
        {
            _pixel = new Ws2812c(_pin, 1);
            mustShow = true;
        }

        if (mustShow)
        {
            _pixel.Image.SetPixel(0, 0, Part8(16), Part8(8), Part8(0));
            _pixel.Update();
        }
    }

    /// <inheritdoc/>
    protected override void Drop()
    {
        _pixel = null;
    }

    private byte Part8(int shift)
    {
        return (byte)(((_guard.Colour >> shift) & 0xFF) * _guard.Brightness / 100);
    }
}
