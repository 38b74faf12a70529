namespace ToyGuard.Core.Policy;

/// <summary>English words for reasons, for a parent: what happened, what comes next.</summary>
public static class ReasonWords
{
    /// <summary>At most this many characters, so that it fits one line of the page.</summary>
    public const int LengthMax = 90;

    /// <summary>The words of <paramref name="reason"/>; a number without words of its own gets an honest fallback.</summary>
    public static string Of(Reason reason)
    {
        return "Held.";
    }
}
