using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No checked arithmetic: the interpreter wraps in silence where a test on the desktop sees an exception.</summary>
public sealed class CheckedRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0003";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        SyntaxToken keyword = node switch
        {
            CheckedExpressionSyntax expression => expression.Keyword,
            CheckedStatementSyntax statement => statement.Keyword,
            _ => default,
        };

        if (keyword.IsKind(SyntaxKind.CheckedKeyword))
        {
            context.Report(keyword, "`checked` does nothing on the device: overflow wraps in silence; compare with the limit before you calculate.");
        }
    }
}
