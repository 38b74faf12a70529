using ToyGuard.Core.Policy;

namespace ToyGuard.Emulator.Family;

/// <summary>One line of --commands, read. What its verb does not need is left at its default.</summary>
/// <param name="Verb">What is asked for.</param>
internal sealed record FamilyCommand(FamilyVerb Verb)
{
    /// <summary>The line as it was read, fit for a terminal.</summary>
    public string Line { get; init; } = "";

    /// <summary>The toy's name; null for all of them.</summary>
    public string? Toy { get; init; }

    /// <summary>The id of an endpoint of the toy's manifest.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>Which sensor of the toy: the kind that its manifest says.</summary>
    public string Sensor { get; init; } = "";

    /// <summary>How long something is agreed to; nothing for a place is without an end.</summary>
    public AgreedTime Until { get; init; }

    /// <summary>True for a talk button that is held.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Quiet hours, null for none.</summary>
    public WeeklyHours? Hours { get; init; }

    /// <summary>Minutes, days or tickets; -1 stands for no limit, and 0 minutes of a pause for no end.</summary>
    public int Number { get; init; }

    /// <summary>The child's age.</summary>
    public AgeBand Band { get; init; }
}
