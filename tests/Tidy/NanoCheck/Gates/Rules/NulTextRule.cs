using System;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No string that holds NUL: on the device it ends there for a comparison, and has its full length for Length.</summary>
public sealed class NulTextRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0011";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        bool isFound = node switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => HoldsNul(literal.Token.ValueText),
            InterpolatedStringTextSyntax text => HoldsNul(text.TextToken.ValueText),
            ExpressionSyntax { Parent: InterpolationSyntax or BinaryExpressionSyntax or ArgumentSyntax } expression
                => IsNul(expression, context.Model) && BecomesText(expression, context.Model),
            _ => false,
        };

        if (isFound)
        {
            context.Report(node, "a string that holds NUL ends there on the device, so two different names compare as the same; keep such bytes in a byte[].");
        }
    }

    private static bool HoldsNul(string text)
    {
        return text.Contains('\0', StringComparison.Ordinal);
    }

    private static bool IsNul(ExpressionSyntax expression, SemanticModel model)
    {
        return model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_Char
            && model.GetConstantValue(expression) is { HasValue: true, Value: '\0' };
    }

    private static bool BecomesText(ExpressionSyntax expression, SemanticModel model)
    {
        switch (expression.Parent)
        {
            case InterpolationSyntax:
                return true;

            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                return model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String;

            case ArgumentSyntax { Parent.Parent: ExpressionSyntax call }:
                INamedTypeSymbol? type = model.GetSymbolInfo(call).Symbol?.ContainingType;
                string method = model.GetSymbolInfo(call).Symbol?.Name ?? "";
                return (type?.SpecialType == SpecialType.System_String && method is ".ctor" or "PadLeft" or "PadRight")
                    || (type?.Name == "StringBuilder" && method is "Append" or "Insert" or "Replace");

            default:
                return false;
        }
    }
}
