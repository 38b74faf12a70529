namespace ToyGuard.Core.Family;

/// <summary>Why a request, or an answer to one, was not taken.</summary>
public enum RequestFault : byte
{
    /// <summary>It was taken.</summary>
    None = 0,

    /// <summary>The time is not known, so nobody can say when it would be over.</summary>
    ClockUnknown = 1,

    /// <summary>This toy asked less than ten minutes ago.</summary>
    TooSoon = 2,

    /// <summary>The very same waits for an answer already.</summary>
    AlreadyAsked = 3,

    /// <summary>As many as there may be wait for an answer.</summary>
    Full = 4,

    /// <summary>There is no such request, or it is answered, or over.</summary>
    NotWaiting = 5,

    /// <summary>The numbers do not fit what is asked for.</summary>
    Unfit = 6,

    /// <summary>Flash did not take it: everything is as before.</summary>
    NotSaved = 7,
}
