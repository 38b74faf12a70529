namespace ToyGuard.Guard.Export;

/// <summary>Kinds of pages of an export, as they are spelled. The first five can be imported.</summary>
public static class PageKind
{
    /// <summary>What is set for the home.</summary>
    public const string Home = "home";

    /// <summary>The children.</summary>
    public const string Children = "children";

    /// <summary>What is set for a toy.</summary>
    public const string Toy = "toy";

    /// <summary>Places that were approved for a toy.</summary>
    public const string Places = "places";

    /// <summary>Uses of its sensors that were agreed to.</summary>
    public const string Sensors = "sensors";

    /// <summary>What a toy used of the day.</summary>
    public const string Used = "used";

    /// <summary>Who a toy talked to.</summary>
    public const string Activity = "activity";

    /// <summary>Phones and notices.</summary>
    public const string Phones = "phones";

    /// <summary>Records.</summary>
    public const string Records = "records";
}
