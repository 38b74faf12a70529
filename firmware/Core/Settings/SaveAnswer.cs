namespace ToyGuard.Core.Settings;

/// <summary>What came of a change.</summary>
public enum SaveOutcome : byte
{
    /// <summary>Nothing was asked.</summary>
    None = 0,

    /// <summary>In force, and the next start finds it.</summary>
    Saved = 1,

    /// <summary>Could not be saved. What is stricter in it is in force all the same, until the next start at least; what is looser is not.</summary>
    Tightened = 2,

    /// <summary>Could not be saved, and nothing in it is stricter: all stays as it was.</summary>
    NotSaved = 3,
}

/// <summary>The answer to a change of settings.</summary>
public readonly struct SaveAnswer
{
    internal SaveAnswer(SaveOutcome outcome, uint sequence)
    {
        Outcome = outcome;
        Sequence = sequence;
    }

    /// <summary>What came of it.</summary>
    public SaveOutcome Outcome { get; }

    /// <summary>The number of the copy that is kept; the last one saved, whatever the outcome.</summary>
    public uint Sequence { get; }

    /// <summary>True when the next start finds exactly what was asked for.</summary>
    public bool IsSaved
    {
        get { return Outcome == SaveOutcome.Saved; }
    }

    /// <summary>The answer where something that belongs to the change could not be kept as well: what is stricter is in force, and it is to be asked for again.</summary>
    public SaveAnswer Unfinished()
    {
        return IsSaved ? new SaveAnswer(SaveOutcome.Tightened, Sequence) : this;
    }
}
