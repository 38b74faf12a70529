namespace ToyGuard.Core.Family;

/// <summary>Why a service is asked to delete. Flash keeps the number: never renumber.</summary>
public enum EraseCause : byte
{
    /// <summary>Not said; no request has it.</summary>
    None = 0,

    /// <summary>A guardian erased the toy.</summary>
    Erased = 1,

    /// <summary>A guardian took the yes to this place back.</summary>
    Withdrew = 2,
}
