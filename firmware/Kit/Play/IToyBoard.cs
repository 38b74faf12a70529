namespace ToyGuard.Kit.Play;

/// <summary>What a toy is made of, as far as signs and sensors need it. A real board implements it over pins, the Emulator as lines of text.</summary>
/// <remarks>Every call returns at once: a speaker that needs time to speak does that by itself. Calls come from more than one thread, but never two at a time from one <see cref="SignPlayer"/>.</remarks>
public interface IToyBoard
{
    /// <summary>Sets the sign light, which is another than any sensor's own, until the next call.</summary>
    /// <param name="colour">0xRRGGBB.</param>
    /// <param name="brightness">Percent; 0 is dark.</param>
    void Light(int colour, int brightness);

    /// <summary>Sets the tone until the next call.</summary>
    /// <param name="hertz">0 is silence.</param>
    /// <param name="volume">Percent of the loudest the toy may be: 60 dB(A) at 30 cm.</param>
    void Tone(int hertz, int volume);

    /// <summary>Says <paramref name="words"/> to the child, from the toy's own phrases; a board without a voice leaves it to lights and tones.</summary>
    void Say(string words);

    /// <summary>The sensor of that kind (microphone, camera…), the same one every time; null when the board has none.</summary>
    ISensorDriver? Sensor(string kind);
}
