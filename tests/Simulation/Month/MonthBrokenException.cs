using System;

namespace ToyGuard.Simulation.Month;

/// <summary>An invariant was broken: which, and where to see it again.</summary>
internal sealed class MonthBrokenException : Exception
{
    /// <summary>By that seed, at that minute of its month.</summary>
    public MonthBrokenException(int seed, long minute, string what)
        : base($"seed {seed}, minute {minute}: {what}")
    {
        What = what;
    }

    /// <summary>What was broken.</summary>
    public string What { get; }
}
