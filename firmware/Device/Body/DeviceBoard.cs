using System;
using System.Device.Gpio;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Kit.Body;
using ToyGuard.Kit.Play;

namespace ToyGuard.Device.Body;

/// <summary>The body of a hub or a toy, from the parts that its board has. A part that is missing or dead is left out, and nobody waits for it. Safe from any thread.</summary>
/// <remarks>Calls keep what is wanted and return; this service's turns set light and buzzer, <see cref="Screen"/>'s the display, <see cref="Buttons"/>' look at the buttons.</remarks>
public sealed class DeviceBoard : TurnService, IHostBoard, IToyBoard
{
    private const int TurnMs = 50;
    private const string Microphone = "microphone";

    private readonly object _lock = new object();
    private readonly BodyMix _mix = new BodyMix();
    private readonly BoardPins _pins;
    private readonly GpioController _gpio = new GpioController();
    private readonly ButtonPin _talk;
    private readonly StatusLight? _light;
    private readonly Speaker? _speaker;
    private readonly SensorPower? _sensor;

    /// <summary>The body of the board with those pins; dark, silent and blank.</summary>
    /// <param name="pins">What is wired where.</param>
    public DeviceBoard(BoardPins pins)
        : base("body", TurnMs)
    {
        _pins = pins;
        _talk = new ButtonPin(_gpio, pins.TalkButton);
        _light = pins.Light == BoardPins.None ? null : new StatusLight(pins.Light);
        _speaker = pins.Buzzer == BoardPins.None ? null : new Speaker(pins.Buzzer);
        _sensor = pins.SensorPower == BoardPins.None || pins.TalkButton == BoardPins.None ? null : new SensorPower(_gpio, pins.SensorPower, _talk);
        Screen = new ScreenService(pins.DisplayData == BoardPins.None ? null : new OledDisplay(pins.DisplayData, pins.DisplayClock));
    }

    /// <summary>What is on the display; a service of its own, for a code takes seconds to draw.</summary>
    public ScreenService Screen { get; }

    /// <inheritdoc/>
    public void Show(HostSign sign)
    {
        lock (_lock)
        {
            if (_mix.Show(sign, Environment.TickCount64))
            {
                Screen.Say(_mix.Pattern.Words);
            }
        }
    }

    /// <inheritdoc/>
    public void ShowLink(string url, string code)
    {
        Screen.ShowLink(url, code);
    }

    /// <inheritdoc/>
    public void Light(int colour, int brightness)
    {
        lock (_lock)
        {
            _mix.ToyLight(colour, brightness);
        }
    }

    /// <inheritdoc/>
    public void Tone(int hertz, int volume)
    {
        lock (_lock)
        {
            _mix.ToyTone(hertz, volume);
        }
    }

    /// <inheritdoc/>
    public void Say(string words)
    {
        Screen.Say(words);
    }

    /// <inheritdoc/>
    public ISensorDriver? Sensor(string kind)
    {
        return kind == Microphone ? _sensor : null;
    }

    /// <summary>The service that looks at the board's buttons.</summary>
    /// <param name="target">What grown-ups do with them.</param>
    /// <param name="child">What a child does with the talk button; null on a hub.</param>
    /// <param name="readers">Services that notice a hold; they belong beside this one.</param>
    public ButtonService Buttons(IButtonTarget target, ITalkHand? child, out IService[] readers)
    {
        HostButton setup = new HostButton(new ButtonReader(false), target);
        HostButton talk = new HostButton(new ButtonReader(true), target);
        bool hasSetup = _pins.SetupButton != BoardPins.None;
        bool hasTalk = _pins.TalkButton != BoardPins.None && child is not null;
        PinButton[] buttons = new PinButton[(hasSetup ? 1 : 0) + (hasTalk ? 1 : 0)];
        readers = new IService[buttons.Length];

        if (hasSetup)
        {
            buttons[0] = new PinButton("setup-button", new ButtonPin(_gpio, _pins.SetupButton), setup, null);
            readers[0] = setup;
        }

        if (hasTalk)
        {
            buttons[buttons.Length - 1] = new PinButton("talk-button", _talk, talk, child);
            readers[buttons.Length - 1] = talk;
        }

        return new ButtonService(buttons);
    }

    /// <inheritdoc/>
    protected override void Turn()
    {
        long nowMs = Environment.TickCount64;

        lock (_lock)
        {
            _light?.Set(_mix.ColourAt(nowMs), _mix.BrightnessAt(nowMs));
            _speaker?.Set(_mix.HertzAt(nowMs), _mix.VolumeAt(nowMs));
        }

        _light?.Turn(nowMs);
        _speaker?.Turn(nowMs);
    }

    /// <inheritdoc/>
    protected override void End()
    {
        long nowMs = Environment.TickCount64;
        _light?.Set(0, 0);
        _speaker?.Set(0, 0);
        _light?.Turn(nowMs);
        _speaker?.Turn(nowMs);
    }
}
