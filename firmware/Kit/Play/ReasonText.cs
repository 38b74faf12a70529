namespace ToyGuard.Kit.Play;

/// <summary>The words of a reason, taken apart. Immutable.</summary>
public sealed class ReasonText
{
    /// <summary>Takes the three parts.</summary>
    public ReasonText(string what, string why, string next)
    {
        What = what;
        Why = why;
        Next = next;
    }

    /// <summary>What happened, in a word: Closed, Open, Waiting.</summary>
    public string What { get; }

    /// <summary>Why it did.</summary>
    public string Why { get; }

    /// <summary>What a grown-up can do next.</summary>
    public string Next { get; }
}
