using System;

namespace ToyGuard.Emulator.Power;

/// <summary>The plug of one start: while it is in, bytes get into flash; once it is pulled, none do any more.</summary>
/// <remarks>It may be pulled in the middle of what is written. One lock for all storage of a device, as its file system has one. Safe from any thread.</remarks>
internal sealed class Plug
{
    private readonly object _lock = new();
    private readonly Ills _ills;
    private long _bytesLeft = long.MaxValue;
    private bool _isPulled;

    /// <summary>A plug that is in, of a device with those ills.</summary>
    public Plug(Ills ills)
    {
        _ills = ills;
    }

    /// <summary>It went in the middle of what was written. Called once, on a thread of its own choosing.</summary>
    public event Action? Went;

    /// <summary>True once there is no power any more.</summary>
    public bool IsPulled
    {
        get
        {
            lock (_lock)
            {
                return _isPulled;
            }
        }
    }

    /// <summary>Pulls it, at once or in the middle of what is written, behind so many more bytes.</summary>
    public void Pull(int afterBytes)
    {
        lock (_lock)
        {
            _bytesLeft = afterBytes;
            _isPulled |= afterBytes == 0;
        }
    }

    /// <summary>Reads; without power it is as good as torn out.</summary>
    public T While<T>(Func<T> read, T dead)
    {
        lock (_lock)
        {
            return _isPulled ? dead : read();
        }
    }

    /// <summary>Writes as many of <paramref name="count"/> bytes as there is power for.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="write">Writes that many of them.</param>
    /// <returns>True when all of them are there.</returns>
    public bool Write(int count, Func<int, bool> write)
    {
        lock (_lock)
        {
            if (_isPulled || _ills.IsFlashFull)
            {
                return false;
            }

            if (count <= _bytesLeft)
            {
                _bytesLeft -= _bytesLeft == long.MaxValue ? 0 : count;
                return write(count);
            }

            _ = write((int)_bytesLeft);
            _isPulled = true;
        }

        Went?.Invoke();
        return false;
    }
}
