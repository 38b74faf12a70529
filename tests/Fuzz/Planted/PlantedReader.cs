using ToyGuard.Wire;

namespace ToyGuard.Planted;

/// <summary>A small reader with one bug in it, or, when it is sound, without. Same manner as the real ones: everything since the first byte at each call.</summary>
/// <remarks>What is common to the right and the wrong one is written once; the bug is the one place that asks <see cref="IsSound"/>.</remarks>
public abstract class PlantedReader
{
    /// <summary>Made with or without the bug.</summary>
    protected PlantedReader(bool isSound)
    {
        IsSound = isSound;
    }

    /// <summary>Number of the fault; 0 = none.</summary>
    public int Fault { get; private set; }

    /// <summary>Where it stands, from the first byte.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>Bytes of what was read whole.</summary>
    public int Consumed { get; private set; }

    /// <summary>What was read, as one number.</summary>
    public int Value { get; protected set; }

    /// <summary>True for the healthy twin.</summary>
    protected bool IsSound { get; }

    /// <summary>Forgets everything.</summary>
    public virtual void Reset()
    {
        Fault = 0;
        FaultOffset = 0;
        Consumed = 0;
        Value = 0;
    }

    /// <summary>Reads what has come so far.</summary>
    public abstract ReadStatus Read(byte[] buffer, int offset, int count);

    /// <summary>Refuses, for a fault at an offset.</summary>
    protected ReadStatus Refuse(int fault, int faultOffset)
    {
        Fault = fault;
        FaultOffset = faultOffset;
        Value = 0;

        return ReadStatus.Refused;
    }

    /// <summary>Ends well, with so many bytes taken.</summary>
    protected ReadStatus End(int consumed, int value)
    {
        Consumed = consumed;
        Value = value;

        return ReadStatus.Complete;
    }
}
