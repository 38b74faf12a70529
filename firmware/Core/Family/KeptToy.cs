namespace ToyGuard.Core.Family;

/// <summary>What is kept of one toy's manifest: the places of a home manifest, or what is known of its maker's. Immutable.</summary>
internal sealed class KeptToy
{
    internal KeptToy(string name, HomePlace[] places)
    {
        Name = name;
        Places = places;
    }

    internal KeptToy(string name, long mark, int[]? known)
    {
        Name = name;
        Mark = mark;
        Known = known;
    }

    internal string Name { get; }

    /// <summary>Null for a toy that has a maker's manifest.</summary>
    internal HomePlace[]? Places { get; }

    /// <summary>What the maker's manifest said last.</summary>
    internal long Mark { get; }

    /// <summary>The lowest 16 bits of the print of each listed place that is not new to the family; null when that was not kept.</summary>
    internal int[]? Known { get; }
}
