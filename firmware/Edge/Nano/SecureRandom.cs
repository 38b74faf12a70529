using System;

namespace ToyGuard.Edge;

/// <summary>Bytes that nobody can guess, from the chip's generator.</summary>
/// <remarks>On ESP32 images Random ignores its seed and asks esp_random(), which is a true generator only while the radio is on. Ask after Wi-Fi has started.</remarks>
public static class SecureRandom
{
    /// <summary>Overwrites all of <paramref name="buffer"/>.</summary>
    public static void Fill(byte[] buffer)
    {
        new Random().NextBytes(buffer);
    }
}
