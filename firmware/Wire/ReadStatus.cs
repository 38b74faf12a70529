namespace ToyGuard.Wire;

/// <summary>What a reader of bytes says. Nothing is consumed and nothing may be acted on before <see cref="Complete"/>.</summary>
public enum ReadStatus : byte
{
    /// <summary>Nothing was read yet.</summary>
    None = 0,

    /// <summary>Read whole, in the only way it can be read.</summary>
    Complete = 1,

    /// <summary>Right so far, but the end has not come.</summary>
    NeedMore = 2,

    /// <summary>Cannot be read, or could be read in two ways. The reader's fault says why, and where.</summary>
    Refused = 3,
}
