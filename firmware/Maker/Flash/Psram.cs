namespace ToyGuard.Maker.Flash;

/// <summary>What is known about a board's PSRAM.</summary>
internal enum Psram
{
    /// <summary>nanoff could not find out, or did not ask.</summary>
    Unknown = 0,

    /// <summary>There is none.</summary>
    None = 1,

    /// <summary>There is some.</summary>
    Present = 2,
}
