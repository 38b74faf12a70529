using System;

namespace ToyGuard.Core.Storage;

/// <summary>A base state and the entries behind it: grows at its end, and is folded into a new base in the other of two areas.</summary>
/// <remarks>
/// The base is a frame of <see cref="SingleSlot"/>, its sequence the generation. Behind it, one after the other:
///   0    1  payload length, n, at most 250
///   1    1  kind
///   2    n  payload
///   2+n  4  CRC-32 over generation (4), place in the area (4) and the bytes before
/// So what an older generation left behind never reads as an entry, and an entry that moved does not either.
/// Nothing is ever added behind a tail that does not read: the owner, who knows the state, folds first. A call of flash that throws passes through;
/// then, too, a fold comes first.
/// </remarks>
public sealed class Journal
{
    /// <summary>Most bytes of an entry's payload.</summary>
    public const int EntryMax = 250;

    private const int HeadBytes = 2;
    private const int AroundBytes = HeadBytes + CrcBytes;
    private const int CrcBytes = 4;
    private const int WholeMax = EntryMax + AroundBytes;
    private const int WindowBytes = 2 * WholeMax;
    private const int Nowhere = int.MaxValue;

    private readonly IFlash _flash;
    private readonly SingleSlot _a;
    private readonly SingleSlot _b;
    private readonly byte[] _seed = new byte[8];

    // A piece of the area, where it begins, and how much of it was read: less than fits only where the area ends.
    private readonly byte[] _window = new byte[WindowBytes];
    private int _windowAt = Nowhere;
    private int _windowCount;
    private bool _wasUnreadable;

    // The slot with the base in force; null while there is none.
    private SingleSlot? _base;
    private bool _isOpen;
    private bool _isOlderThere;

    // Bytes that the area holds.
    private int _held;

    /// <summary>The journal in two areas of one size, for frames of the first one's kind. <see cref="Open"/> comes before anything else.</summary>
    public Journal(IFlash flash, int areaA, int areaB)
    {
        _flash = flash;
        _a = new SingleSlot(flash, areaA);
        _b = new SingleSlot(flash, areaB, areaA);
    }

    /// <summary>How it was found; Whole after a fold.</summary>
    public JournalStatus Status { get; private set; } = JournalStatus.Damaged;

    /// <summary>One more at every fold, compared modulo 2^32; 0 before the first.</summary>
    public uint Generation { get; private set; }

    /// <summary>True when nothing can be added before a fold: empty, torn, damaged, or the last write failed.</summary>
    public bool NeedsFold { get; private set; } = true;

    /// <summary>Most bytes of a base state.</summary>
    public int StateMax
    {
        get { return _a.PayloadMax < _b.PayloadMax ? _a.PayloadMax : _b.PayloadMax; }
    }

    /// <summary>Hands what is kept to <paramref name="reader"/>, the base and each readable entry once. Writes nothing.</summary>
    public JournalStatus Open(IJournalReader reader)
    {
        _isOpen = false;
        NeedsFold = true;
        StoreStatus a = _a.Look();
        StoreStatus b = _b.Look();
        _base = SingleSlot.IsSecondNewer(_a, _b) ? _b : _a;
        byte[]? state = _base.Read();
        bool isLost = false;

        if (state is null)
        {
            // Damaged, unless it was never there; and what was whole a moment ago, and newer, is lost.
            isLost = a != StoreStatus.Empty || b != StoreStatus.Empty;
            _base = Other();
            state = _base.Read();
        }

        if (state is null)
        {
            _base = null;
            _isOlderThere = false;
            Generation = 0;
            Status = isLost ? JournalStatus.Damaged : JournalStatus.Empty;
        }
        else
        {
            Generation = _base.Sequence;
            _isOlderThere = Other().Status == StoreStatus.Whole;
            reader.OnBase(state, state.Length);
            JournalStatus entries = Replay(reader);
            Status = isLost ? JournalStatus.Damaged : entries;
            NeedsFold = Status != JournalStatus.Whole;
        }

        _isOpen = true;
        return Status;
    }

    /// <summary>True when an entry of <paramref name="count"/> bytes finds no place before a fold.</summary>
    public bool IsFull(int count)
    {
        return NeedsFold || count < 0 || count > EntryMax || _held + AroundBytes + count > _flash.CapacityOf(_base!.Area);
    }

