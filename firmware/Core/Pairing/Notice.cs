namespace ToyGuard.Core.Pairing;

/// <summary>One thing that guardians are told of. Immutable.</summary>
public sealed class Notice
{
    internal Notice(int number, NoticeKind kind, int who, int toy, long utcSeconds, int seenBy)
    {
        Number = number;
        Kind = kind;
        Who = who;
        Toy = toy;
        UtcSeconds = utcSeconds;
        SeenBy = seenBy;
    }

    /// <summary>Its number, 1 to 255, to say that it was seen.</summary>
    public int Number { get; }

    /// <summary>What it tells of.</summary>
    public NoticeKind Kind { get; }

    /// <summary>The number of the phone that it is about, or that did it; 0 for none. That phone may be gone.</summary>
    public int Who { get; }

    /// <summary>The number of the toy that it is about; 0 for none, or for all.</summary>
    public int Toy { get; }

    /// <summary>When, in seconds since 1970 in UTC; 0 when nobody knew.</summary>
    public long UtcSeconds { get; }

    // A bit for each phone that has seen it: bit 0 is phone 1.
    internal int SeenBy { get; }
}
