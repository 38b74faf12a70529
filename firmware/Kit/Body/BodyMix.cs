using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Kit.Play;

namespace ToyGuard.Kit.Body;

/// <summary>What lamp and buzzer have to do now: the device's own sign while there is one, else what the toy wants. Pure: the time comes in. Not safe from two threads at once.</summary>
public sealed class BodyMix
{
    private HostSign _sign;
    private SignPattern _pattern = HostSigns.Of(HostSign.None);
    private long _sinceMs;
    private int _toyColour;
    private int _toyBrightness;
    private int _toyHertz;
    private int _toyVolume;

    /// <summary>How the sign that was shown last looks and sounds; it may be over.</summary>
    public SignPattern Pattern
    {
        get { return _pattern; }
    }

    /// <summary>Shows a sign in place of the one before. False, and nothing changes, while it is shown already.</summary>
    public bool Show(HostSign sign, long nowMs)
    {
        if (sign == _sign && !IsOver(nowMs))
        {
            return false;
        }

        _sign = sign;
        _pattern = HostSigns.Of(sign);
        _sinceMs = nowMs;
        return true;
    }

    /// <summary>The sign that is shown; none once it ended by itself.</summary>
    public HostSign SignAt(long nowMs)
    {
        return IsOver(nowMs) ? HostSign.None : _sign;
    }

    /// <summary>Sets the lamp as the toy wants it: 0xRRGGBB and percent.</summary>
    public void ToyLight(int colour, int brightness)
    {
        _toyColour = colour;
        _toyBrightness = brightness;
    }

    /// <summary>Sets the buzzer as the toy wants it: hertz, 0 for silence, and percent. False when that is so already.</summary>
    public bool ToyTone(int hertz, int volume)
    {
        bool isOther = hertz != _toyHertz;
        _toyHertz = hertz;
        _toyVolume = volume;
        return isOther;
    }

    /// <summary>The lamp's colour, 0xRRGGBB; 0 when it is dark.</summary>
    public int ColourAt(long nowMs)
    {
        if (SignAt(nowMs) == HostSign.None)
        {
            return _toyColour;
        }

        int step = _pattern.LightStepAt(nowMs - _sinceMs);
        return step < 0 ? 0 : _pattern.ColourOf(step);
    }

    /// <summary>The lamp's brightness in percent.</summary>
    public int BrightnessAt(long nowMs)
    {
        return SignAt(nowMs) == HostSign.None ? _toyBrightness : _pattern.BrightnessAt(nowMs - _sinceMs);
    }

    /// <summary>The buzzer's pitch in hertz; 0 for silence.</summary>
    public int HertzAt(long nowMs)
    {
        if (SignAt(nowMs) == HostSign.None)
        {
            return _toyHertz;
        }

        int step = _pattern.SoundStepAt(nowMs - _sinceMs);
        return step < 0 ? 0 : _pattern.HertzOf(step);
    }

    /// <summary>The buzzer's volume in percent of the loudest.</summary>
    public int VolumeAt(long nowMs)
    {
        if (SignAt(nowMs) == HostSign.None)
        {
            return _toyVolume;
        }

        int step = _pattern.SoundStepAt(nowMs - _sinceMs);
        return step < 0 ? 0 : _pattern.VolumeOf(step);
    }

    private bool IsOver(long nowMs)
    {
        return _pattern.LastsMs > 0 && nowMs - _sinceMs >= _pattern.LastsMs;
    }
}
