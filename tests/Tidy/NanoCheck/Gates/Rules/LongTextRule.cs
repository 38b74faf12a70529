using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No very long string constant: all strings and names of an assembly share 64 KiB.</summary>
public sealed class LongTextRule : LanguageRule
{
    /// <summary>Half of what an assembly holds, in characters.</summary>
    public const int LengthMax = 32000;

    /// <inheritdoc/>
    public override string Id => "TG0014";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        bool isWhole = node is LiteralExpressionSyntax && node.Span.Length > LengthMax
            || (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } && node.Parent is not (BinaryExpressionSyntax or ParenthesizedExpressionSyntax));

        if (isWhole && context.Model.GetConstantValue(node) is { HasValue: true, Value: string { Length: > LengthMax } text })
        {
            context.Report(node, "a string constant of " + text.Length + " characters: all strings and names of an assembly share 64 KiB on the device; "
                + "return byte[] literals of 1 KiB from methods, in an assembly of their own.");
        }
    }
}
