using Microsoft.CodeAnalysis;

namespace ToyGuard.NanoCheck.Gates;

/// <summary>One thing that compiles for the device and then dies or lies there.</summary>
public abstract class LanguageRule
{
    /// <summary>The rule's number, as in TG0001. Never used again for another rule.</summary>
    public abstract string Id { get; }

    /// <summary>Looks at one node of a syntax tree. Called for every node of every tree.</summary>
    public abstract void Check(SyntaxNode node, RuleContext context);
}
