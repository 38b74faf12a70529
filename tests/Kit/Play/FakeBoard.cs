using System.Text;

namespace ToyGuard.Kit.Play.Tests;

/// <summary>A board that keeps what it was told, as text: L light, T tone, S words.</summary>
public sealed class FakeBoard : IToyBoard
{
    private readonly StringBuilder _log = new StringBuilder();

    public int Colour { get; private set; }

    public int Brightness { get; private set; }

    public int Hertz { get; private set; }

    public int Volume { get; private set; }

    public string Said { get; private set; } = "";

    public int Tones { get; private set; }

    public int Lights { get; private set; }

    public string Log
    {
        get { return _log.ToString(); }
    }

    public void Light(int colour, int brightness)
    {
        Colour = colour;
        Brightness = brightness;
        Lights++;
    }

    public void Tone(int hertz, int volume)
    {
        Hertz = hertz;
        Volume = volume;
        Tones += hertz > 0 ? 1 : 0;
    }

    public void Say(string words)
    {
        Said = words;
        _log.Append(words).Append('|');
    }

    public ISensorDriver? Sensor(string kind)
    {
        return null;
    }
}
