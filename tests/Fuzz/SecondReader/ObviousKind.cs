namespace ToyGuard.SecondReader;

/// <summary>The three answers to bytes of a connection.</summary>
public enum ObviousKind
{
    /// <summary>More must come before anything can be said.</summary>
    NotWhole,

    /// <summary>A hello that can be read in one way.</summary>
    Read,

    /// <summary>No hello, or none that can be read in one way.</summary>
    Refused,
}
