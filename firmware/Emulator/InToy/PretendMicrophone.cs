using ToyGuard.Emulator.View;
using ToyGuard.Kit.Play;

namespace ToyGuard.Emulator.InToy;

/// <summary>A microphone that hears a steady tone and nothing of this computer's room. Its light is on when it is, because one switch powers both (SENS-01).</summary>
internal sealed class PretendMicrophone : ISensorDriver
{
    /// <summary>What a manifest calls it.</summary>
    public const string Kind = "microphone";

    private const int WaveBytes = 64;

    private readonly Feed _feed;
    private readonly object _lock = new();
    private volatile bool _isHeld;
    private bool _isOn;

    public PretendMicrophone(Feed feed)
    {
        _feed = feed;
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
                _feed.Tell(now => new SensorTurned(now, Kind, isOn));
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
