using System;
using System.Device.I2c;

using Iot.Device.Ssd13xx;

using nanoFramework.Hardware.Esp32;

using ToyGuard.Kit.Body;

namespace ToyGuard.Device.Body;

/// <summary>A display of 128 by 64 pixels with an SSD1306 on I2C bus 1. It shows a picture and knows nothing of what is on it.</summary>
public sealed class OledDisplay : Part
{
    private const int Bus = 1;

    // A command that does nothing: whether somebody is there to hear it is all that counts.
    private static readonly byte[] s_nothing = new byte[] { 0x00, 0xE3 };

    private readonly int _data;
    private readonly int _clock;
    private I2cDevice? _wire;
    private Ssd1306? _display;
    private DotPicture? _wanted;
    private DotPicture? _shown;

    /// <summary>A display on those two pins, blank.</summary>
    public OledDisplay(int data, int clock)
        : base("display")
    {
        _data = data;
        _clock = clock;
    }

    /// <summary>Shows a picture from the next turn on. From the thread that gives the turns.</summary>
    public void Set(DotPicture picture)
    {
        _wanted = picture;
    }

    /// <inheritdoc/>
    protected override void Work(long nowMs)
    {
        if (_wanted is null || _wanted == _shown)
        {
            return;
        }

        if (_wire is null)
        {
            Configuration.SetPinFunction(_data, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(_clock, DeviceFunction.I2C1_CLOCK);
            _wire = I2cDevice.Create(new I2cConnectionSettings(Bus, Ssd1306.DefaultI2cAddress, I2cBusSpeed.FastMode));
        }

        // The display's own driver does not look at what its writes answer, so a dead one is found here.
        if (_wire.Write(new SpanByte(s_nothing)).Status != I2cTransferStatus.FullTransfer)
        {
            throw new InvalidOperationException();
        }

        _display ??= new Ssd1306(_wire, Ssd13xx.DisplayResolution.OLED128x64);
        _display.DrawDirectAligned(0, 0, DotPicture.Width, DotPicture.Height, _wanted.Pages);
        _display.Display();
        _shown = _wanted;
    }

    /// <inheritdoc/>
    protected override void Drop()
    {
        I2cDevice? wire = _wire;
        _display = null;
        _wire = null;
        _shown = null;
        wire?.Dispose();
    }
}
