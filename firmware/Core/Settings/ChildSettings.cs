using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Settings;

/// <summary>A child as the family set it: a picture in a colour in place of a name, an age band, and minutes that all its toys share. Immutable (DEF-06).</summary>
public sealed class ChildSettings
{
    /// <summary>Children that a family may have, and the highest number of one.</summary>
    public const int Max = 8;

    /// <summary>How many animals there are; they count from 1.</summary>
    public const int Animals = 16;

    /// <summary>How many colours there are; they count from 1.</summary>
    public const int Colours = 8;

    /// <summary>Takes what was set. Throws for a number out of its range, and for an age band that does not exist.</summary>
    /// <param name="number">1 to 8, one of its kind in a family.</param>
    /// <param name="animal">1 to 16.</param>
    /// <param name="colour">1 to 8.</param>
    /// <param name="band">The child's age; unknown has the rules of the youngest.</param>
    /// <param name="playMinutes">Minutes of play a day, over all toys of the child (PCTL-02).</param>
    public ChildSettings(int number, int animal, int colour, AgeBand band, DayMinutes playMinutes)
    {
        if (number < 1 || number > Max || animal < 1 || animal > Animals || colour < 1 || colour > Colours || band > AgeBand.From13To18)
        {
            throw new ArgumentOutOfRangeException(nameof(number));
        }

        Number = number;
        Animal = animal;
        Colour = colour;
        Band = band;
        PlayMinutes = playMinutes ?? throw new ArgumentNullException(nameof(playMinutes));
    }

    /// <summary>Its number in the family, 1 to 8.</summary>
    public int Number { get; }

    /// <summary>The animal that stands for it, 1 to 16.</summary>
    public int Animal { get; }

    /// <summary>The animal's colour, 1 to 8.</summary>
    public int Colour { get; }

    /// <summary>Its age.</summary>
    public AgeBand Band { get; }

    /// <summary>Minutes of play a day, over all its toys.</summary>
    public DayMinutes PlayMinutes { get; }
}
