namespace ToyGuard.Core.Data;

/// <summary>One row of the data list: something that is stored or sent, in words for a parent. Immutable.</summary>
public sealed class DataField
{
    internal DataField(string id, DataPlace place, string what, string why, string kept, bool isExported)
    {
        Id = id;
        Place = place;
        What = what;
        Why = why;
        Kept = kept;
        IsExported = isExported;
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

    /// <summary>True when the family's export has it; false for keys and codes, which would open the door to whoever finds the file, and for what is not kept here.</summary>
    public bool IsExported { get; }
}
