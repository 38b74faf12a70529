namespace ToyGuard.Core.Policy;

/// <summary>How often one toy met one reason at one endpoint in a day.</summary>
public readonly struct VerdictCount
{
    /// <summary>Takes the numbers.</summary>
    public VerdictCount(int toy, int endpoint, Reason reason, int times)
    {
        Toy = toy;
        Endpoint = endpoint;
        Reason = reason;
        Times = times;
    }

    /// <summary>The toy's number, from 1; 0 for toys nobody knows.</summary>
    public int Toy { get; }

    /// <summary>The endpoint of that toy's manifest, from 1; 0 where none was meant.</summary>
    public int Endpoint { get; }

    /// <summary>What the verdict was.</summary>
    public Reason Reason { get; }

    /// <summary>How often; stays at the largest number there is.</summary>
    public int Times { get; }
}
