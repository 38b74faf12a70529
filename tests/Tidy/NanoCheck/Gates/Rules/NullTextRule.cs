using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No comparison of a string that may be null: one that comes from an array element that was never set crashes the interpreter.</summary>
public sealed class NullTextRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0018";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        if (node is BinaryExpressionSyntax compare
            && compare.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            && !IsNull(compare.Left) && !IsNull(compare.Right)
            && (MayBeNull(compare.Left, context.Model) || MayBeNull(compare.Right, context.Model)))
        {
            context.Report(compare, "comparing a string that may be null crashes the device, if the null comes from an array; keep it in a variable and ask `is not null` first.");
        }
    }

    private static bool IsNull(ExpressionSyntax side)
    {
        return side.IsKind(SyntaxKind.NullLiteralExpression);
    }

    private static bool MayBeNull(ExpressionSyntax side, SemanticModel model)
    {
        TypeInfo type = model.GetTypeInfo(side);

        return type.Type?.SpecialType == SpecialType.System_String && type.Nullability.FlowState == NullableFlowState.MaybeNull;
    }
}
