using System;

namespace ToyGuard.Kit.Play;

/// <summary>How one sign looks and sounds: steps of light and of sound over time, and the words to it. Immutable.</summary>
public sealed class SignPattern
{
    private const int LightWidth = 4;
    private const int SoundWidth = 3;

    private readonly int[] _light;
    private readonly int[] _sound;

    /// <summary>Takes flat tables. Throws for one that has no whole steps.</summary>
    /// <param name="sign">Which sign it is.</param>
    /// <param name="words">What the toy says when it begins.</param>
    /// <param name="light">Colour 0xRRGGBB, brightness from and to in percent, milliseconds; again for each step.</param>
    /// <param name="lightEveryMs">After how long the light begins anew; 0 is once.</param>
    /// <param name="sound">Hertz (0 is silence), milliseconds, volume in percent; again for each step.</param>
    /// <param name="soundEveryMs">After how long the sound begins anew; 0 is once.</param>
    /// <param name="lastsMs">After how long the sign ends by itself; 0 is never.</param>
    public SignPattern(Sign sign, string words, int[] light, int lightEveryMs, int[] sound, int soundEveryMs, int lastsMs)
    {
        if (light.Length % LightWidth != 0 || sound.Length % SoundWidth != 0)
        {
            throw new ArgumentException("Whole steps.", nameof(light));
        }

        Sign = sign;
        Words = words;
        _light = light;
        LightEveryMs = lightEveryMs;
        _sound = sound;
        SoundEveryMs = soundEveryMs;
        LastsMs = lastsMs;
    }

    /// <summary>Which sign it is.</summary>
    public Sign Sign { get; }

    /// <summary>What the toy says when it begins; empty for none.</summary>
    public string Words { get; }

    /// <summary>After how many milliseconds the light begins anew; 0 is once.</summary>
    public int LightEveryMs { get; }

    /// <summary>After how many milliseconds the sound begins anew; 0 is once.</summary>
    public int SoundEveryMs { get; }

    /// <summary>After how many milliseconds the sign ends by itself; 0 is when somebody ends it.</summary>
    public int LastsMs { get; }

    /// <summary>True when the light is the sensor's own circuit: then it only says what that does, and nobody plays it (SENS-01).</summary>
    public bool IsSensorLight
    {
        get { return Sign == Sign.Listening; }
    }

    /// <summary>True when it sounds and speaks only to a child who presses something.</summary>
    public bool IsSilentUntilPressed
    {
        get { return Sign == Sign.Unwell; }
    }

    /// <summary>True when it waits for the day.</summary>
    public bool IsByDayOnly
    {
        get { return Sign == Sign.Unwell; }
    }

    /// <summary>How many steps of light there are.</summary>
    public int LightSteps
    {
        get { return _light.Length / LightWidth; }
    }

    /// <summary>How many steps of sound there are.</summary>
    public int SoundSteps
    {
        get { return _sound.Length / SoundWidth; }
    }

    /// <summary>The colour of a step of light, 0xRRGGBB; steps count from 0.</summary>
    public int ColourOf(int step)
    {
        return _light[step * LightWidth];
    }

    /// <summary>The brightness a step of light begins with, in percent.</summary>
    public int FromOf(int step)
    {
        return _light[step * LightWidth + 1];
    }

    /// <summary>The brightness a step of light ends with, in percent.</summary>
    public int ToOf(int step)
    {
        return _light[step * LightWidth + 2];
    }

    /// <summary>Milliseconds of a step of light.</summary>
    public int LightMsOf(int step)
    {
        return _light[step * LightWidth + 3];
    }

    /// <summary>The pitch of a step of sound in hertz; 0 is silence.</summary>
    public int HertzOf(int step)
    {
        return _sound[step * SoundWidth];
    }

    /// <summary>Milliseconds of a step of sound.</summary>
    public int SoundMsOf(int step)
    {
        return _sound[step * SoundWidth + 1];
    }

    /// <summary>The volume of a step of sound, in percent of the loudest a toy may be.</summary>
    public int VolumeOf(int step)
    {
        return _sound[step * SoundWidth + 2];
    }

    /// <summary>The step of light at <paramref name="ms"/> since the sign began; -1 when it is dark then.</summary>
    public int LightStepAt(long ms)
    {
        return StepAt(_light, LightWidth, LightWidth - 1, LightEveryMs, ms, out _);
    }

    /// <summary>The brightness at <paramref name="ms"/> since the sign began, in percent.</summary>
    public int BrightnessAt(long ms)
    {
        int step = StepAt(_light, LightWidth, LightWidth - 1, LightEveryMs, ms, out int into);
        return step < 0 ? 0 : FromOf(step) + (ToOf(step) - FromOf(step)) * into / LightMsOf(step);
    }

    /// <summary>The step of sound at <paramref name="ms"/> since it began; -1 when it is silent then.</summary>
    public int SoundStepAt(long ms)
    {
        int step = StepAt(_sound, SoundWidth, 1, SoundEveryMs, ms, out _);
        return step < 0 || HertzOf(step) == 0 ? -1 : step;
    }

    private static int StepAt(int[] table, int width, int length, int everyMs, long ms, out int into)
    {
        into = 0;

        if (ms < 0)
        {
            return -1;
        }

        long left = everyMs > 0 ? ms % everyMs : ms;

        for (int i = 0; i < table.Length; i += width)
        {
            if (left < table[i + length])
            {
                into = (int)left;
                return i / width;
            }

            left -= table[i + length];
        }

        return -1;
    }
}
