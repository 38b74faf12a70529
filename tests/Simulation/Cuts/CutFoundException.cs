using System;

namespace ToyGuard.Simulation.Cuts;

/// <summary>A promise that did not hold, and the cut that shows it.</summary>
public sealed class CutFoundException : Exception
{
    /// <summary>Says what.</summary>
    public CutFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Says what, where another exception showed it.</summary>
    public CutFoundException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
