namespace ToyGuard.Core.Policy;

/// <summary>The age of a child, or the youngest a toy is meant for. Younger is smaller.</summary>
public enum AgeBand : byte
{
    /// <summary>Not known. A child of unknown age gets the rules of under 9 and is never held for its age.</summary>
    Unknown = 0,

    /// <summary>Younger than 9.</summary>
    Under9 = 1,

    /// <summary>9 to 12.</summary>
    From9To12 = 2,

    /// <summary>13 to 18.</summary>
    From13To18 = 3,
}
