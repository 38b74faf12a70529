using System.Collections.Concurrent;
using System.Threading;

using ToyGuard.Kit.Play;

namespace ToyGuard.Kit.Tests.Lab;

/// <summary>A board that writes down what it is told, with one microphone whose button a test holds.</summary>
internal sealed class FakeBoard : IToyBoard, ISensorDriver
{
    private int _isHeld;
    private int _isOn;

    /// <summary>What was said, in order.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>Tones that began, as hertz and volume.</summary>
    public ConcurrentQueue<(int Hertz, int Volume)> Tones { get; } = new();

    /// <summary>How often the light was set.</summary>
    public int Lights;

    /// <summary>How often the microphone was read.</summary>
    public int Reads;

    public bool IsHeld
    {
        get { return Interlocked.CompareExchange(ref _isHeld, 0, 0) != 0; }
        set { Interlocked.Exchange(ref _isHeld, value ? 1 : 0); }
    }

    /// <summary>Sensor and light, which are one.</summary>
    public bool IsOn
    {
        get { return Interlocked.CompareExchange(ref _isOn, 0, 0) != 0; }
    }

    public bool SetPower(bool isOn)
    {
        Interlocked.Exchange(ref _isOn, isOn ? 1 : 0);
        return true;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        Interlocked.Increment(ref Reads);
        buffer[offset] = 7;
        return 1;
    }

    public void Light(int colour, int brightness)
    {
        Interlocked.Increment(ref Lights);
    }

    public void Tone(int hertz, int volume)
    {
        if (hertz > 0)
        {
            Tones.Enqueue((hertz, volume));
        }
    }

    public void Say(string words)
    {
        Said.Enqueue(words);
    }

    public ISensorDriver? Sensor(string kind)
    {
        return kind == "microphone" ? this : null;
    }
}
