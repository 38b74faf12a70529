namespace ToyGuard.Core.Family;

/// <summary>What is kept of one toy's manifest: the places of a home manifest, or the mark of what its maker's said last. Immutable.</summary>
internal sealed class KeptToy
{
    internal KeptToy(string name, HomePlace[]? places, long mark)
    {
        Name = name;
        Places = places;
        Mark = mark;
    }

    internal string Name { get; }

    /// <summary>Null for a toy that has a maker's manifest.</summary>
    internal HomePlace[]? Places { get; }

    internal long Mark { get; }
}
