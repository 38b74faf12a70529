namespace ToyGuard.Core.Family;

/// <summary>Why a toy is not introduced, or its picks are not kept.</summary>
public enum IntroFault : byte
{
    /// <summary>It is.</summary>
    None = 0,

    /// <summary>The time is not known, or nobody has paired.</summary>
    NotNow = 1,

    /// <summary>The toy's maker wrote a manifest, so there is nothing to learn.</summary>
    HasManifest = 2,

    /// <summary>No toy is being introduced, or another one.</summary>
    NotRunning = 3,

    /// <summary>A pick is none of the tries, is there twice, or the toy has as many places as it may.</summary>
    Unfit = 4,

    /// <summary>Flash did not take it: everything is as before.</summary>
    NotSaved = 5,
}
