using System;

namespace ToyGuard.Kit.Play.Tests;

/// <summary>A sensor whose light is in its circuit. It can be told to refuse, to throw, and to lie about how much it read.</summary>
public sealed class FakeSensor : ISensorDriver
{
    /// <summary>What it picks up: nothing that could be taken for a buffer without anything.</summary>
    public const byte Voice = 0x55;

    /// <summary>The button under the child's hand.</summary>
    public bool IsPressed { get; set; }

    public bool IsButtonBroken { get; set; }

    public bool IsPowered { get; private set; }

    public bool IsLit { get; private set; }

    public int PowerOns { get; private set; }

    public int PowerCalls { get; private set; }

    public int Reads { get; private set; }

    /// <summary>Answers false when asked to go on; both are off then.</summary>
    public bool RefusesOn { get; set; }

    /// <summary>Throws when asked to go on, with the power on already.</summary>
    public bool ThrowsOn { get; set; }

    /// <summary>Answers false when asked to go off, and stays as it is.</summary>
    public bool RefusesOff { get; set; }

    public bool ThrowsRead { get; set; }

    /// <summary>Says that it read so many bytes more than there was room for.</summary>
    public int ReadsTooMuch { get; set; }

    /// <summary>Called in the middle of a read.</summary>
    public ISwitchedOff? Meanwhile { get; set; }

    public bool IsHeld
    {
        get { return IsButtonBroken ? throw new InvalidOperationException("No such pin.") : IsPressed; }
    }

    public bool SetPower(bool isOn)
    {
        PowerCalls++;

        if ((isOn && RefusesOn) || (!isOn && RefusesOff))
        {
            return false;
        }

        IsPowered = isOn;
        IsLit = isOn;
        PowerOns += isOn ? 1 : 0;

        if (isOn && ThrowsOn)
        {
            throw new InvalidOperationException("No answer on the bus.");
        }

        return true;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        Reads++;

        if (!IsPowered)
        {
            return 0;
        }

        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = Voice;
        }

        if (Meanwhile is not null)
        {
            Meanwhile.Happens();

            for (int i = 0; i < count; i++)
            {
                buffer[offset + i] = Voice;
            }
        }

        return ThrowsRead ? throw new InvalidOperationException("No answer on the bus.") : count + ReadsTooMuch;
    }
}
