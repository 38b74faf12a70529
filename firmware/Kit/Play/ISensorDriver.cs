namespace ToyGuard.Kit.Play;

/// <summary>One sensor, its light and its button, as a board has them. The one way to the sensor is <see cref="SensorSwitch"/> (SENS-01).</summary>
public interface ISensorDriver
{
    /// <summary>True while the child holds the button that belongs to the sensor: read from the button itself, so that no code can hold it (SENS-02).</summary>
    bool IsHeld { get; }

    /// <summary>Powers the sensor and its light together, or neither: there is no call for one of them alone.</summary>
    /// <returns>True when both are as asked. False when that failed, and then both are off. Asked for again what is so already, it answers true.</returns>
    bool SetPower(bool isOn);

    /// <summary>Takes what the sensor has picked up since the last call, without waiting for more.</summary>
    /// <returns>How many bytes were written from <paramref name="offset"/> on, 0 to <paramref name="count"/>; 0 while there is nothing.</returns>
    /// <remarks>Another thread may take the power away meanwhile: the call then ends, with whatever.</remarks>
    int Read(byte[] buffer, int offset, int count);
}
