namespace ToyGuard.Core.Storage;

/// <summary>Keeps one small payload across power cuts in two slots that hold the same copy: one damaged slot loses nothing and loosens nothing.</summary>
/// <remarks>
/// A save writes the slot that is not known to hold the newest copy, reads it back, and only then touches the other: at every moment one slot holds
/// a whole copy, of the old payload or of the new. The newest whole copy wins. The frame is <see cref="SingleSlot"/>'s.
/// A call of flash that throws passes through; what is in force then is what flash holds, or the payload before.
/// </remarks>
public sealed class TwoSlotStore
{
    private readonly SingleSlot _a;
    private readonly SingleSlot _b;

    // The slot that holds what is in force; null while nothing is.
    private SingleSlot? _newest;
    private bool _isOpen;
    private bool _wasRepairTried;

    /// <summary>The store in two areas of one size, for frames of the first one's kind. <see cref="Open"/> comes before anything else.</summary>
    public TwoSlotStore(IFlash flash, int areaA, int areaB)
    {
        _a = new SingleSlot(flash, areaA);
        _b = new SingleSlot(flash, areaB, areaA);
    }

    /// <summary>What is in force; null when nothing is. Nobody changes it.</summary>
    public byte[]? Payload { get; private set; }

    /// <summary>The sequence of what is in force: one more at every save, compared modulo 2^32; 0 while nothing is.</summary>
    public uint Sequence { get; private set; }

    /// <summary>How the slots stand: as found, or as the last save left them.</summary>
    public StoreStatus Status { get; private set; } = StoreStatus.Damaged;

    /// <summary>Most bytes of a payload.</summary>
    public int PayloadMax
    {
        get { return _a.PayloadMax < _b.PayloadMax ? _a.PayloadMax : _b.PayloadMax; }
    }

    /// <summary>Reads both slots and takes the newest whole copy. Writes nothing.</summary>
    public StoreStatus Open()
    {
        _isOpen = false;
        _wasRepairTried = false;
        StoreStatus a = _a.Look();
        StoreStatus b = _b.Look();
        SingleSlot first = SingleSlot.IsSecondNewer(_a, _b) ? _b : _a;

        // What was whole a moment ago may not be now.
        if (!Take(first) && !Take(OtherThan(first)))
        {
            Hold(null, null);
            Status = a == StoreStatus.Empty && b == StoreStatus.Empty ? StoreStatus.Empty : StoreStatus.Damaged;
        }

        _isOpen = true;
        return Status;
    }

    /// <summary>Puts another payload in force, once one copy of it reads back whole. Two writes; should the second fail, <see cref="Status"/> is OneCopy.</summary>
    /// <remarks>Keeps the array: hand over one that nobody changes afterwards.</remarks>
    /// <returns>False when it cannot be saved: then the payload before stays in force, and in flash.</returns>
    public bool Save(byte[] payload)
    {
        if (!_isOpen || payload.Length > PayloadMax)
        {
            return false;
        }

        SingleSlot first = _newest is null ? _a : OtherThan(_newest);
        uint sequence = Sequence + 1;

        if (_newest is not null)
        {
            // From here on the other slot may hold anything.
            Status = StoreStatus.OneCopy;
        }

        if (!first.Write(sequence, payload, payload.Length))
        {
            return false;
        }

        // In force before the second write: should that one throw, the copy that was just made is the only one, and must not be written over.
        Hold(first, payload);
        Mirror();
        return true;
    }

    /// <summary>Writes the missing copy again; tried once after each <see cref="Open"/>, so that a worn slot is not worn further at every minute.</summary>
    /// <returns>True when both slots hold what is in force.</returns>
    public bool Repair()
    {
        if (_isOpen && _newest is not null && Status != StoreStatus.Whole && !_wasRepairTried)
        {
            _wasRepairTried = true;
            Mirror();
        }

        return Status == StoreStatus.Whole;
    }

    private bool Take(SingleSlot slot)
    {
        byte[]? payload = slot.Read();

        if (payload is null)
        {
            return false;
        }

        Hold(slot, payload);
        SingleSlot other = OtherThan(slot);

        if (other.Status == StoreStatus.Whole && other.Sequence == slot.Sequence)
        {
            Status = other.Crc == slot.Crc && other.Length == slot.Length ? StoreStatus.Whole : StoreStatus.Split;
        }

        return true;
    }

    private void Hold(SingleSlot? slot, byte[]? payload)
    {
        _newest = slot;
        Payload = payload;
        Sequence = slot is null ? 0 : slot.Sequence;
        Status = StoreStatus.OneCopy;
    }

    private void Mirror()
    {
        if (OtherThan(_newest!).Write(Sequence, Payload!, Payload!.Length))
        {
            Status = StoreStatus.Whole;
        }
    }

    private SingleSlot OtherThan(SingleSlot slot)
    {
        return slot == _a ? _b : _a;
    }
}
