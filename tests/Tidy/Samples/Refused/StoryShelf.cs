using System;
using System.Collections.Generic;

namespace Refused;

/// <summary>How a toy maker's first attempt may look: right on the desktop in three places of four, and deadly on the device in each.</summary>
public sealed class StoryShelf
{
    private readonly List<string> _titles = new();
    private readonly int[,] _places = new int[4, 8];

    /// <summary>Where a story lies.</summary>
    public enum Mood : byte
    {
        /// <summary>For the evening.</summary>
        Quiet,

        /// <summary>For the day.</summary>
        Wild,
    }

    /// <summary>A label for the shelf.</summary>
    public string Label(Mood mood)
    {
        return $"{mood}: {_titles.Count} stories, {_places.Length} places, moon {DateTime.MoonPhase}";
    }
}
