namespace ToyGuard.Core.Family;

/// <summary>How far a child's request is. Flash keeps the number.</summary>
public enum RequestState : byte
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Nobody has answered; it goes on to one of the others.</summary>
    Waiting = 1,

    /// <summary>A guardian said yes, and did what belongs to it. The child is told until midnight.</summary>
    Yes = 2,

    /// <summary>A guardian said "not today". The child is told until midnight.</summary>
    No = 3,

    /// <summary>Its day is over, answered or not. Nothing leads out of here, whatever the clock says later.</summary>
    Over = 4,
}
