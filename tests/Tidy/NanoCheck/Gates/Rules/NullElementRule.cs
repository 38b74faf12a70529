using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No comparison of a string with an element of a string array that may never have been set: the interpreter crashes in it.</summary>
public sealed class NullElementRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0018";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        if (node is BinaryExpressionSyntax compare
            && compare.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            && !IsNull(compare.Left) && !IsNull(compare.Right)
            && (MayBeUnset(compare.Left, context.Model) || MayBeUnset(compare.Right, context.Model)))
        {
            context.Report(compare, "comparing a string with an array element that was never set crashes the device; ask `is not null` first.");
        }
    }

    private static bool IsNull(ExpressionSyntax side)
    {
        return side.IsKind(SyntaxKind.NullLiteralExpression);
    }

    private static bool MayBeUnset(ExpressionSyntax side, SemanticModel model)
    {
        TypeInfo type = model.GetTypeInfo(side);

        return side is ElementAccessExpressionSyntax
            && type.Type?.SpecialType == SpecialType.System_String
            && type.Nullability.FlowState == NullableFlowState.MaybeNull;
    }
}
