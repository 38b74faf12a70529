using System.Collections.Generic;

using Microsoft.CodeAnalysis;

using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.NanoCheck.Gates;

/// <summary>What a rule may ask while it looks at a node, and where it says what it found.</summary>
public sealed class RuleContext
{
    private readonly List<(SyntaxNodeOrToken Place, string Message)> _reports = new();

    /// <summary>A context for one tree.</summary>
    public RuleContext(NanoCompilation project, SemanticModel model)
    {
        Project = project;
        Model = model;
    }

    /// <summary>The project the tree belongs to.</summary>
    public NanoCompilation Project { get; }

    /// <summary>The meaning of the tree's nodes.</summary>
    public SemanticModel Model { get; }

    /// <summary>What the current rule has found so far.</summary>
    public IReadOnlyList<(SyntaxNodeOrToken Place, string Message)> Reports => _reports;

    /// <summary>Says what is wrong with a node or token, and what to use instead.</summary>
    public void Report(SyntaxNodeOrToken place, string message)
    {
        _reports.Add((place, message));
    }

    /// <summary>Forgets the reports, for the next rule.</summary>
    public void Clear()
    {
        _reports.Clear();
    }
}
