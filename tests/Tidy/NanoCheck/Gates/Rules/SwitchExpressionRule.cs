using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No switch expression without a last arm for everything else: what it throws there, the device has not got.</summary>
public sealed class SwitchExpressionRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0007";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        if (node is not SwitchExpressionSyntax expression)
        {
            return;
        }

        foreach (SwitchExpressionArmSyntax arm in expression.Arms)
        {
            if (arm.WhenClause is null && arm.Pattern is DiscardPatternSyntax)
            {
                return;
            }
        }

        context.Report(expression.SwitchKeyword, "a switch expression without `_` throws on the device for what it does not name; make `_ =>` the last arm.");
    }
}
