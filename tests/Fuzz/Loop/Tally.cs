namespace ToyGuard.Fuzz.Loop;

/// <summary>What one run of one target counted.</summary>
internal sealed class Tally
{
    public string Target { get; init; } = "";

    public string Hurdle { get; init; } = "";

    public ulong Seed { get; init; }

    public long Inputs { get; set; }

    public double Seconds { get; set; }

    public int Edges { get; set; }

    public int Features { get; set; }

    public int Corpus { get; set; }

    /// <summary>Inputs that got past the hurdle.</summary>
    public long Past { get; set; }

    /// <summary>Inputs that were read whole and well.</summary>
    public long Complete { get; set; }

    /// <summary>Most blocks that one input took, and how long it was.</summary>
    public int SlowestSteps { get; set; }

    public int SlowestLength { get; set; }

    public Finding? Finding { get; set; }

    public double InputsASecond
    {
        get { return Seconds > 0 ? Inputs / Seconds : 0; }
    }

    public double PastShare
    {
        get { return Inputs > 0 ? (double)Past / Inputs : 0; }
    }
}
