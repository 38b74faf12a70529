using System;

namespace ToyGuard.Maker.Scan;

/// <summary>Where something stands in an app.</summary>
/// <param name="File">The source where its line is known, else the assembly's file.</param>
/// <param name="Line">From 1; 0 where it is not known.</param>
/// <param name="Member">The method or type, empty for the assembly as a whole.</param>
internal readonly record struct Place(string File, int Line, string Member)
{
    /// <summary>"Bear.cs:12", or the assembly's name alone.</summary>
    public override string ToString()
    {
        return Line > 0 ? FormattableString.Invariant($"{File}:{Line}") : File;
    }
}
