using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No pointers: the device's tool that packs assemblies refuses them.</summary>
public sealed class UnsafeRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0013";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        bool isUnsafe = node is PointerTypeSyntax or FunctionPointerTypeSyntax or FixedStatementSyntax or UnsafeStatementSyntax
            || (node is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.UnsafeKeyword));

        if (isUnsafe)
        {
            context.Report(node, "the device has no pointers; use an array with an offset.");
        }
    }
}