    /// <summary>Adds an entry. True once it reads back whole.</summary>
    /// <returns>False when it found no place, and then nothing was written, or when it failed: then it may be there or not, and <see cref="NeedsFold"/> is true.</returns>
    public bool Add(int kind, byte[] payload, int count)
    {
        if (IsFull(count) || count > payload.Length)
        {
            return false;
        }

        DropOlder();
        _windowAt = Nowhere;
        _window[0] = (byte)count;
        _window[1] = (byte)kind;
        Array.Copy(payload, 0, _window, HeadBytes, count);
        uint crc = CrcAt(_held, 0, HeadBytes + count);
        LittleEndian.WriteUInt32(_window, HeadBytes + count, crc);

        // Until it reads back, and should a call throw.
        NeedsFold = true;

        if (!_flash.Append(_base!.Area, _held, _window, 0, AroundBytes + count)
            || EntryAt(_held) != AroundBytes + count
            || LittleEndian.ReadUInt32(_window, _held - _windowAt + HeadBytes + count) != crc)
        {
            return false;
        }

        _held += AroundBytes + count;
        NeedsFold = false;
        return true;
    }

    /// <summary>Begins anew with <paramref name="state"/> as base, in the other area.</summary>
    /// <remarks>
    /// The older base goes as soon as the new one reads back whole. Were it left, a base that is damaged later could not be told from one that
    /// was cut off while it was written, and the older one would pass for all there is.
    /// </remarks>
    /// <returns>False when it failed: then the base before and its entries are what flash holds, and a fold has to be tried again before anything is added.</returns>
    public bool Fold(byte[] state, int count)
    {
        if (!_isOpen)
        {
            return false;
        }

        SingleSlot target = _base is null ? _a : Other();

        // Should a call throw, the new base may be there all the same, and what was added to the old one would be lost.
        NeedsFold = true;

        if (!target.Write(Generation + 1, state, count))
        {
            return false;
        }

        _base = target;
        _held = SingleSlot.FrameBytes + count;
        Generation++;
        Status = JournalStatus.Whole;
        NeedsFold = false;
        _isOlderThere = true;
        DropOlder();
        return true;
    }

    private void DropOlder()
    {
        if (_isOlderThere)
        {
            _flash.Erase(Other().Area);
            _isOlderThere = false;
        }
    }

    private SingleSlot Other()
    {
        return _base == _a ? _b : _a;
    }

    private JournalStatus Replay(IJournalReader reader)
    {
        JournalStatus status = JournalStatus.Whole;
        _held = SingleSlot.FrameBytes + _base!.Length;
        _windowAt = Nowhere;
        _wasUnreadable = false;

        while (HasAt(_held, 1))
        {
            int count = EntryAt(_held);

            if (count > 0)
            {
                int at = _held - _windowAt;
                reader.OnEntry(_window[at + 1], _window, at + HeadBytes, count - AroundBytes);
                _held += count;
                continue;
            }

            int next = NextEntry(_held);

            if (next < 0)
            {
                // No more than one entry can be torn.
                bool isTorn = status == JournalStatus.Whole && !_wasUnreadable && !HasAt(_held, WholeMax + 1);
                return isTorn ? JournalStatus.TornTail : JournalStatus.Damaged;
            }

            status = JournalStatus.Damaged;
            _held = next;
        }

        return _wasUnreadable ? JournalStatus.Damaged : status;
    }

    // The next place behind a bad one where an entry reads; -1 when there is none as near as one bad entry would put it.
    private int NextEntry(int bad)
    {
        for (int at = bad + 1; at <= bad + WholeMax; at++)
        {
            if (EntryAt(at) > 0)
            {
                return at;
            }
        }

        return -1;
    }

    // Bytes of the whole entry there; 0 when none reads.
    private int EntryAt(int at)
    {
        if (!HasAt(at, AroundBytes))
        {
            return 0;
        }

        int count = _window[at - _windowAt];

        if (count > EntryMax || !HasAt(at, AroundBytes + count))
        {
            return 0;
        }

        int offset = at - _windowAt;
        bool isWhole = CrcAt(at, offset, HeadBytes + count) == LittleEndian.ReadUInt32(_window, offset + HeadBytes + count);
        return isWhole ? AroundBytes + count : 0;
    }

    // True when the area has these bytes; then they are in the window.
    private bool HasAt(int at, int count)
    {
        if (at < _windowAt || (_windowCount == WindowBytes && at + count > _windowAt + WindowBytes))
        {
            _windowAt = at;
            _windowCount = _flash.Read(_base!.Area, at, _window, 0, WindowBytes);
            _wasUnreadable |= _windowCount < 0;
        }

        return at + count <= _windowAt + _windowCount;
    }

    private uint CrcAt(int at, int offset, int count)
    {
        LittleEndian.WriteUInt32(_seed, 0, Generation);
        LittleEndian.WriteUInt32(_seed, 4, (uint)at);
        return Crc32.Add(Crc32.Of(_seed, 0, 8), _window, offset, count);
    }
}
