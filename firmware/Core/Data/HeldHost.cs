namespace ToyGuard.Core.Data;

/// <summary>A name that a toy asked for and that was held. Immutable.</summary>
public sealed class HeldHost
{
    internal HeldHost(int number, int toy, int endpoint, string name, int tries, int lastMinute)
    {
        Number = number;
        Toy = toy;
        Endpoint = endpoint;
        Name = name;
        Tries = tries;
        LastMinute = lastMinute;
    }

    /// <summary>Which one it is, from 1, never used again before a restart.</summary>
    public int Number { get; }

    /// <summary>The toy that asked; 0 for one nobody knows.</summary>
    public int Toy { get; }

    /// <summary>The endpoint of its manifest that the last verdict was about; 0 for a name the manifest does not have.</summary>
    public int Endpoint { get; }

    /// <summary>The name, in lower-case ASCII.</summary>
    public string Name { get; }

    /// <summary>How often it was asked for.</summary>
    public int Tries { get; }

    /// <summary>When last, in local minutes since 1970-01-01 (Moment.Minute); 0 when the time was not known.</summary>
    public int LastMinute { get; }
}
