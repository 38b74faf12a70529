using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No enum that becomes a string or an object: its text is a word on the desktop and a number on the device.</summary>
public sealed class EnumTextRule : LanguageRule
{
    private const string Instead = "an enum's text is a word on the desktop and a number on the device; ";

    /// <inheritdoc/>
    public override string Id => "TG0010";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        if (node is CommonForEachStatementSyntax loop)
        {
            ForEachStatementInfo info = context.Model.GetForEachStatementInfo(loop);

            if (IsEnum(info.ElementType) && info.ElementConversion.IsBoxing)
            {
                context.Report(loop.Expression, Instead + "name the enum as the loop's type.");
            }

            return;
        }

        // In Colour.Red the whole is looked at, not the last word again.
        if (node is not ExpressionSyntax expression || node is LiteralExpressionSyntax || (node.Parent is MemberAccessExpressionSyntax access && access.Name == node) || context.Model.GetTypeInfo(expression).Type is not ITypeSymbol type)
        {
            return;
        }

        if (!IsEnum(type))
        {
            // (object)value: the operand is an enum, the cast is not.
            if (expression is CastExpressionSyntax cast && type.IsReferenceType && IsEnum(context.Model.GetTypeInfo(cast.Expression).Type))
            {
                context.Report(cast, Instead + "cast to int.");
            }

            return;
        }

        if (expression.Parent is InterpolationSyntax)
        {
            context.Report(expression, "`" + expression + "` in a string: " + Instead + "cast to int, or take the words from a function.");
            return;
        }

        if (IsReceiverOfToString(expression))
        {
            context.Report(expression.Parent!, "ToString() of an enum: " + Instead + "cast to int, or take the words from a function.");
            return;
        }

        if (context.Model.GetTypeInfo(expression).ConvertedType is { IsReferenceType: true } target && !IsFlagTest(expression, context.Model))
        {
            string what = expression.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or AssignmentExpressionSyntax
                ? "`" + expression + "` joined to a string: "
                : "`" + expression + "` as " + target.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + ": ";
            context.Report(expression, what + Instead + "cast to int, or take the words from a function.");
        }
    }

    private static bool IsEnum(ITypeSymbol? type)
    {
        return type?.TypeKind == TypeKind.Enum;
    }

    private static bool IsReceiverOfToString(ExpressionSyntax expression)
    {
        return expression.Parent is MemberAccessExpressionSyntax { Name.Identifier.Text: "ToString", Parent: InvocationExpressionSyntax } call
            && call.Expression == expression;
    }

    // HasFlag takes an Enum and makes no text of it.
    private static bool IsFlagTest(ExpressionSyntax expression, SemanticModel model)
    {
        return expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "HasFlag", ContainingType.SpecialType: SpecialType.System_Enum };
    }
}
