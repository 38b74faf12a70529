namespace ToyGuard.Guard.Manifests;

/// <summary>One thing that keeps a manifest from being read: where it stands, what is wrong, and what to write instead. Immutable.</summary>
public sealed class Complaint
{
    internal Complaint(int line, string path, string text, string? suggestion)
    {
        Line = line;
        Path = path;
        Text = text;
        Suggestion = suggestion;
    }

    /// <summary>Line of the file, counted from 1. For a missing member, the line where its object begins.</summary>
    public int Line { get; }

    /// <summary>The member, as in endpoints[1].port; empty when it is about the file as a whole.</summary>
    public string Path { get; }

    /// <summary>What is wrong, in a sentence or two for the maker. Printable ASCII: what it cites from the file is made so.</summary>
    public string Text { get; }

    /// <summary>JSON to put in place of the value (of the name, when the name is not known). Null when only the maker can know.</summary>
    public string? Suggestion { get; }
}
