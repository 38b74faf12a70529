namespace ToyGuard.Core.Privacy;

/// <summary>One row of the data list: something that is stored or sent, in words for a parent. Immutable.</summary>
public sealed class DataField
{
    internal DataField(string id, DataPlace place, string what, string why, string kept)
    {
        Id = id;
        Place = place;
        What = what;
        Why = why;
        Kept = kept;
    }

    /// <summary>Its name in the list: lower-case words and hyphens, one of its kind, for ever.</summary>
    public string Id { get; }

    /// <summary>Where it is.</summary>
    public DataPlace Place { get; }

    /// <summary>What it is.</summary>
    public string What { get; }

    /// <summary>What it is for.</summary>
    public string Why { get; }

    /// <summary>For how long.</summary>
    public string Kept { get; }
}
