namespace ToyGuard.Core.Family;

/// <summary>What a child may ask for (PCTL-08). Flash and messages keep the number.</summary>
public enum RequestKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>More time today.</summary>
    More = 1,

    /// <summary>A place of the toy's manifest that is closed or waits.</summary>
    Open = 2,

    /// <summary>A rule that should be another one. A yes says that the family talks about it; nothing changes by it.</summary>
    Change = 3,
}
