namespace ToyGuard.Core.Family;

/// <summary>Why a delete-request is not in the book.</summary>
public enum EraseFault : byte
{
    /// <summary>It is.</summary>
    None = 0,

    /// <summary>No room, and no confirmed one that could go.</summary>
    Full = 1,

    /// <summary>Flash does not take it.</summary>
    NotSaved = 2,
}
