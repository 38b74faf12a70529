using System;

using ToyGuard.Core.Factory;

namespace ToyGuard.Core.Tests.Factory;

/// <summary>A box in memory, given out in chunks.</summary>
public sealed class MemoryChunks : IChunks
{
    private readonly byte[] _bytes;

    public MemoryChunks(byte[] bytes)
    {
        _bytes = bytes;
    }

    public bool Read(int number, byte[] into)
    {
        int from = number * FactoryBox.ChunkBytes;

        if (from >= _bytes.Length)
        {
            return false;
        }

        // What stood behind the end of a shorter chunk stands there still, as on the device.
        Array.Copy(_bytes, from, into, 0, _bytes.Length - from < FactoryBox.ChunkBytes ? _bytes.Length - from : FactoryBox.ChunkBytes);
        return true;
    }
}
