using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.View;
using ToyGuard.Kit.Play;

namespace ToyGuard.Emulator.InToy;

/// <summary>A toy's body as text: what it would show, sound and say goes to the feed. It has a microphone and a camera, and one button for both.</summary>
internal sealed class TextBoard : IToyBoard
{
    private readonly Feed _feed;
    private readonly BoardBody _body;
    private readonly object _lock = new();
    private int _colour;
    private int _brightness;

    /// <summary>A body of <paramref name="feed"/>'s lines over the parts of the virtual board.</summary>
    public TextBoard(Feed feed, BoardBody body)
    {
        _feed = feed;
        _body = body;
        Microphone = new PretendSensor(PretendSensor.Microphone, feed, body);
        Camera = new PretendSensor(PretendSensor.Camera, feed, body);
    }

    /// <summary>Its ear.</summary>
    public PretendSensor Microphone { get; }

    /// <summary>Its eye.</summary>
    public PretendSensor Camera { get; }

    /// <summary>The child's hand on the button that belongs to both.</summary>
    public void Hold(bool isHeld)
    {
        Microphone.Hold(isHeld);
        Camera.Hold(isHeld);
    }

    /// <inheritdoc/>
    public void Light(int colour, int brightness)
    {
        lock (_lock)
        {
            int shown = brightness > 0 ? colour : 0;

            if (shown == _colour && brightness == _brightness)
            {
                return;
            }

            bool isStep = shown == _colour && brightness > 0 && _brightness > 0;
            _colour = shown;
            _brightness = brightness;
            _body.ToyLight(shown, brightness);
            _feed.Tell(now => new LightChanged(now, shown, brightness, isStep));
        }
    }

    /// <inheritdoc/>
    /// <remarks>Which tune it is, the sign says already in a line.</remarks>
    public void Tone(int hertz, int volume)
    {
        _body.ToyTone(hertz, volume);
    }

    /// <inheritdoc/>
    public void Say(string words)
    {
        if (words.Length > 0)
        {
            _body.ToySay(words);
            _feed.Tell(now => new ToySaid(now, words));
        }
    }

    /// <inheritdoc/>
    public ISensorDriver? Sensor(string kind)
    {
        return kind == PretendSensor.Microphone ? Microphone : kind == PretendSensor.Camera ? Camera : null;
    }
}
