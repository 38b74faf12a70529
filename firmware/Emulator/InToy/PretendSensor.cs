using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.View;
using ToyGuard.Kit.Play;

namespace ToyGuard.Emulator.InToy;

/// <summary>A microphone or camera that picks up a steady wave and nothing of this computer's room. Its light is on when it is, because one switch powers both (SENS-01).</summary>
internal sealed class PretendSensor : ISensorDriver
{
    /// <summary>What a manifest calls the one.</summary>
    public const string Microphone = "microphone";

    /// <summary>What a manifest calls the other.</summary>
    public const string Camera = "camera";

    private const int WaveBytes = 64;

    private readonly string _kind;
    private readonly Feed _feed;
    private readonly BoardBody _body;
    private readonly object _lock = new();
    private volatile bool _isHeld;
    private bool _isOn;

    /// <summary>A sensor of that kind, off, on the board.</summary>
    public PretendSensor(string kind, Feed feed, BoardBody body)
    {
        _kind = kind;
        _feed = feed;
        _body = body;
        _body.Sensor(kind, false);
    }

    /// <inheritdoc/>
    public bool IsHeld
    {
        get { return _isHeld; }
    }

    /// <summary>The child's hand on the talk button.</summary>
    public void Hold(bool isHeld)
    {
        _isHeld = isHeld;
    }

    /// <inheritdoc/>
    public bool SetPower(bool isOn)
    {
        lock (_lock)
        {
            if (_isOn != isOn)
            {
                _isOn = isOn;
                _body.Sensor(_kind, isOn);
                _feed.Tell(now => new SensorTurned(now, _kind, isOn));
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        lock (_lock)
        {
            int read = _isOn ? count : 0;

            for (int i = 0; i < read; i++)
            {
                buffer[offset + i] = (byte)(128 + (i % WaveBytes) - (WaveBytes / 2));
            }

            return read;
        }
    }
}
