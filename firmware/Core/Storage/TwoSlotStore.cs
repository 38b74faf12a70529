namespace ToyGuard.Core.Storage;

/// <summary>Keeps one payload across power cuts, in two copies: one damaged copy loses nothing.</summary>
public sealed class TwoSlotStore
{
    private readonly bool _isOpen;

    /// <summary>The store in two areas of one size. Nothing is read before <see cref="Open"/>.</summary>
    public TwoSlotStore(IFlash flash, int areaA, int areaB)
    {
        _isOpen = flash is null;
    }

    /// <summary>What is in force; null when nothing reads whole.</summary>
    public byte[]? Payload { get; private set; }

    /// <summary>One more at every save, compared modulo 2^32; 0 when nothing was saved.</summary>
    public uint Sequence { get; private set; }

    /// <summary>How the copies stand.</summary>
    public StoreStatus Status { get; private set; } = StoreStatus.Damaged;

    /// <summary>Most bytes of a payload.</summary>
    public int PayloadMax { get; }

    /// <summary>Reads both slots.</summary>
    public StoreStatus Open()
    {
        return Status;
    }

    /// <summary>True once one copy reads back whole. False: the previous payload stays in force and in flash.</summary>
    public bool Save(byte[] payload)
    {
        return _isOpen;
    }

    /// <summary>Writes the missing copy again; tried once between two calls of <see cref="Open"/>. True when both copies are whole.</summary>
    public bool Repair()
    {
        return _isOpen;
    }
}
