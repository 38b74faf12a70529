namespace ToyGuard.Core.Family;

/// <summary>How far a delete-request is. Flash keeps the number: never renumber.</summary>
public enum EraseState : byte
{
    /// <summary>Not said; no request has it.</summary>
    None = 0,

    /// <summary>The service has not answered yet. It is tried again.</summary>
    Waiting = 1,

    /// <summary>The service took the request and has not said that it is done. It is asked again each day, with the same id.</summary>
    Told = 2,

    /// <summary>The service said that it has deleted.</summary>
    Confirmed = 3,

    /// <summary>It cannot be told from here, or was told for thirty days in vain: whoever wants it deleted asks the service itself.</summary>
    Cannot = 4,
}
