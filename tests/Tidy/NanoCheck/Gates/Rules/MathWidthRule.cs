using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No Math call that turns a wide whole number into a fraction: the device's Math knows int and floating point only.</summary>
public sealed class MathWidthRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0012";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        if (node is not InvocationExpressionSyntax call
            || context.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { ContainingType: { Name: "Math", ContainingNamespace.Name: "System" } } method)
        {
            return;
        }

        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            TypeInfo type = context.Model.GetTypeInfo(argument.Expression);

            if (type.Type?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_UInt32
                && type.ConvertedType?.SpecialType is SpecialType.System_Single or SpecialType.System_Double)
            {
                context.Report(call, "Math." + method.Name + " of " + type.Type + " goes through floating point on the device and loses digits; compare by hand.");
                return;
            }
        }
    }
}
