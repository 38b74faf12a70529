using System;

using ToyGuard.Core.Times;

namespace ToyGuard.Core.Policy;

/// <summary>What a family set for one child, as far as toys are held by it. Immutable; what the child used of its day is in <see cref="GateState"/>.</summary>
public sealed class ChildRules
{
    /// <summary>The highest number of a child.</summary>
    public const int NumberMax = 8;

    /// <summary>Takes what was set. Throws for a number other than 1 to 8, and for an age band that does not exist.</summary>
    public ChildRules(int number, AgeBand band, DayMinutes playMinutes)
    {
        if (number < 1 || number > NumberMax || band > AgeBand.From13To18)
        {
            throw new ArgumentOutOfRangeException(nameof(number));
        }

        Number = number;
        Band = band;
        PlayMinutes = playMinutes ?? throw new ArgumentNullException(nameof(playMinutes));
    }

    /// <summary>Its number in the family, 1 to 8.</summary>
    public int Number { get; }

    /// <summary>Its age.</summary>
    public AgeBand Band { get; }

    /// <summary>Minutes of play a day, over all its toys (PCTL-02).</summary>
    public DayMinutes PlayMinutes { get; }
}
