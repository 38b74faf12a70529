using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No string call that goes by the culture on the desktop and by the bytes on the device, or by another list of white space.</summary>
public sealed class CultureRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0017";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        if (node is InvocationExpressionSyntax call
            && context.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String } method)
        {
            if (method.Name is "StartsWith" or "EndsWith" or "Compare" or "CompareTo")
            {
                context.Report(call, "string." + method.Name + " goes by the culture on the desktop and not on the device; compare or convert character by character.");
            }
            else if (method.Name == "Trim" && method.Parameters.IsEmpty)
            {
                context.Report(call, "string.Trim() takes other characters for white space on the device; name them, as in Trim(' ').");
            }
        }
    }
}
