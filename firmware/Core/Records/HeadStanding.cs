namespace ToyGuard.Core.Records;

/// <summary>How a head that somebody kept stands to the records of now (LOG-02).</summary>
public enum HeadStanding : byte
{
    /// <summary>It cannot be said: the ring is not open.</summary>
    Unknown = 0,

    /// <summary>All of then is what it was, and all since follows from it without a gap.</summary>
    Ancestor = 1,

    /// <summary>Since then records were altered, taken out, put in, or put back to an earlier state.</summary>
    NotAncestor = 2,

    /// <summary>It is older than the oldest record that is kept, so nothing can be compared any more.</summary>
    NoLongerKept = 3,
}
