using ToyGuard.Kit.Play;

namespace ToyGuard.Kit;

/// <summary>The board as a toy's own code gets it: its lights, its tunes, its voice, and no way to a sensor but <see cref="ToyKit.Sensor"/> (SENS-01).</summary>
internal sealed class AppBoard : IToyBoard
{
    private readonly IToyBoard _board;
    private readonly TimeLeft _time;

    internal AppBoard(IToyBoard board, TimeLeft time)
    {
        _board = board;
        _time = time;
    }

    public void Light(int colour, int brightness)
    {
        _board.Light(colour, brightness);
    }

    public void Tone(int hertz, int volume)
    {
        // Quieter towards the end, whatever the toy's code asks for.
        _board.Tone(hertz, volume * _time.VolumePercent / 100);
    }

    public void Say(string words)
    {
        _board.Say(words);
    }

    // A driver in the hands of the toy's code would be a sensor without consent.
    public ISensorDriver? Sensor(string kind)
    {
        return null;
    }
}
