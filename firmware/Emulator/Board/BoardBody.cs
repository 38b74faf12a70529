using System;
using System.Collections.Generic;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Emulator.View;
using ToyGuard.Kit.Body;

namespace ToyGuard.Emulator.Board;

/// <summary>What the virtual board is made of: a lamp, a buzzer, a voice and a display. The device's own signs go before those of a toy. Safe from any thread.</summary>
internal sealed class BoardBody : IHostBoard
{
    private const int HeardMax = 12;

    private readonly object _lock = new();
    private readonly Feed _feed;
    private readonly Func<long> _nowMs;
    private readonly List<Heard> _says = [];
    private readonly List<Heard> _sounds = [];
    private readonly BodyMix _mix = new();
    private readonly List<(string Kind, bool IsOn)> _sensors = [];
    private int _heard;
    private string _url = "";
    private string _code = "";
    private bool _isDisplayDead;

    /// <summary>A body that is dark and silent.</summary>
    /// <param name="feed">Hears of what changes.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    public BoardBody(Feed feed, Func<long> nowMs)
    {
        _feed = feed;
        _nowMs = nowMs;
    }

    /// <summary>The device's own sign.</summary>
    public HostSign Sign
    {
        get
        {
            lock (_lock)
            {
                return _mix.SignAt(_nowMs());
            }
        }
    }

    /// <summary>The link and the code that the display shows; empty for none.</summary>
    public (string Url, string Code) Link
    {
        get
        {
            lock (_lock)
            {
                return _isDisplayDead ? ("", "") : (_url, _code);
            }
        }
    }

    /// <summary>True while the display is broken: it shows nothing, and whoever drives it hears nothing of that.</summary>
    public bool IsDisplayDead
    {
        get
        {
            lock (_lock)
            {
                return _isDisplayDead;
            }
        }

        set
        {
            lock (_lock)
            {
                bool comesBack = _isDisplayDead && !value;
                _isDisplayDead = value;

                if (comesBack)
                {
                    TellLink();
                }
            }
        }
    }

    /// <summary>The lamp now: 0xRRGGBB and percent.</summary>
    public (int Colour, int Brightness) Lamp
    {
        get
        {
            lock (_lock)
            {
                long nowMs = _nowMs();
                return (_mix.ColourAt(nowMs), _mix.BrightnessAt(nowMs));
            }
        }
    }

    /// <summary>The buzzer now: hertz, 0 for silence, and percent of the loudest.</summary>
    public (int Hertz, int Volume) Buzzer
    {
        get
        {
            lock (_lock)
            {
                long nowMs = _nowMs();
                return (_mix.HertzAt(nowMs), _mix.VolumeAt(nowMs));
            }
        }
    }

    /// <summary>What was said, the newest last.</summary>
    public Heard[] Says
    {
        get
        {
            lock (_lock)
            {
                return [.. _says];
            }
        }
    }

    /// <summary>What sounded, the newest last; a sound that comes again and again once.</summary>
    public Heard[] Sounds
    {
        get
        {
            lock (_lock)
            {
                return [.. _sounds];
            }
        }
    }

    /// <inheritdoc/>
    public void Show(HostSign sign)
    {
        lock (_lock)
        {
            if (!_mix.Show(sign, _nowMs()))
            {
                return;
            }

            for (int i = 0; i < _mix.Pattern.SoundSteps; i++)
            {
                Hear(_mix.Pattern.HertzOf(i));
            }

            Speak(_mix.Pattern.Words);
            _feed.Tell(now => new HostSignChanged(now, sign));
        }
    }

    /// <inheritdoc/>
    public void ShowLink(string url, string code)
    {
        lock (_lock)
        {
            if (url == _url && code == _code)
            {
                return;
            }

            _url = url;
            _code = code;

            if (!_isDisplayDead)
            {
                TellLink();
            }
        }
    }

    /// <summary>Sets the lamp as a toy wants it.</summary>
    public void ToyLight(int colour, int brightness)
    {
        lock (_lock)
        {
            _mix.ToyLight(colour, brightness);
        }
    }

    /// <summary>Sets the buzzer as a toy wants it.</summary>
    public void ToyTone(int hertz, int volume)
    {
        lock (_lock)
        {
            if (_mix.ToyTone(hertz, volume))
            {
                Hear(hertz);
            }
        }
    }

    /// <summary>The sensors that it has, and which of them have power. The light of one is lit exactly then: both hang on one wire (SENS-01).</summary>
    public (string Kind, bool IsOn)[] Sensors
    {
        get
        {
            lock (_lock)
            {
                return [.. _sensors];
            }
        }
    }

    /// <summary>Puts a sensor on the board, or powers one that is there, with its light.</summary>
    public void Sensor(string kind, bool isOn)
    {
        lock (_lock)
        {
            int at = _sensors.FindIndex(sensor => sensor.Kind == kind);

            if (at < 0)
            {
                _sensors.Add((kind, isOn));
            }
            else
            {
                _sensors[at] = (kind, isOn);
            }
        }
    }

    /// <summary>Says what a toy says.</summary>
    public void ToySay(string words)
    {
        lock (_lock)
        {
            Speak(words);
        }
    }

    /// <summary>The power is gone: dark, silent and blank.</summary>
    public void GoDark()
    {
        Array.ForEach(Sensors, sensor => Sensor(sensor.Kind, false));
        ToyLight(0, 0);
        ToyTone(0, 0);
        Show(HostSign.None);
        ShowLink("", "");
    }

    private void TellLink()
    {
        (string url, string code) = (_url, _code);
        _feed.Tell(now => new LinkShown(now, url));
        _feed.Tell(now => new CodeShown(now, code));
    }

    private void Hear(int hertz)
    {
        if (hertz > 0)
        {
            Add(_sounds, new Heard(++_heard, hertz, $"{hertz} Hz"));
        }
    }

    private void Speak(string words)
    {
        if (words.Length > 0)
        {
            Add(_says, new Heard(++_heard, 0, words));
        }
    }

    private static void Add(List<Heard> list, Heard heard)
    {
        list.Add(heard);
        list.RemoveRange(0, Math.Max(0, list.Count - HeardMax));
    }

    /// <summary>Something that was heard.</summary>
    /// <param name="Number">Counts everything that was heard, from 1.</param>
    /// <param name="Hertz">The pitch; 0 for words.</param>
    /// <param name="Words">The words, or what the sound is.</param>
    internal sealed record Heard(int Number, int Hertz, string Words);
}
