using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Boot;

/// <summary>Counts boots, and those among them that went wrong since the last good one.</summary>
/// <remarks>
/// A boot is written down before anything else can go wrong, and is bad until it is marked good. What cannot be written down is not
/// counted: a flash that takes nothing leaves a device at the stage it had, which is never looser than its settings.
/// State: number of the last boot, u32, bad boots in a row, u8 (firmware/docs/storage-format.md, "Boots").
/// </remarks>
public sealed class BootLog : IJournalReader
{
    private const int StartedEntry = 1;
    private const int GoodEntry = 2;
    private const int BadOffset = 4;
    private const int StateBytes = 5;
    private const int BadMax = 255;

    private readonly Journal _journal;
    private uint _lastNumber;
    private int _bad;
    private bool _isGood;

    /// <summary>The log kept in <paramref name="journal"/>. Nothing is read before <see cref="Started"/>.</summary>
    public BootLog(Journal journal)
    {
        _journal = journal ?? throw new ArgumentNullException(nameof(journal));
    }

    /// <summary>How the log was found.</summary>
    public JournalStatus Status { get; private set; } = JournalStatus.Damaged;

    /// <summary>The number of this boot, from 1; after 2^32 it begins anew.</summary>
    public uint Number { get; private set; }

    /// <summary>How many boots in a row went wrong before this one, 0 to 255.</summary>
    public int BadBoots { get; private set; }

    /// <summary>Reads the log and writes down that one more boot began. Once a boot, before anything else.</summary>
    /// <returns>False when it could not be written down; the numbers are right all the same.</returns>
    public bool Started()
    {
        Status = _journal.Open(this);
        BadBoots = _bad;
        Number = _lastNumber + 1;
        _isGood = false;

        return Note(StartedEntry, BadBoots < BadMax ? BadBoots + 1 : BadMax);
    }

    /// <summary>Writes down that this boot is a good one. True once that is in flash; after that, calling again writes nothing.</summary>
    public bool MarkGood()
    {
        _isGood = _isGood || Note(GoodEntry, 0);

        return _isGood;
    }

    /// <inheritdoc/>
    public void OnBase(byte[] bytes, int count)
    {
        if (count == StateBytes)
        {
            _lastNumber = LittleEndian.ReadUInt32(bytes, 0);
            _bad = bytes[BadOffset];
        }
    }

    /// <inheritdoc/>
    public void OnEntry(int kind, byte[] bytes, int offset, int count)
    {
        if (kind == StartedEntry)
        {
            _lastNumber++;
            _bad = _bad < BadMax ? _bad + 1 : BadMax;
        }
        else if (kind == GoodEntry)
        {
            _bad = 0;
        }
    }

    // A new base says all that there is to say, so it also mends a journal that takes no entry.
    private bool Note(int entry, int badNow)
    {
        byte[] state = new byte[StateBytes];

        if (!_journal.NeedsFold && !_journal.IsFull(0) && _journal.Add(entry, state, 0))
        {
            return true;
        }

        LittleEndian.WriteUInt32(state, 0, Number);
        state[BadOffset] = (byte)badNow;

        return _journal.Fold(state, StateBytes);
    }
}
