using System;

using ToyGuard.Core.Crypto;

namespace ToyGuard.Edge;

/// <summary>Bytes that nobody can guess, from the chip's generator.</summary>
/// <remarks>On ESP32 images Random ignores its seed and asks esp_random(), which is a true generator only while the radio is on. Ask after Wi-Fi has started.</remarks>
public sealed class SecureRandom : IRandom
{
    private readonly Random _random = new Random();

    /// <inheritdoc/>
    public void Fill(byte[] bytes, int offset, int count)
    {
        if (count == bytes.Length && offset == 0)
        {
            _random.NextBytes(bytes);
            return;
        }

        byte[] drawn = new byte[count];
        _random.NextBytes(drawn);
        Array.Copy(drawn, 0, bytes, offset, count);
    }
}
