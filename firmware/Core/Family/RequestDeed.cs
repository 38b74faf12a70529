namespace ToyGuard.Core.Family;

/// <summary>What a guardian's confirmed yes has to do, beside being kept. The book itself changes no rule.</summary>
public enum RequestDeed : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Give the toy the minutes of the answer, for today.</summary>
    GiveBonus = 1,

    /// <summary>Open the place for the minutes of the answer; 0 is the term.</summary>
    OpenPlace = 2,
}
