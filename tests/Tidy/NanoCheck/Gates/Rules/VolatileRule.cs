using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No volatile fields: the core library has no marker for them.</summary>
public sealed class VolatileRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0004";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        if (node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.VolatileKeyword))
        {
            context.Report(field, "the device has no `volatile`; use `lock`, or Interlocked on an int.");
        }
    }
}
