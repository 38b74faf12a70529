namespace ToyGuard.Wire.Qr;

/// <summary>How much of a code may be dirty and it is still read (ISO/IEC 18004, 6.5.1).</summary>
public enum QrLevel : byte
{
    /// <summary>About 7 in 100 code words may be wrong: for displays.</summary>
    L = 0,

    /// <summary>About 15 in 100: for print and for terminals.</summary>
    M = 1,
}
